import { type Matrix, zeros } from "../matrix/matrix";

/** Row by row exp(z) / Σ exp(z), n × m; the row's largest z is taken off first, so nothing overflows. */
export function softmax({ rows, cols, data }: Matrix): Matrix {
  const out = zeros(rows, cols);
  for (let i = 0; i < rows; i++) {
    const row = data.subarray(i * cols, (i + 1) * cols);
    const top = largestOf(row);
    let sum = 0;
    for (let j = 0; j < cols; j++) sum += Math.exp(row[j]! - top);
    for (let j = 0; j < cols; j++) out.data[i * cols + j] = Math.exp(row[j]! - top) / sum;
  }
  return out;
}

/** Largest entry, −∞ for none; a loop, since a call with a very long row as its arguments overflows the stack. */
export function largestOf(row: Float64Array): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < row.length; j++) top = Math.max(top, row[j]!);
  return top;
}
