/** Norms of a matrix; no square over- or underflows where the norm itself does not. NaN where an entry is NaN. */
import { euclideanNorm } from "../kernels/euclideanNorm";
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

/** ‖A‖₂ = σ₁, the most that A lengthens a vector; 0 for an empty matrix. Throws DomainError, ConvergenceError. The cost of singularValues. */
export function spectralNorm(a: Matrix): number {
  return singularValues(a)[0] ?? 0;
}

/** ‖A‖∗ = Σ σᵢ, the trace norm; 0 for an empty matrix. Throws DomainError, ConvergenceError. The cost of singularValues. */
export function nuclearNorm(a: Matrix): number {
  return singularValues(a).reduce((sum, value) => sum + value, 0);
}
