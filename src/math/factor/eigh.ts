/**
 * A = V Λ Vᵀ for symmetric A: real eigenvalues, largest first, orthonormal eigenvectors in the columns of V, each with its entry of
 * largest size positive. Householder tridiagonalisation, then divide and conquer, or QR sweeps where n is small (Golub & Van Loan,
 * 4th ed., §8.3, §8.4; LAPACK dsyevd).
 */

import { applyTransposedFromRight } from "../kernels/blockReflector";
import { tridiagonalDivide } from "../kernels/tridiagonalDivide";
import { tridiagonalise, tridiagonaliseSmall } from "../kernels/tridiagonalise";
import { tridiagonalQr } from "../kernels/tridiagonalQr";
import { largestFinite } from "../matrix/finite";
import { type Matrix, zeros } from "../matrix/matrix";
import { powerOfTwoScale } from "../matrix/scaling";
import { squareSize } from "../matrix/square";
import { descending, signOf } from "./order";

export interface Eigh {
  /** λ₁ ≥ λ₂ ≥ … ≥ λₙ. */
  readonly values: Float64Array;
  /** n × n, column j for values[j]. */
  readonly vectors: Matrix;
}

/** Up to this size blocks and divide and conquer do not pay. */
const SMALL = 48;
/** Rows or columns that are transposed together, since those of a column lie in as many cache lines. */
const STRIP = 8;

/**
 * Eigendecomposition of a symmetric n × n matrix, of which the lower triangle is read. Throws ShapeError, DomainError where an entry is
 * not finite, ConvergenceError. 4n³/3 flops to tridiagonal form, 2n³ back, up to 4n³/3 between.
 */
export function eigh(a: Matrix): Eigh {
  const n = squareSize("eigh", a);
  const [up, up2] = powerOfTwoScale(largestFinite("eigh", a));
  return n <= SMALL ? small(a, up, up2) : large(a, up, up2);
}

/** Room for small matrices, kept from call to call: eigh of a handful of rows runs on every frame, and a third of it was allocation. */
const room = {
  w: new Float64Array(SMALL * SMALL),
  q: new Float64Array(SMALL * SMALL),
  d: new Float64Array(SMALL),
  e: new Float64Array(SMALL),
  c: new Float64Array(SMALL),
  s: new Float64Array(SMALL),
  order: new Int32Array(SMALL),
};

/** Reflections one by one and QR sweeps. */
function small(a: Matrix, up: number, up2: number): Eigh {
  const n = a.rows;
  const { w, q, d, e, c, s, order } = room;
  scaledUpper(a, up, up2, w);
  tridiagonaliseSmall(w, n, d, e, q, c, s);
  tridiagonalQr(d, e, 0, n, q, 0, n, n, c, s);
  for (let i = 0; i < n; i++) {
    let j = i;
    for (; j > 0 && d[order[j - 1]!]! < d[i]!; j--) order[j] = order[j - 1]!;
    order[j] = i;
  }
  const values = new Float64Array(n);
  const vectors = zeros(n, n);
  for (let to = 0; to < n; to++) {
    const from = order[to]!;
    values[to] = d[from]! / up / up2;
    const sign = signOf(q, from, n, n);
    for (let i = 0; i < n; i++) vectors.data[i * n + to] = sign * q[i * n + from]!;
  }
  return { values, vectors };
}

/** Panels, divide and conquer, blocks of reflectors. */
function large(a: Matrix, up: number, up2: number): Eigh {
  const n = a.rows;
  const w = new Float64Array(n * n);
  scaledUpper(a, up, up2, w);
  const d = new Float64Array(n);
  const e = new Float64Array(n);
  const reflectors = tridiagonalise(w, n, d, e);
  const vt = tridiagonalDivide(d, e, n);
  // A = QTQᵀ, T = ZΛZᵀ: the rows of Zᵀ times Qᵀ, the last reflectors first.
  applyTransposedFromRight(vt, n, n, reflectors);
  const order = descending(d);
  const values = Float64Array.from(order, (from) => d[from]! / up / up2);
  return { values, vectors: columnsOf(vt, n, order) };
}

/** The lower triangle of A, times a power of two, as the upper triangle of W. */
function scaledUpper({ rows: n, data }: Matrix, up: number, up2: number, w: Float64Array): void {
  for (let first = 0; first < n; first += STRIP)
    for (let j = 0; j < n; j++)
      for (let i = Math.max(first, j); i < first + STRIP && i < n; i++) w[j * n + i] = data[i * n + j]! * up * up2;
}

/** Rows of `vt` become columns, in the given order, signs fixed. */
function columnsOf(vt: Float64Array, n: number, order: readonly number[]): Matrix {
  const out = zeros(n, n);
  const signs = order.map((from) => signOf(vt, from * n, 1, n));
  for (let j = 0; j < n; j += STRIP) {
    const end = Math.min(n, j + STRIP);
    for (let i = 0; i < n; i++)
      for (let to = j; to < end; to++) out.data[i * n + to] = signs[to]! * vt[order[to]! * n + i]!;
  }
  return out;
}
