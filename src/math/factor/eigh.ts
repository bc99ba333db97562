/**
 * A = V Λ Vᵀ for symmetric A: real eigenvalues, largest first, orthonormal eigenvectors in the columns of V,
 * each with its entry of largest size positive. Householder tridiagonalisation, then implicit QL with
 * Wilkinson's shift (Golub & Van Loan, §8.3; Parlett, The Symmetric Eigenvalue Problem, ch. 8).
 */
import { ConvergenceError, ShapeError } from "../errors";
import { givens, reflector, rotateRows } from "../kernels/householder";
import { type Matrix, zeros } from "../matrix/matrix";
import { maxAbs, powerOfTwoScale } from "../matrix/scaling";
import { EPSILON } from "../tolerance";
import { descending, signOf } from "./order";

export interface Eigh {
  /** λ₁ ≥ λ₂ ≥ … ≥ λₙ. */
  readonly values: Float64Array;
  /** n × n, column j for values[j]. */
  readonly vectors: Matrix;
}

const SWEEPS_PER_VALUE = 60;

/** Eigendecomposition of a symmetric n × n matrix; its lower triangle is read. Throws ShapeError, ConvergenceError. About 9n³ flops. */
export function eigh(a: Matrix): Eigh {
  const n = a.rows;
  if (a.cols !== n) throw new ShapeError("eigh", "a square matrix", `${n} × ${a.cols}`);
  const [up, up2] = powerOfTwoScale(maxAbs(a.data));
  const w = a.data.map((v) => v * up * up2);
  const d = new Float64Array(n);
  const e = new Float64Array(n);
  const vt = tridiagonalise(w, n, d, e);
  diagonalise(d, e, vt, n);
  const values = new Float64Array(n);
  const vectors = zeros(n, n);
  descending(d).forEach((from, to) => {
    values[to] = d[from]! / up / up2;
    const row = vt.subarray(from * n, (from + 1) * n);
    const sign = signOf(row);
    for (let i = 0; i < n; i++) vectors.data[i * n + to] = sign * row[i]!;
  });
  return { values, vectors };
}

/** Reduces W (overwritten) to tridiagonal d, e (e[i] couples i and i+1) and returns Qᵀ with A = Q T Qᵀ. */
function tridiagonalise(w: Float64Array, n: number, d: Float64Array, e: Float64Array): Float64Array {
  // Row k becomes the k-th reflector; the trailing block is kept whole so that every loop runs along rows.
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) w[i * n + j] = w[j * n + i]!;
  const tau = new Float64Array(n);
  const p = new Float64Array(n);
  for (let k = 0; k < n - 1; k++) {
    const at = k * n + k + 1;
    const size = n - k - 1;
    d[k] = w[k * n + k]!;
    const [beta, t] = reflector(w, at, size);
    e[k] = beta;
    tau[k] = t;
    if (t === 0) continue;
    w[at] = 1;
    let vp = 0;
    for (let i = 0; i < size; i++) {
      const row = (k + 1 + i) * n + k + 1;
      let sum = 0;
      for (let j = 0; j < size; j++) sum += w[row + j]! * w[at + j]!;
      p[i] = t * sum;
      vp += p[i]! * w[at + i]!;
    }
    const half = (t * vp) / 2;
    for (let i = 0; i < size; i++) p[i]! -= half * w[at + i]!;
    for (let i = 0; i < size; i++) {
      const row = (k + 1 + i) * n + k + 1;
      const vi = w[at + i]!;
      const pi = p[i]!;
      for (let j = 0; j < size; j++) w[row + j]! -= vi * p[j]! + pi * w[at + j]!;
    }
  }
  if (n > 0) d[n - 1] = w[n * n - 1]!;
  const qt = new Float64Array(n * n);
  for (let i = 0; i < n; i++) qt[i * n + i] = 1;
  for (let k = n - 2; k >= 0; k--) {
    const at = k * n + k + 1;
    const size = n - k - 1;
    if (tau[k] === 0) continue;
    for (let r = k + 1; r < n; r++) {
      const row = r * n + k + 1;
      let dot = 0;
      for (let j = 0; j < size; j++) dot += qt[row + j]! * w[at + j]!;
      dot *= tau[k]!;
      for (let j = 0; j < size; j++) qt[row + j]! -= dot * w[at + j]!;
    }
  }
  return qt;
}

/** Diagonalises the tridiagonal matrix in place, turning the rows of `vt` with it. */
function diagonalise(d: Float64Array, e: Float64Array, vt: Float64Array, n: number): void {
  for (let low = 0; low < n; low++) {
    for (let sweep = 0; ; sweep++) {
      let high = low;
      while (high < n - 1 && Math.abs(e[high]!) > EPSILON * (Math.abs(d[high]!) + Math.abs(d[high + 1]!))) high++;
      if (high === low) break;
      if (sweep === SWEEPS_PER_VALUE) throw new ConvergenceError("eigh", sweep, Math.abs(e[low]!));
      qlSweep(d, e, vt, n, low, high);
    }
  }
}

/** One implicit QL sweep on the unreduced block low … high; converges at `low`. */
function qlSweep(d: Float64Array, e: Float64Array, vt: Float64Array, n: number, low: number, high: number): void {
  const half = (d[low + 1]! - d[low]!) / (2 * e[low]!);
  const shift = d[low]! - e[low]! / (half + (half >= 0 ? 1 : -1) * Math.hypot(half, 1));
  let x = d[high]! - shift;
  let z = e[high - 1]!;
  for (let i = high - 1; i >= low; i--) {
    const [c, s, r] = givens(x, z);
    if (i < high - 1) e[i + 1] = r;
    // Similarity by the rotation in the plane (i + 1, i): T ← G T Gᵀ.
    const a = d[i + 1]!;
    const b = d[i]!;
    const f = e[i]!;
    d[i + 1] = c * c * a + 2 * c * s * f + s * s * b;
    d[i] = s * s * a - 2 * c * s * f + c * c * b;
    e[i] = c * s * (b - a) + (c * c - s * s) * f;
    rotateRows(vt, (i + 1) * n, i * n, n, c, s);
    if (i > low) {
      x = e[i]!;
      z = s * e[i - 1]!;
      e[i - 1]! *= c;
    }
  }
}
