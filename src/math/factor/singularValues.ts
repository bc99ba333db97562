/**
 * The singular values of A, largest first, without vectors: to bidiagonal form, after a QR where A or Aᵀ is much taller than wide,
 * then divide and conquer without vectors, which needs no more than their first and last entries (LAPACK dlasda). A few rows or columns
 * go the way of smallSvd.ts.
 */
import { bidiagonalise } from "../kernels/bidiagonalise";
import type { Matrix } from "../matrix/matrix";
import { bidiagonalDivide } from "./bidiagonalDivide";
import { isSmall, smallSingularValues } from "./smallSvd";
import { upright } from "./upright";

const NO_VECTORS = new Float64Array(0);

/**
 * σ₁ ≥ σ₂ ≥ … ≥ 0 of any m × n matrix of finite entries, min(m, n) of them: svd(a).s to the bit. Throws DomainError on a NaN or an infinity,
 * ConvergenceError. About 4mn² − 4n³/3 flops for m ≥ n, a third of `svd`'s time.
 */
export function singularValues(a: Matrix): Float64Array {
  if (isSmall(a)) return smallSingularValues(a);
  const { n, up, up2, w, tall } = upright("singularValues", a);
  const { diagonal, superdiagonal } = bidiagonalise(w, tall, n, false);
  const order = new Int32Array(n);
  bidiagonalDivide(diagonal, superdiagonal, { left: NO_VECTORS, leftStride: 0, right: NO_VECTORS, order });
  return Float64Array.from(order, (_, i) => diagonal[order[n - 1 - i]!]! / up / up2);
}
