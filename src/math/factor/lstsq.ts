/**
 * The shortest X that minimises ‖AX − B‖. Where the rank is full beyond doubt: QR of A, or of Aᵀ where A is wide, with column pivoting
 * (of its triangle, where it is much taller than wide), whose error does not grow with badly scaled columns (powers of a variable,
 * dollars beside years), and one step of refinement.
 * In doubt the singular values decide, and give the shortest X of a lower rank (Golub & Van Loan, §5.3, §5.5, §5.6).
 */
import { reflectRows } from "../kernels/blockReflector";
import { euclideanNorm } from "../kernels/euclideanNorm";
import { block, turned } from "../kernels/gemm";
import { matmul, transposedMatmul } from "../kernels/matmul";
import { solveLower, solveUpper } from "../kernels/triangularSolve";
import { type Matrix, zeros } from "../matrix/matrix";
import { orderOne } from "../matrix/orderOne";
import { powerOfTwoScale } from "../matrix/scaling";
import { type PivotedQr, qrPivoted } from "./qr";
import { checkedRightSide, inFormOf, type RightSide, type Solution } from "./rightSide";
import { numericalRank } from "./subspaces";
import { type Svd, svd } from "./svd";
import { type Upright, upright } from "./upright";

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
  const right = checkedRightSide("lstsq", b, a.rows);
  const { scaled: one, up, up2 } = orderOne("lstsq", a);
  const [bUp, bUp2] = powerOfTwoScale(right.largest);
  const target = { ...right, data: Float64Array.from(right.data, (v) => v * bUp * bUp2) };
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
  const reduced = upright("lstsq", a);
  const { n, tall, w } = reduced;
  const factors = { ...reduced, ...qrPivoted({ rows: tall, cols: n, data: w }) };
  if (smallestOverLargest(factors.r) > DOUBT) return { x: refined(a, b, factors), rank: n };
  const values = svd(a);
  const rank = numericalRank(values.s, a.rows, a.cols);
  return { x: rank === n ? refined(a, b, factors) : byPseudoinverse(values, rank, b), rank };
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

/** The tall one of A and Aᵀ as Q₁Q₂RPᵀ, Q₁ by the panels of its first QR. */
type Factors = PivotedQr & Upright;

function refined(a: Matrix, b: Matrix, factors: Factors): Matrix {
  const x = byQr(factors, b);
  const correction = byQr(factors, residual(a, x, b));
  return { ...x, data: x.data.map((v, i) => v + correction.data[i]!) };
}

function residual(a: Matrix, x: Matrix, b: Matrix): Matrix {
  const image = matmul(a, x);
  return { ...b, data: b.data.map((v, i) => v - image.data[i]!) };
}

/** A = Q₁Q₂RPᵀ: X = P R⁻¹Q₂ᵀQ₁ᵀB. Wide, Aᵀ = Q₁Q₂RPᵀ: X = Q₁Q₂R⁻ᵀPᵀB. */
function byQr({ q, r, perm, m, n, wide, tall, panels }: Factors, b: Matrix): Matrix {
  const { cols } = b;
  const x = zeros(wide ? m : n, cols);
  if (wide) {
    const y = zeros(n, cols);
    for (let i = 0; i < n; i++) for (let j = 0; j < cols; j++) y.data[i * cols + j] = b.data[perm[i]! * cols + j]!;
    solveLower(turned(block(r.data, 0, n)), n, false, y.data, 0, cols);
    x.data.set(matmul(q, y).data);
    for (const panel of panels.toReversed())
      reflectRows(turned(block(x.data, panel.from * cols, cols)), cols, panel, true);
    return x;
  }
  const image = b.data.slice();
  for (const panel of panels) reflectRows(turned(block(image, panel.from * cols, cols)), cols, panel);
  const y = transposedMatmul(q, { rows: tall, cols, data: image.subarray(0, tall * cols) });
  solveUpper(block(r.data, 0, n), n, y.data, 0, cols);
  for (let i = 0; i < n; i++) for (let j = 0; j < cols; j++) x.data[perm[i]! * cols + j] = y.data[i * cols + j]!;
  return x;
}

/** Σ over the kept σᵢ of vᵢ (uᵢᵀB) / σᵢ. */
function byPseudoinverse({ u, s, vt }: Svd, rank: number, b: Matrix): Matrix {
  const y = transposedMatmul(u, b);
  for (let i = 0; i < y.rows; i++)
    for (let j = 0; j < b.cols; j++) y.data[i * b.cols + j] = i < rank ? y.data[i * b.cols + j]! / s[i]! : 0;
  return transposedMatmul(vt, y);
}
