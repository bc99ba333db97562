/** Norms of a matrix and of a vector; no square over- or underflows where the norm itself does not. NaN where an entry is NaN. */
import type { Matrix } from "../matrix/matrix";
import { maxAbs } from "../matrix/scaling";
import { singularValues } from "./singularValues";

/** ‖A‖₁ = max over columns of Σᵢ |aᵢⱼ|. Infinity only where that overflows. mn flops. */
export function oneNorm({ rows, cols, data }: Matrix): number {
  const sums = new Float64Array(cols);
  for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) sums[j]! += Math.abs(data[i * cols + j]!);
  return maxAbs(sums);
}

/** ‖A‖∞ = max over rows of Σⱼ |aᵢⱼ|. Infinity only where that overflows. mn flops. */
export function infinityNorm({ rows, cols, data }: Matrix): number {
  const sums = new Float64Array(rows);
  for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) sums[i]! += Math.abs(data[i * cols + j]!);
  return maxAbs(sums);
}

/** ‖A‖_F = √Σ aᵢⱼ². Infinity only where that overflows. 2mn flops. */
export function frobeniusNorm({ data }: Matrix): number {
  return euclideanNorm(data);
}

/** ‖x‖₂ of any list of numbers. Infinity only where that overflows. 2n flops. */
export function euclideanNorm(x: ArrayLike<number>): number {
  const largest = maxAbs(x);
  if (!(largest > 0 && Number.isFinite(largest))) return largest;
  // The squares of these are far from both ends of the range, so the usual case is one pass more.
  const plain = largest > 2 ** -400 && largest < 2 ** 400;
  let sum = 0;
  if (plain) for (let i = 0; i < x.length; i++) sum += x[i]! * x[i]!;
  else for (let i = 0; i < x.length; i++) sum += (x[i]! / largest) ** 2;
  return plain ? Math.sqrt(sum) : largest * Math.sqrt(sum);
}

/** ‖A‖₂ = σ₁, the most that A lengthens a vector; 0 for an empty matrix. Throws DomainError, ConvergenceError. The cost of singularValues. */
export function spectralNorm(a: Matrix): number {
  return singularValues(a)[0] ?? 0;
}

/** ‖A‖∗ = Σ σᵢ, the trace norm; 0 for an empty matrix. Throws DomainError, ConvergenceError. The cost of singularValues. */
export function nuclearNorm(a: Matrix): number {
  return singularValues(a).reduce((sum, value) => sum + value, 0);
}
