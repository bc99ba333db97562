/**
 * Every factorisation on random matrices of LAPACK's five spectra, condition 1 to 10¹⁵, up to 120 × 120, now and then near over- and
 * underflow: each of LAPACK's test ratios stays under 30, and the values are those that the matrix was made with.
 */
import { describe } from "vitest";
import {
  cholesky,
  columnSpace,
  det,
  EPSILON,
  eig,
  eigh,
  inverse,
  lstsq,
  lu,
  type Matrix,
  nullSpace,
  pinv,
  qr,
  rank,
  solve,
  svd,
} from "../../src/math";
import { holds, type Ratios, so } from "../support/holds";
import {
  columnsTimes,
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

const columnOf = (b: ArrayLike<number>): Matrix => ({ rows: b.length, cols: 1, data: Float64Array.from(b) });
const sizeOf = (b: ArrayLike<number>) => oneNorm(columnOf(b));
/** 1 where the values fall, more than RATIO where they do not. */
const falling = (values: ArrayLike<number>) =>
  Array.from(values).every((v, i) => i === 0 || v <= (values[i - 1] as number)) ? 0 : Number.POSITIVE_INFINITY;
/** Zero below the diagonal. */
const upper = (r: Matrix) =>
  r.data.every((v, k) => k % r.cols >= Math.floor(k / r.cols) || v === 0) ? 0 : Number.POSITIVE_INFINITY;
const permuteRows = (a: Matrix, perm: ArrayLike<number>): Matrix => ({
  ...a,
  data: Float64Array.from(
    a.data,
    (_, k) => a.data[(perm[Math.floor(k / a.cols)] as number) * a.cols + (k % a.cols)] as number,
  ),
});
/** Right sides are the rows' sums, so a solution is not far from ones. */
const rowSums = (a: Matrix) => product(a, columnOf(new Float64Array(a.cols).fill(1))).data;
const atOne = ({ exponent, ...draw }: Drawn): Drawn => ({ ...draw, exponent: 0 });

describe("test ratios", () => {
  holds("lu", drawn("square"), (draw): Ratios => {
    const a = general(draw);
    const { l, u, perm } = lu(a);
    const pa = timesPowerOfTwo(permuteRows(a, perm), -draw.exponent);
    return {
      "PA − LU": residualRatio(pa, l, timesPowerOfTwo(u, -draw.exponent)),
      "|L| ≤ 1": l.data.every((v) => Math.abs(v) <= 1 + 4 * EPSILON) ? 0 : Number.POSITIVE_INFINITY,
      "U triangular": upper(u),
      "L triangular": upper(turned(l)),
    };
  });

  holds("det", drawn("square", 40), (draw): Ratios => {
    // |det| is the product of the singular values; rounding moves each by n ε σ₁, which counts against the smallest.
    const flat = { ...draw, exponent: 0, condition: Math.min(draw.condition, 1e3) };
    const values = valuesOf(flat);
    const truth = values.reduce((p, v) => p * v, 1);
    const relative = Math.abs(Math.abs(det(general(flat))) - truth) / truth;
    return { "det − Πσ": relative / (draw.rows * draw.rows * flat.condition * EPSILON) };
  });

  holds("solve", drawn("square"), (draw): Ratios => {
    const a = general(draw);
    const b = rowSums(a);
    const x = solve(a, b);
    if (x === null) return { singular: so(false) };
    const one = timesPowerOfTwo(a, -draw.exponent);
    const gap = difference(product(one, columnOf(x)), timesPowerOfTwo(columnOf(b), -draw.exponent));
    return { "b − Ax": oneNorm(gap) / (draw.rows * oneNorm(one) * sizeOf(x) * EPSILON) };
  });

  holds("inverse", drawn("square"), (draw): Ratios => {
    const a = general(draw);
    const result = inverse(a);
    if (result.singular) return { singular: draw.condition > 1e14 ? 0 : Number.POSITIVE_INFINITY };
    const one = timesPowerOfTwo(a, -draw.exponent);
    const back = timesPowerOfTwo(result.inverse, draw.exponent);
    const gap = product(one, back);
    for (let i = 0; i < draw.rows; i++) gap.data[i * (draw.rows + 1)] = (gap.data[i * (draw.rows + 1)] as number) - 1;
    return { "I − AA⁻¹": oneNorm(gap) / (draw.rows * oneNorm(one) * oneNorm(back) * EPSILON) };
  });

  holds("cholesky", drawn("square"), (draw): Ratios => {
    const { a } = symmetric({ ...draw, condition: Math.min(draw.condition, 1e12) }, true);
    const result = cholesky(a);
    if (!result.spd) return { "positive definite": so(false) };
    const half = -draw.exponent / 2;
    const l = timesPowerOfTwo(result.l, half);
    return { "A − LLᵀ": residualRatio(timesPowerOfTwo(a, -draw.exponent), l, turned(l)), triangular: upper(turned(l)) };
  });

  holds("qr", drawn(), (draw): Ratios => {
    const a = general(draw);
    const { q, r } = qr(a);
    return {
      "A − QR": residualRatio(timesPowerOfTwo(a, -draw.exponent), q, timesPowerOfTwo(r, -draw.exponent)),
      "QᵀQ − I": orthogonalityRatio(q),
      "R triangular": upper(r),
      "diagonal not negative": Array.from({ length: r.rows }, (_, i) => r.data[i * (r.cols + 1)] as number).every(
        (v) => v >= 0,
      )
        ? 0
        : Number.POSITIVE_INFINITY,
    };
  });

  holds("lstsq", drawn(), (draw): Ratios => {
    const a = general(draw);
    const b = Float64Array.from({ length: a.rows }, (_, i) => 2 ** draw.exponent * Math.cos(i + draw.seed));
    const { x, rank: kept } = lstsq(a, b);
    const one = timesPowerOfTwo(a, -draw.exponent);
    const target = timesPowerOfTwo(columnOf(b), -draw.exponent);
    const gap = difference(product(one, columnOf(x)), target);
    const allowed = Math.max(a.rows, a.cols) * EPSILON;
    // LAPACK dqrt17 and dqrt14: the residual stands at right angles to the columns, and x lies in the span of the rows.
    const scale = oneNorm(turned(one)) * (oneNorm(target) + oneNorm(one) * sizeOf(x)) * allowed;
    return {
      "Aᵀ(Ax − b)": oneNorm(product(turned(one), gap)) / scale,
      rank: Math.abs(kept - rank(a)) === 0 || draw.condition > 1e13 ? 0 : Number.POSITIVE_INFINITY,
    };
  });

  holds("eigh", drawn("square"), (draw): Ratios => {
    const { a, values: truth } = symmetric(draw);
    const { values, vectors } = eigh(a);
    const back = values.map((v) => v * 2 ** -draw.exponent);
    return {
      "A − VΛVᵀ": residualRatio(timesPowerOfTwo(a, -draw.exponent), columnsTimes(vectors, back), turned(vectors)),
      "VᵀV − I": orthogonalityRatio(vectors),
      "Λ as made": valuesRatio(
        back,
        truth.map((v) => v * 2 ** -draw.exponent),
        draw.rows,
      ),
      falling: falling(values),
    };
  });

  holds("eig", drawn("square"), (draw): Ratios => {
    const a = general(draw);
    const { re, im, vectors } = eig(a);
    const one = timesPowerOfTwo(a, -draw.exponent);
    const [p, q] = [re.map((v) => v * 2 ** -draw.exponent), im.map((v) => v * 2 ** -draw.exponent)];
    const gapRe = difference(
      product(one, vectors.re),
      difference(columnsTimes(vectors.re, p), columnsTimes(vectors.im, q)),
    );
    const gapIm = difference(
      difference(product(one, vectors.im), columnsTimes(vectors.re, q)),
      columnsTimes(vectors.im, p),
    );
    const size = draw.rows * oneNorm(one) * EPSILON;
    const trace = (values: ArrayLike<number>) => Array.from(values).reduce((sum, v) => sum + v, 0);
    const diagonal = Array.from({ length: a.rows }, (_, i) => one.data[i * (a.rows + 1)] as number);
    return {
      "AV − VΛ, real": oneNorm(gapRe) / size,
      "AV − VΛ, imaginary": oneNorm(gapIm) / size,
      "Σλ − tr A": Math.abs(trace(p) - trace(diagonal)) / (draw.rows * size),
      "Σ Im λ": Math.abs(trace(q)) / size,
    };
  });

  holds("svd", drawn(), (draw): Ratios => {
    const a = general(draw);
    const { u, s, vt } = svd(a);
    const back = s.map((v) => v * 2 ** -draw.exponent);
    return {
      "A − UΣVᵀ": residualRatio(timesPowerOfTwo(a, -draw.exponent), columnsTimes(u, back), vt),
      "UᵀU − I": orthogonalityRatio(u),
      "VᵀV − I": orthogonalityRatio(turned(vt)),
      "Σ as made": valuesRatio(
        back,
        valuesOf(draw).map((v) => v * 2 ** -draw.exponent),
        Math.max(draw.rows, draw.cols),
      ),
      falling: falling(s),
    };
  });

  holds("pinv", drawn(), (draw): Ratios => {
    // Penrose's four conditions, each as large as the condition number lets rounding make it.
    const a = general(atOne({ ...draw, condition: Math.min(draw.condition, 1e10) }));
    const p = pinv(a);
    const [ap, pa] = [product(a, p), product(p, a)];
    const allowed = Math.max(a.rows, a.cols) * oneNorm(a) * oneNorm(p) * EPSILON;
    return {
      "APA − A": oneNorm(difference(product(ap, a), a)) / (allowed * oneNorm(a)),
      "PAP − P": oneNorm(difference(product(pa, p), p)) / (allowed * oneNorm(p)),
      "AP symmetric": oneNorm(difference(ap, turned(ap))) / allowed,
      "PA symmetric": oneNorm(difference(pa, turned(pa))) / allowed,
    };
  });

  holds("nullSpace and columnSpace", drawn(), (draw): Ratios => {
    const a = general({ ...draw, condition: Math.min(draw.condition, 1e12) });
    const lower = { ...a, data: a.data.map((v, k) => (k % a.cols === 0 && a.cols > 1 ? 0 : v)) };
    const [kernel, image] = [nullSpace(lower), columnSpace(lower)];
    const one = timesPowerOfTwo(lower, -draw.exponent);
    const size = Math.max(a.rows, a.cols) * EPSILON;
    const inside = product(image, product(turned(image), one));
    const scale = oneNorm(one) === 0 ? 1 : oneNorm(one);
    return {
      "A N": oneNorm(product(one, kernel)) / (size * scale),
      "QQᵀA − A": oneNorm(difference(inside, one)) / (size * scale),
      "N orthonormal": orthogonalityRatio(kernel),
      "Q orthonormal": orthogonalityRatio(image),
      "rank + nullity − n": kernel.cols + image.cols === a.cols ? 0 : Number.POSITIVE_INFINITY,
    };
  });
});
