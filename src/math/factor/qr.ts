/**
 * A = QR for A m × n: thin, k = min(m, n), Q m × k with orthonormal columns, R k × n upper triangular
 * with a non-negative diagonal. Householder reflections (Golub & Van Loan, 4th ed., §5.2).
 */
import { reflector } from "../kernels/householder";
import { type Matrix, transpose, zeros } from "../matrix/matrix";
import { maxAbs, powerOfTwoScale } from "../matrix/scaling";

export interface Qr {
  readonly q: Matrix;
  readonly r: Matrix;
}

/** Thin QR of any m × n matrix, also 0 × n. About 2mn² flops for m ≥ n. The input is not changed. */
export function qr(a: Matrix): Qr {
  const { rows: m, cols: n } = a;
  const k = Math.min(m, n);
  const [up, up2] = powerOfTwoScale(maxAbs(a.data));
  // Columns of A as contiguous rows: every reflection then runs along memory.
  const w = transpose(a).data.map((v) => v * up * up2);
  const tau = new Float64Array(k);
  for (let j = 0; j < k; j++) {
    const [beta, t] = reflector(w, j * m + j, m - j);
    tau[j] = t;
    w[j * m + j] = 1;
    for (let c = j + 1; c < n; c++) reflect(w, c * m + j, w, j * m + j, m - j, t);
    w[j * m + j] = beta;
  }
  const r = zeros(k, n);
  for (let i = 0; i < k; i++) for (let j = i; j < n; j++) r.data[i * n + j] = w[j * m + i]! / up / up2;
  return positiveDiagonal({ q: accumulate(w, tau, m, k), r });
}

/** x ← x − τ v (vᵀx). */
function reflect(x: Float64Array, xAt: number, v: Float64Array, vAt: number, n: number, tau: number): void {
  let dot = 0;
  for (let i = 0; i < n; i++) dot += v[vAt + i]! * x[xAt + i]!;
  dot *= tau;
  for (let i = 0; i < n; i++) x[xAt + i]! -= dot * v[vAt + i]!;
}

function accumulate(w: Float64Array, tau: Float64Array, m: number, k: number): Matrix {
  const qt = zeros(k, m);
  for (let j = 0; j < k; j++) qt.data[j * m + j] = 1;
  for (let j = k - 1; j >= 0; j--) {
    w[j * m + j] = 1;
    for (let c = j; c < k; c++) reflect(qt.data, c * m + j, w, j * m + j, m - j, tau[j]!);
  }
  return transpose(qt);
}

function positiveDiagonal({ q, r }: Qr): Qr {
  for (let i = 0; i < r.rows; i++) {
    if (r.data[i * r.cols + i]! >= 0) continue;
    for (let j = i; j < r.cols; j++) r.data[i * r.cols + j]! *= -1;
    for (let p = 0; p < q.rows; p++) q.data[p * q.cols + i]! *= -1;
  }
  return { q, r };
}
