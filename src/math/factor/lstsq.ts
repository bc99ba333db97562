/**
 * The shortest X that minimises ‖AX − B‖. Where the rank is full beyond doubt: QR of A, or of Aᵀ where A is wide, with column pivoting,
 * whose error does not grow with badly scaled columns (powers of a variable, dollars beside years), and one step of refinement.
 * In doubt the singular values decide, and give the shortest X of a lower rank (Golub & Van Loan, §5.3, §5.5, §5.6).
 */
import { euclideanNorm } from "../kernels/euclideanNorm";
import { block, turned } from "../kernels/gemm";
import { matmul, transposedMatmul } from "../kernels/matmul";
import { solveLower, solveUpper } from "../kernels/triangularSolve";
import { type Matrix, transpose, zeros } from "../matrix/matrix";
import { orderOne } from "../matrix/orderOne";
import { powerOfTwoScale } from "../matrix/scaling";
import { type PivotedQr, qrPivoted } from "./qr";
import { copiedRightSide, inFormOf, type RightSide, type Solution } from "./rightSide";
import { numericalRank } from "./subspaces";
import { type Svd, svd } from "./svd";

export interface LeastSquares<X = Float64Array> {
  /** The shortest x that minimises ‖Ax − b‖; for a matrix of right sides one column for each. */
  readonly x: X;
  readonly rank: number;
  /** ‖Ax − b‖₂, for a matrix of right sides in the Frobenius norm. */
  readonly residualNorm: number;
}

/** R's smallest singular value over its largest, below which the singular values of A are asked for its rank. */
const DOUBT = 2 ** -26;

/**
 * Minimum-norm least squares for b of length m, or an m × k matrix. Rank: singular values above max(m, n)·ε·σ₁. Throws ShapeError,
 * DomainError, ConvergenceError. The cost of one QR, and of one SVD where A is not far from lower rank.
 */
export function lstsq<B extends RightSide>(a: Matrix, b: B): LeastSquares<Solution<B>> {
  const right = copiedRightSide("lstsq", b, a.rows);
  const { scaled: one, up, up2 } = orderOne("lstsq", a);
  const [bUp, bUp2] = powerOfTwoScale(right.largest);
  const target = { ...right, data: right.data.map((v) => v * bUp * bUp2) };
  const { x, rank } = shortest(one, target);
  const gap = euclideanNorm(residual(one, x, target).data);
  return {
    x: inFormOf(b, { ...x, data: x.data.map((v) => (((v / bUp) * up) / bUp2) * up2) }),
    rank,
    residualNorm: gap / bUp / bUp2,
  };
}

/** For A and B of order one. */
function shortest(a: Matrix, b: Matrix): { x: Matrix; rank: number } {
  const wide = a.rows < a.cols;
  const k = Math.min(a.rows, a.cols);
  const factors = qrPivoted(wide ? transpose(a) : a);
  if (smallestOverLargest(factors.r) > DOUBT) return { x: refined(a, b, factors, wide), rank: k };
  const values = svd(a);
  const rank = numericalRank(values.s, a.rows, a.cols);
  return { x: rank === k ? refined(a, b, factors, wide) : byPseudoinverse(values, rank, b), rank };
}

/** σₖ/r₁₁ of square R by three steps of inverse iteration on RᵀR, from above; 1 for an empty R. 6k² flops. */
function smallestOverLargest({ rows: k, data }: Matrix): number {
  let smallest = data[0] ?? 1;
  for (let i = 0; i < k; i++) smallest = Math.min(smallest, data[i * (k + 1)]!);
  if (!(smallest > 0)) return k === 0 ? 1 : 0;
  const r = block(data, 0, k);
  const x = new Float64Array(k).fill(1);
  for (let step = 0; step < 3; step++) {
    const before = euclideanNorm(x);
    for (let i = 0; i < k; i++) x[i]! /= before;
    solveLower(turned(r), k, false, x, 0, 1);
    const between = euclideanNorm(x);
    if (!(between < Number.POSITIVE_INFINITY)) return 0;
    smallest = Math.min(smallest, 1 / between);
    for (let i = 0; i < k; i++) x[i]! /= between;
    solveUpper(r, k, x, 0, 1);
  }
  return smallest / (data[0] ?? 1);
}

function refined(a: Matrix, b: Matrix, factors: PivotedQr, wide: boolean): Matrix {
  const x = byQr(factors, b, wide);
  const correction = byQr(factors, residual(a, x, b), wide);
  return { ...x, data: x.data.map((v, i) => v + correction.data[i]!) };
}

function residual(a: Matrix, x: Matrix, b: Matrix): Matrix {
  const image = matmul(a, x);
  return { ...b, data: b.data.map((v, i) => v - image.data[i]!) };
}

/** A = QRPᵀ: X = P R⁻¹QᵀB. Wide, Aᵀ = QRPᵀ: X = Q R⁻ᵀPᵀB. */
function byQr({ q, r, perm }: PivotedQr, b: Matrix, wide: boolean): Matrix {
  const k = r.rows;
  const { cols } = b;
  if (wide) {
    const y = zeros(k, cols);
    for (let i = 0; i < k; i++) for (let j = 0; j < cols; j++) y.data[i * cols + j] = b.data[perm[i]! * cols + j]!;
    solveLower(turned(block(r.data, 0, k)), k, false, y.data, 0, cols);
    return matmul(q, y);
  }
  const y = transposedMatmul(q, b);
  solveUpper(block(r.data, 0, k), k, y.data, 0, cols);
  const x = zeros(k, cols);
  for (let i = 0; i < k; i++) for (let j = 0; j < cols; j++) x.data[perm[i]! * cols + j] = y.data[i * cols + j]!;
  return x;
}

/** Σ over the kept σᵢ of vᵢ (uᵢᵀB) / σᵢ. */
function byPseudoinverse({ u, s, vt }: Svd, rank: number, b: Matrix): Matrix {
  const y = transposedMatmul(u, b);
  for (let i = 0; i < y.rows; i++)
    for (let j = 0; j < b.cols; j++) y.data[i * b.cols + j] = i < rank ? y.data[i * b.cols + j]! / s[i]! : 0;
  return transposedMatmul(vt, y);
}
