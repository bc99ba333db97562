/** What is made of a factorisation, on the same random matrices and held to the same ratios. */
import { describe } from "vitest";
import {
  EPSILON,
  expm,
  gram,
  interpolateRotation,
  inverseSqrtCovariance,
  type Matrix,
  matmul,
  matmulTransposed,
  polar,
  qr,
  singularValues,
  sqrtCovariance,
  transposedMatmul,
  whitening,
} from "../../src/math";
import { holds, so } from "../support/holds";
import {
  difference,
  oneNorm,
  orthogonalityRatio,
  product,
  residualRatio,
  timesPowerOfTwo,
  turned,
  valuesRatio,
} from "../support/ratios";
import { type Drawn, drawn, general, symmetric, valuesOf } from "../support/spectra";

const atOne = (draw: Drawn): Drawn => ({ ...draw, exponent: 0 });
/** ‖X − Y‖₁ / (n ‖X‖₁ ε). */
const gapRatio = (x: Matrix, y: Matrix, n: number, size = oneNorm(x)) => {
  const gap = oneNorm(difference(x, y));
  return gap === 0 ? 0 : gap / (n * size * EPSILON);
};
const identityOf = (n: number): Matrix => ({
  rows: n,
  cols: n,
  data: Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 1 : 0)),
});

describe("test ratios", () => {
  holds("products", drawn(), (draw) => {
    const a = general(atOne(draw));
    const b = general({ ...atOne(draw), seed: draw.seed + 9 });
    const size = oneNorm(a) * oneNorm(turned(b));
    const n = Math.max(a.rows, a.cols);
    return {
      A·Bᵀ: gapRatio(matmul(a, turned(b)), product(a, turned(b)), n, size),
      "A·Bᵀ without turning": gapRatio(matmulTransposed(a, b), product(a, turned(b)), n, size),
      Aᵀ·B: gapRatio(transposedMatmul(a, b), product(turned(a), b), n, oneNorm(turned(a)) * oneNorm(b)),
      Aᵀ·A: gapRatio(gram(a), product(turned(a), a), n, oneNorm(turned(a)) * oneNorm(a)),
      "Aᵀ·A symmetric": so(oneNorm(difference(gram(a), turned(gram(a)))) === 0),
    };
  });

  holds("singularValues", drawn(), (draw) => {
    const back = singularValues(general(draw)).map((v) => v * 2 ** -draw.exponent);
    return { "Σ as made": valuesRatio(back, valuesOf(atOne(draw)), Math.max(draw.rows, draw.cols)) };
  });

  holds("polar", drawn(), (draw) => {
    const a = general(draw);
    const { orthogonal, stretch } = polar(a);
    const [one, small] = [timesPowerOfTwo(a, -draw.exponent), timesPowerOfTwo(stretch, -draw.exponent)];
    return {
      "A − QS": residualRatio(one, orthogonal, small),
      "QᵀQ − I": orthogonalityRatio(a.rows >= a.cols ? orthogonal : turned(orthogonal)),
      "S symmetric": so(oneNorm(difference(stretch, turned(stretch))) === 0),
      "S semidefinite": so(stretch.data.every((v, k) => k % (a.cols + 1) !== 0 || v >= 0)),
    };
  });

  holds("sqrtCovariance", drawn("square", 60), (draw) => {
    const { a } = symmetric(draw, true);
    const { root } = sqrtCovariance(a);
    const half = timesPowerOfTwo(root, -draw.exponent / 2);
    return { "C − RR": residualRatio(timesPowerOfTwo(a, -draw.exponent), half, half) };
  });

  holds("whitening", drawn("square", 60), (draw) => {
    // Rounding of C is seen through W twice, so the error grows with the condition.
    const condition = Math.min(draw.condition, 1e8);
    const { a } = symmetric({ ...atOne(draw), condition }, true);
    const white = ({ matrix: w }: { matrix: Matrix }) =>
      gapRatio(identityOf(draw.rows), product(product(w, a), turned(w)), draw.rows) / condition;
    const inverseRoot = inverseSqrtCovariance(a).root;
    return {
      "W C Wᵀ − I, ZCA": white(whitening(a, "zca")),
      "W C Wᵀ − I, PCA": white(whitening(a, "pca")),
      "C^−½ symmetric": so(oneNorm(difference(inverseRoot, turned(inverseRoot))) === 0),
    };
  });

  holds("expm", drawn("square", 40), (draw) => {
    // e^A e^−A = I; each factor is no larger than e^‖A‖.
    const a = general(atOne(draw));
    const [there, back] = [expm(a), expm(timesPowerOfTwo({ ...a, data: a.data.map((v) => -v) }, 0))];
    const size = oneNorm(there) * oneNorm(back);
    return { "eᴬe⁻ᴬ − I": gapRatio(identityOf(draw.rows), product(there, back), draw.rows, size) };
  });

  holds("interpolateRotation", drawn("square", 24), (draw) => {
    const proper = (seed: number): Matrix => {
      const { q } = qr(general({ ...atOne(draw), condition: 2, seed }));
      return determinantSign(q) > 0 ? q : { ...q, data: q.data.map((v, k) => (k % q.cols === 0 ? -v : v)) };
    };
    const [from, to] = [proper(draw.seed), proper(draw.seed + 5)];
    const path = (t: number) => interpolateRotation(from, to, t) ?? identityOf(0);
    const half = product(turned(from), path(0.5));
    return {
      "begins at the first": gapRatio(from, path(0), draw.rows),
      "ends at the second": gapRatio(to, path(1), draw.rows),
      "stays orthogonal": orthogonalityRatio(path(0.3)),
      "half and half is all": gapRatio(product(turned(from), to), product(half, half), draw.rows),
    };
  });
});

/** By elimination of its own, since det is under test. */
function determinantSign({ rows: n, data }: Matrix): number {
  const w = data.slice();
  let sign = 1;
  for (let k = 0; k < n; k++) {
    let p = k;
    for (let i = k; i < n; i++) if (Math.abs(w[i * n + k] as number) > Math.abs(w[p * n + k] as number)) p = i;
    if (p !== k) sign = -sign;
    for (let j = 0; j < n; j++) [w[k * n + j], w[p * n + j]] = [w[p * n + j] as number, w[k * n + j] as number];
    const pivot = w[k * n + k] as number;
    if (pivot < 0) sign = -sign;
    for (let i = k + 1; i < n; i++) {
      const factor = (w[i * n + k] as number) / pivot;
      for (let j = k; j < n; j++) w[i * n + j] = (w[i * n + j] as number) - factor * (w[k * n + j] as number);
    }
  }
  return sign;
}
