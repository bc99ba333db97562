/**
 * The shortest x that minimises ‖Ax − b‖. Columns of full rank: QR, whose error does not grow with badly scaled columns
 * (powers of a variable, dollars beside years), and one step of refinement. Otherwise the SVD (Golub & Van Loan, §5.3, §5.5).
 */
import { ShapeError } from "../errors";
import { matvec } from "../kernels/matmul";
import type { Matrix } from "../matrix/matrix";
import { type Qr, qr } from "./qr";
import { numericalRank } from "./subspaces";
import { type Svd, svd } from "./svd";

export interface LeastSquares {
  /** The shortest x that minimises ‖Ax − b‖. */
  readonly x: Float64Array;
  readonly rank: number;
  readonly residualNorm: number;
}

/** Minimum-norm least squares for b of length m. Throws ShapeError, ConvergenceError. The cost of one SVD. */
export function lstsq(a: Matrix, b: ArrayLike<number>): LeastSquares {
  if (b.length !== a.rows) throw new ShapeError("lstsq", `${a.rows} entries in b`, `${b.length}`);
  const factors = svd(a);
  const rank = numericalRank(factors.s, a.rows, a.cols);
  const x = rank === a.cols ? byQr(a, b) : byPseudoinverse(factors, rank, b);
  return { x, rank, residualNorm: residual(a, x, b).reduce((norm, v) => Math.hypot(norm, v), 0) };
}

function residual(a: Matrix, x: Float64Array, b: ArrayLike<number>): Float64Array {
  return matvec(a, x).map((value, i) => b[i]! - value);
}

function byQr(a: Matrix, b: ArrayLike<number>): Float64Array {
  const factors = qr(a);
  const x = backSubstitute(factors, b);
  const correction = backSubstitute(factors, residual(a, x, b));
  return x.map((value, j) => value + correction[j]!);
}

/** R x = Qᵀb. */
function backSubstitute({ q, r }: Qr, b: ArrayLike<number>): Float64Array {
  const n = r.cols;
  const x = new Float64Array(n);
  for (let i = 0; i < q.rows; i++) for (let j = 0; j < n; j++) x[j]! += q.data[i * n + j]! * b[i]!;
  for (let i = n - 1; i >= 0; i--) {
    for (let j = i + 1; j < n; j++) x[i]! -= r.data[i * n + j]! * x[j]!;
    x[i]! /= r.data[i * (n + 1)]!;
  }
  return x;
}

/** Σ over the kept σᵢ of vᵢ (uᵢᵀb) / σᵢ. */
function byPseudoinverse({ u, s, vt }: Svd, rank: number, b: ArrayLike<number>): Float64Array {
  const x = new Float64Array(vt.cols);
  for (let j = 0; j < rank; j++) {
    let coefficient = 0;
    for (let i = 0; i < u.rows; i++) coefficient += u.data[i * u.cols + j]! * b[i]!;
    coefficient /= s[j]!;
    for (let i = 0; i < vt.cols; i++) x[i]! += coefficient * vt.data[j * vt.cols + i]!;
  }
  return x;
}
