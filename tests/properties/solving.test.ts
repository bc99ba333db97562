/**
 * Solving and the Schur form on random matrices of LAPACK's five spectra, condition 1 to 10¹⁵, up to 120 × 120, now and then near
 * over- and underflow: the test ratios of dget04, dpot02, dhst01 and dqpt01 stay under 30.
 */
import { describe } from "vitest";
import {
  cholesky,
  createRandom,
  EPSILON,
  lu,
  type Matrix,
  qrPivoted,
  schur,
  solveCholesky,
  solveLu,
} from "../../src/math";
import { holds, type Ratios, so } from "../support/holds";
import {
  difference,
  oneNorm,
  orthogonalityRatio,
  product,
  residualRatio,
  timesPowerOfTwo,
  turned,
} from "../support/ratios";
import { type Drawn, drawn, general, symmetric } from "../support/spectra";

/** One to seven right sides of order one. */
function sides({ rows, seed }: Drawn): Matrix {
  const random = createRandom(seed + 2);
  const cols = 1 + (seed % 7);
  return { rows, cols, data: Float64Array.from({ length: rows * cols }, () => random.normal()) };
}

/** The largest over the columns of ‖b − Ax‖₁ / (n ‖A‖₁ ‖x‖₁ ε). */
function solutionRatio(a: Matrix, x: Matrix, b: Matrix): number {
  const gap = difference(product(a, x), b);
  const column = (m: Matrix, j: number): Matrix => ({
    rows: m.rows,
    cols: 1,
    data: m.data.filter((_, k) => k % m.cols === j),
  });
  const ratios = Array.from({ length: b.cols }, (_, j) => {
    const size = oneNorm(column(gap, j));
    return size === 0 ? 0 : size / (a.rows * oneNorm(a) * oneNorm(column(x, j)) * EPSILON);
  });
  return Math.max(...ratios);
}

/** Values stay in range: right sides carry the scale of the matrix. */
const scaledSides = (draw: Drawn) => timesPowerOfTwo(sides(draw), draw.exponent);

describe("test ratios", () => {
  holds("solveLu for a matrix of right sides", drawn("square"), (draw): Ratios => {
    const a = general(draw);
    const x = solveLu(lu(a), scaledSides(draw));
    if (x === null) return { singular: so(draw.condition > 1e14) };
    return { "b − Ax": solutionRatio(timesPowerOfTwo(a, -draw.exponent), x, sides(draw)) };
  });

  holds("solveCholesky for a matrix of right sides", drawn("square"), (draw): Ratios => {
    const { a } = symmetric({ ...draw, condition: Math.min(draw.condition, 1e12) }, true);
    const factor = cholesky(a);
    if (!factor.spd) return { "positive definite": so(false) };
    const x = solveCholesky(factor.l, scaledSides(draw));
    return { "b − Ax": solutionRatio(timesPowerOfTwo(a, -draw.exponent), x, sides(draw)) };
  });

  holds("qrPivoted", drawn(), (draw): Ratios => {
    const a = general(draw);
    const { q, r, perm } = qrPivoted(a);
    const ap = { ...a, data: a.data.map((_, k) => a.data[k - (k % a.cols) + (perm[k % a.cols] as number)] as number) };
    const one = timesPowerOfTwo(r, -draw.exponent);
    return { residual: residualRatio(timesPowerOfTwo(ap, -draw.exponent), q, one), "QᵀQ − I": orthogonalityRatio(q) };
  });

  holds("schur", drawn("square", 90), (draw): Ratios => {
    const a = general(draw);
    const { q, t } = schur(a);
    const one = timesPowerOfTwo(t, -draw.exponent);
    return {
      residual: residualRatio(timesPowerOfTwo(a, -draw.exponent), q, one, turned(q)),
      "QᵀQ − I": orthogonalityRatio(q),
    };
  });
});
