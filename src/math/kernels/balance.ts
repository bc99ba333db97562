import { euclideanNorm } from "./euclideanNorm";

/** Rounds of scaling; each one that changes anything shrinks the norm, so a handful is enough. */
const ROUNDS = 60;
/** A step is worth taking only when it shrinks the row and column together by this factor. */
const WORTH = 0.95;

/** Below this a sum of squares has lost digits to underflow. */
const SAFE_SQUARE = 2 ** -900;

/**
 * W ← D⁻¹ W D with D of powers of two, so that row i and column i have about the same 2-norm: exact, and eigenvalues of badly scaled
 * matrices keep their digits (Parlett & Reinsch 1969, in the 2-norm as James, Langou & Lowery 2014). Overwrites W, n × n, and D, n.
 */
export function balance(w: Float64Array, n: number, d: Float64Array): void {
  for (let i = 0; i < n; i++) d[i] = 1;
  for (let round = 0, changed = true; changed && round < ROUNDS; round++) {
    changed = false;
    for (let i = 0; i < n; i++) if (!nearlyEqual(w, n, i) && rescale(w, n, i, d)) changed = true;
  }
}

/** Whether the norms of row and column i differ by less than the factor of two from which a power of two helps. */
function nearlyEqual(w: Float64Array, n: number, i: number): boolean {
  let row = 0;
  let column = 0;
  for (let j = 0, r = i * n, c = i; j < n; j++, r++, c += n) {
    row += w[r]! * w[r]!;
    column += w[c]! * w[c]!;
  }
  // False too where a sum has overflowed.
  return row > SAFE_SQUARE && column > SAFE_SQUARE && row < 4 * column && column < 4 * row;
}

function rescale(w: Float64Array, n: number, i: number, d: Float64Array): boolean {
  const row = euclideanNorm(w, i * n, n);
  const column = euclideanNorm(w, i, n, n);
  if (row === 0 || column === 0) return false;
  const factor = 2 ** Math.round(Math.log2(row / column) / 2);
  const scale = d[i]! * factor;
  if (!(scale > 1e-150 && scale < 1e150)) return false;
  if (Math.hypot(column * factor, row / factor) >= WORTH * Math.hypot(column, row)) return false;
  d[i] = scale;
  for (let j = 0; j < n; j++) w[i * n + j]! /= factor;
  for (let j = 0; j < n; j++) w[j * n + i]! *= factor;
  return true;
}
