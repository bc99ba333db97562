import { euclideanNorm } from "./euclideanNorm";

/** Rounds of scaling; each one that changes anything shrinks the norm, so a handful is enough. */
const ROUNDS = 60;
/** A step is worth taking only when it shrinks the row and column together by this factor. */
const WORTH = 0.95;

/**
 * W ← D⁻¹ W D with D of powers of two, so that row i and column i have about the same 2-norm: exact, and eigenvalues of badly scaled
 * matrices keep their digits (Parlett & Reinsch 1969, in the 2-norm as James, Langou & Lowery 2014). Overwrites W, n × n; returns D.
 */
export function balance(w: Float64Array, n: number): Float64Array {
  const d = new Float64Array(n).fill(1);
  for (let round = 0, changed = true; changed && round < ROUNDS; round++) {
    changed = false;
    for (let i = 0; i < n; i++) {
      const row = euclideanNorm(w, i * n, n);
      const column = euclideanNorm(w, i, n, n);
      if (row === 0 || column === 0) continue;
      const factor = 2 ** Math.round(Math.log2(row / column) / 2);
      const scale = d[i]! * factor;
      if (!(scale > 1e-150 && scale < 1e150)) continue;
      if (Math.hypot(column * factor, row / factor) >= WORTH * Math.hypot(column, row)) continue;
      d[i] = scale;
      changed = true;
      for (let j = 0; j < n; j++) w[i * n + j]! /= factor;
      for (let j = 0; j < n; j++) w[j * n + i]! *= factor;
    }
  }
  return d;
}
