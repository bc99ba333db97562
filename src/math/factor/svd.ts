/**
 * A = U Σ Vᵀ, thin: for A m × n and k = min(m, n), U m × k, s of length k largest first, Vᵀ k × n.
 * The entry of largest size in each right singular vector is positive. Householder bidiagonalisation, after a QR where A is
 * much taller than wide (Chan 1982), then divide and conquer on the bidiagonal (Gu & Eisenstat 1995; LAPACK dgesdd).
 */
import { bidiagonalise } from "../kernels/bidiagonalise";
import { applyTransposedFromRight } from "../kernels/blockReflector";
import { triangularise } from "../kernels/triangularise";
import { largestFinite } from "../matrix/finite";
import { type Matrix, transpose, zeros } from "../matrix/matrix";
import { powerOfTwoScale } from "../matrix/scaling";
import { type BidiagonalSvd, bidiagonalDivide } from "./bidiagonalDivide";
import { signOf } from "./order";

export interface Svd {
  readonly u: Matrix;
  /** σ₁ ≥ σ₂ ≥ … ≥ 0. */
  readonly s: Float64Array;
  readonly vt: Matrix;
}

/** Past this ratio of rows to columns a QR first costs less than it saves. */
const TALL = 1.6;

/**
 * Thin SVD of any m × n matrix of finite entries, also zero or empty. Throws DomainError on a NaN or an infinity, ConvergenceError.
 * About 8mn² + 4n³ flops for m ≥ n.
 */
export function svd(a: Matrix): Svd {
  const [up, up2] = powerOfTwoScale(largestFinite("svd", a));
  const wide = a.rows < a.cols;
  const w = wide ? transpose(a).data : a.data.slice();
  const [m, n] = wide ? [a.cols, a.rows] : [a.rows, a.cols];
  if (up !== 1 || up2 !== 1) for (let i = 0; i < w.length; i++) w[i] = w[i]! * up * up2;
  const d = new Float64Array(n);
  const into = {
    left: new Float64Array(n * m),
    leftStride: m,
    right: new Float64Array(n * n),
    order: new Int32Array(n),
  };
  if (m > TALL * n) tallSvd(w, m, n, d, into);
  else directSvd(w, m, n, d, into);
  return assemble(
    into,
    d.map((v) => v / up / up2),
    m,
    n,
    wide,
  );
}

/** A = QR, R = U₁ΣVᵀ, U = QU₁. */
function tallSvd(a: Float64Array, m: number, n: number, d: Float64Array, into: BidiagonalSvd): void {
  const w = transpose({ rows: m, cols: n, data: a }).data;
  const reflectors = triangularise(w, m, n);
  const r = new Float64Array(n * n);
  for (let j = 0; j < n; j++) for (let i = 0; i <= j; i++) r[i * n + j] = w[j * m + i]!;
  directSvd(r, n, n, d, into);
  applyTransposedFromRight(into.left, n, m, reflectors);
}

/** Overwrites W, m ≥ n; fills d and the singular vectors as rows. */
function directSvd(w: Float64Array, m: number, n: number, d: Float64Array, into: BidiagonalSvd): void {
  const { diagonal, superdiagonal, left, right } = bidiagonalise(w, m, n);
  d.set(diagonal);
  bidiagonalDivide(d, superdiagonal, into);
  applyTransposedFromRight(into.left, n, into.leftStride, left);
  applyTransposedFromRight(into.right, n, n, right);
}

/** Largest first, signs fixed, U by columns; U and V exchanged for a wide A. */
function assemble(into: BidiagonalSvd, values: Float64Array, m: number, n: number, wide: boolean): Svd {
  const [forU, forV] = wide ? [into.right, into.left] : [into.left, into.right];
  const [rows, cols] = wide ? [n, m] : [m, n];
  const s = new Float64Array(n);
  const u = zeros(rows, n);
  const vt = zeros(n, cols);
  for (let k = 0; k < n; k++) {
    const from = into.order[n - 1 - k]!;
    s[k] = values[from]!;
    const sign = signOf(forV.subarray(from * cols, (from + 1) * cols));
    for (let j = 0; j < cols; j++) vt.data[k * cols + j] = sign * forV[from * cols + j]!;
    for (let i = 0; i < rows; i++) u.data[i * n + k] = sign * forU[from * rows + i]!;
  }
  return { u, s, vt };
}
