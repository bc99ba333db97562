/**
 * B = U Σ Vᵀ for upper bidiagonal B, n × n, by divide and conquer (Gu & Eisenstat 1995; LAPACK dbdsdc, dlasd0): without its middle
 * row B falls into two bidiagonal blocks, each a row shorter than it is long; their SVDs and the middle row give a matrix of a
 * diagonal and one full row, whose singular values solve a secular equation (bidiagonalMerge.ts). Blocks of a few rows go to
 * implicit-shift QR. Singular vectors are rows, so that turning, copying and scaling one runs along memory.
 */

import { type BidiagonalSvd, bidiagonalMerge, insertRow, type MergeRoom, mergeRoom } from "./bidiagonalMerge";
import { bidiagonalQr } from "./bidiagonalQr";

/** Up to this many rows QR is the faster. */
export const LEAF = 24;

const NOTHING = 2 ** -900;

/**
 * Overwrites d (n, the diagonal) with the singular values, in the order of the rows, and e (n − 1, the superdiagonal); fills `into`.
 * Entries of B of order one. Throws ConvergenceError. O(n²) for values alone, else at most 8n³/3 flops at the speed of the product, a half or less where many
 * values deflate.
 */
export function bidiagonalDivide(d: Float64Array, e: Float64Array, into: BidiagonalSvd): void {
  const n = d.length;
  if (n === 0) return;
  flush(d);
  flush(e);
  if (n <= LEAF) leaf(e, { d, svd: into, ends: new Float64Array(2 * n) }, 0, n, 0);
  else conquer(e, mergeRoom(d, into), 0, n, 0);
}

/** So small a part of the whole only costs digits and, near the smallest numbers, convergence. */
function flush(x: Float64Array): void {
  for (let i = 0; i < x.length; i++) if (Math.abs(x[i]!) < NOTHING) x[i] = 0;
}

/** Rows from … from + n − 1, one column longer than tall when extra = 1. */
function conquer(e: Float64Array, room: MergeRoom, from: number, n: number, extra: 0 | 1): void {
  if (n <= LEAF) {
    leaf(e, room, from, n, extra);
    return;
  }
  const { d } = room;
  const above = (n - 1) >> 1;
  const middle = from + above;
  const alpha = d[middle]!;
  const beta = e[middle]!;
  conquer(e, room, from, above, 1);
  conquer(e, room, middle + 1, n - above - 1, extra);
  bidiagonalMerge(room, { from, above, n, extra }, alpha, beta);
}

/** The SVD of a small block by QR. Its right singular vectors fill a block one row and column larger when extra = 1. */
function leaf(
  e: Float64Array,
  { d, svd, ends }: Pick<MergeRoom, "d" | "svd" | "ends">,
  from: number,
  n: number,
  extra: 0 | 1,
): void {
  const { left, leftStride, right, order } = svd;
  const wide = n + extra;
  const vectors = right.length > 0;
  const stride = d.length;
  if (vectors) {
    for (let i = from; i < from + n; i++) left[i * leftStride + i] = 1;
    for (let i = from; i < from + wide; i++) right[i * stride + i] = 1;
  }
  ends[2 * from] = 1;
  ends[2 * (from + wide) - 1] = 1;
  const u = { x: left, first: from, stride: leftStride, size: vectors ? n : 0 };
  // Without vectors, their first and last entries are enough.
  const v = vectors ? { x: right, first: from, stride, size: wide } : { x: ends, first: 0, stride: 2, size: 2 };
  bidiagonalQr(d, e, from, n, extra, u, v);
  if (vectors)
    for (let i = from; i < from + wide; i++) {
      ends[2 * i] = right[i * stride + from]!;
      ends[2 * i + 1] = right[i * stride + from + wide - 1]!;
    }
  for (let i = from; i < from + n; i++) insertRow(order, d, from, i);
}
