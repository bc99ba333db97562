/**
 * A = QR for A m × n, or A P = QR with the columns in an order that shows the rank: thin, k = min(m, n), Q m × k with orthonormal
 * columns, R k × n upper triangular with a non-negative diagonal. Householder reflections, by panels where no column is chosen
 * (Golub & Van Loan, 4th ed., §5.2, §5.4; LAPACK dgeqrf, dgeqp3).
 */
import { formQ } from "../kernels/blockReflector";
import { columnsOfQ, reflectColumns } from "../kernels/reflectColumns";
import { productOfReflections, reflectLines } from "../kernels/reflections";
import { triangularise } from "../kernels/triangularise";
import { largestFinite } from "../matrix/finite";
import { type Matrix, zeros } from "../matrix/matrix";
import { powerOfTwoScale } from "../matrix/scaling";
import { relativeTolerance } from "../tolerance";
import { steadyScale } from "./small/scale";

export interface Qr {
  readonly q: Matrix;
  readonly r: Matrix;
}

export interface PivotedQr extends Qr {
  /** Column j of A P is column perm[j] of A. */
  readonly perm: Int32Array;
  /** Diagonal entries of R above max(m, n)·ε·r₁₁. */
  readonly rank: number;
}

/** Reflections fewer than this are cheaper one by one. */
const FEW = 24;
/** Entries of an A that is small. */
const SMALL = 1024;

/** Room for a small A and its Qᵀ, kept from call to call: a few rows run on every frame, and half their time was allocation. */
const room = { w: new Float64Array(SMALL), turnedQ: new Float64Array(SMALL), tau: new Float64Array(FEW) };

/**
 * Thin QR of any finite m × n matrix, also 0 × n. Throws DomainError. About 4mn² flops for m ≥ n, Q included; a small one allocates its
 * result alone: 2 × 2 0.1 µs, 3 × 3 0.5 µs, 4 × 4 0.6 µs.
 */
export function qr(a: Matrix): Qr {
  const { rows: m, cols: n } = a;
  const k = Math.min(m, n);
  const largest = largestFinite("qr", a);
  if (k < FEW && m * n <= SMALL) return smallQr(a, k, steadyScale("qr", largest));
  const [up, up2] = powerOfTwoScale(largest);
  const w = scaledColumns(a, up, up2);
  let q: Float64Array;
  if (k < FEW) {
    const tau = new Float64Array(k);
    reflectColumns(w, m, n, tau);
    q = columnsOfQ(w, m, k, tau);
  } else q = formQ(m, k, triangularise(w, m, n));
  return positiveDiagonal(q, w, m, n, up, up2);
}

/** In place in kept room; A is multiplied by `scale` first. */
function smallQr({ rows: m, cols: n, data }: Matrix, k: number, scale: number): Qr {
  const { w, turnedQ, tau } = room;
  for (let i = 0; i < data.length; i++) w[i] = data[i]! * scale;
  for (let i = 0; i < k; i++) tau[i] = reflectLines(w, i * (n + 1), n, m - i, 1, n - i);
  productOfReflections(turnedQ, m, k, w, n, n, tau, 0);
  const q = zeros(m, k);
  const r = zeros(k, n);
  for (let i = 0; i < k; i++) {
    const sign = w[i * (n + 1)]! < 0 ? -1 : 1;
    // From zero, since −0 is nothing to show.
    for (let p = i * (n + 1); p < (i + 1) * n; p++) r.data[p] = 0 + (sign * w[p]!) / scale;
    for (let j = 0; j < m; j++) q.data[j * k + i] = 0 + sign * turnedQ[i * m + j]!;
  }
  return { q, r };
}

/**
 * QR of any finite m × n matrix with column pivoting: r₁₁ ≥ r₂₂ ≥ … and no column of R has below row i more than rᵢᵢ, both but for
 * rounding; at each step the column with the largest remainder goes next. Throws DomainError. About 4mn² flops for m ≥ n, Q included.
 */
export function qrPivoted(a: Matrix): PivotedQr {
  const { rows: m, cols: n } = a;
  const k = Math.min(m, n);
  const [up, up2] = powerOfTwoScale(largestFinite("qrPivoted", a));
  const w = scaledColumns(a, up, up2);
  const tau = new Float64Array(k);
  const perm = new Int32Array(n);
  reflectColumns(w, m, n, tau, perm);
  const floor = relativeTolerance(m, n) * Math.abs(w[0] ?? 0);
  let rank = 0;
  while (rank < k && Math.abs(w[rank * (m + 1)]!) > floor) rank++;
  return { ...positiveDiagonal(columnsOfQ(w, m, k, tau), w, m, n, up, up2), perm, rank };
}

/** The columns of A times up·up2, as rows. */
function scaledColumns({ rows: m, cols: n, data }: Matrix, up: number, up2: number): Float64Array {
  const w = new Float64Array(m * n);
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) w[j * m + i] = data[i * n + j]! * up * up2;
  return w;
}

/** R from its columns in `w`, unscaled; rows of R and columns of Q change sign together. */
function positiveDiagonal(q: Float64Array, w: Float64Array, m: number, n: number, up: number, up2: number): Qr {
  const k = Math.min(m, n);
  const r = zeros(k, n);
  for (let i = 0; i < k; i++) {
    const negative = w[i * m + i]! < 0;
    for (let j = i; j < n; j++) {
      const value = w[j * m + i]! / up / up2;
      // From zero, since −0 is nothing to show.
      r.data[i * n + j] = negative ? 0 - value : 0 + value;
    }
    for (let p = i; p < m * k; p += k) q[p] = negative ? 0 - q[p]! : 0 + q[p]!;
  }
  return { q: { rows: m, cols: k, data: q }, r };
}
