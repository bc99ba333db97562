import type { Matrix } from "../matrix/matrix";

/** Indices that put `values` largest first; equal values keep their order. */
export function descending(values: ArrayLike<number>): number[] {
  return Array.from({ length: values.length }, (_, i) => i).sort((i, j) => values[j]! - values[i]!);
}

/**
 * +1 or −1: the sign that makes the entry of largest size positive; the first of equals decides. Of the whole row, or of `n` entries
 * from `at`, `step` apart.
 */
export function signOf(row: ArrayLike<number>, at = 0, step = 1, n = row.length): 1 | -1 {
  let lead = 0;
  for (let i = 0, k = at; i < n; i++, k += step)
    // A hair's margin, so that rounding does not choose between entries that are equal in exact arithmetic.
    if (Math.abs(row[k]!) > Math.abs(lead) * (1 + 1e-12)) lead = row[k]!;
  return lead < 0 ? -1 : 1;
}

/**
 * Signs (±1) that bring the columns of `next`, d × k, nearest to those of `previous`, for motion without flips. Where one has more rows or
 * columns than the other, what both have decides; a column without a partner keeps its sign.
 */
export function alignTo(previous: Matrix, next: Matrix): Float64Array {
  const k = Math.min(previous.cols, next.cols);
  const signs = new Float64Array(next.cols).fill(1);
  for (let j = 0; j < k; j++) {
    let dot = 0;
    for (let i = 0; i < Math.min(next.rows, previous.rows); i++)
      dot += previous.data[i * previous.cols + j]! * next.data[i * next.cols + j]!;
    if (dot < 0) signs[j] = -1;
  }
  return signs;
}
