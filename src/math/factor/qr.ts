/**
 * A = QR for A m × n: thin, k = min(m, n), Q m × k with orthonormal columns, R k × n upper triangular
 * with a non-negative diagonal. Householder reflections by panels (Golub & Van Loan, 4th ed., §5.2).
 */
import { leadingColumns } from "../kernels/blockReflector";
import { triangularise } from "../kernels/triangularise";
import { type Matrix, transpose, zeros } from "../matrix/matrix";
import { maxAbs, powerOfTwoScale } from "../matrix/scaling";

export interface Qr {
  readonly q: Matrix;
  readonly r: Matrix;
}

/** Thin QR of any m × n matrix, also 0 × n. About 4mn² flops for m ≥ n, Q included. The input is not changed. */
export function qr(a: Matrix): Qr {
  const { rows: m, cols: n } = a;
  const k = Math.min(m, n);
  const [up, up2] = powerOfTwoScale(maxAbs(a.data));
  const w = transpose(a).data;
  for (let i = 0; i < w.length; i++) w[i] = w[i]! * up * up2;
  const reflectors = triangularise(w, m, n);
  const r = zeros(k, n);
  for (let i = 0; i < k; i++) for (let j = i; j < n; j++) r.data[i * n + j] = w[j * m + i]! / up / up2;
  return positiveDiagonal({ q: { rows: m, cols: k, data: leadingColumns(m, k, reflectors) }, r });
}

function positiveDiagonal({ q, r }: Qr): Qr {
  const sign = new Float64Array(q.cols);
  for (let i = 0; i < r.rows; i++) {
    sign[i] = r.data[i * r.cols + i]! < 0 ? -1 : 1;
    if (sign[i]! < 0) for (let j = i; j < r.cols; j++) r.data[i * r.cols + j]! *= -1;
  }
  for (let p = 0; p < q.rows; p++) for (let i = 0; i < q.cols; i++) q.data[p * q.cols + i]! *= sign[i]!;
  return { q, r };
}
