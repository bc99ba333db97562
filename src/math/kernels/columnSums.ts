import type { Matrix } from "../matrix/matrix";

/** 1ᵀA, the sum of each column. mn flops. */
export function columnSums({ rows, cols, data }: Matrix): Float64Array {
  const sums = new Float64Array(cols);
  for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) sums[j]! += data[i * cols + j]!;
  return sums;
}
