import type { Matrix } from "../matrix/matrix";

/** Entries between 2^−300 and 2^300 have squares, and sums of squares, with all their digits. */
const SAFE = 300;

/**
 * A power of two for each column that brings entries near 1, one for all columns or one for each; null where none is needed, which
 * is nearly always. Exact to multiply by.
 */
export function columnPowers(x: Matrix, largest: number, separately: boolean): Float64Array | null {
  if (!separately) return safe(largest) ? null : new Float64Array(x.cols).fill(power(largest));
  const columns = new Float64Array(x.cols);
  for (let i = 0, k = 0; i < x.rows; i++)
    for (let j = 0; j < x.cols; j++, k++) {
      const size = Math.abs(x.data[k]!);
      if (size > columns[j]!) columns[j] = size;
    }
  return columns.every(safe) ? null : columns.map((size) => (safe(size) ? 1 : power(size)));
}

/** X with column j multiplied by powers[j], a new matrix. */
export function scaleColumns(x: Matrix, powers: Float64Array): Matrix {
  return { ...x, data: x.data.map((value, k) => value * powers[k % x.cols]!) };
}

const safe = (size: number) => size === 0 || (size >= 2 ** -SAFE && size <= 2 ** SAFE);

/** Held to 2^±1000, itself within range: a denormal then comes to 2^−74, which is enough. */
const power = (size: number) => 2 ** Math.max(-1000, Math.min(1000, -Math.floor(Math.log2(size))));
