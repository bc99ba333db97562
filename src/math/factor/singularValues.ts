/**
 * The singular values of A, largest first, without vectors: to bidiagonal form, after a QR where A or Aᵀ is much taller than wide,
 * then implicit-shift QR (Golub & Reinsch 1970; Golub & Van Loan, §8.6; LAPACK dgesvd without vectors).
 */
import { bidiagonalise } from "../kernels/bidiagonalise";
import type { Matrix } from "../matrix/matrix";
import { bidiagonalQr } from "./bidiagonalQr";
import { upright } from "./upright";

const NO_VECTORS = new Float64Array(0);

/**
 * σ₁ ≥ σ₂ ≥ … ≥ 0 of any m × n matrix of finite entries, min(m, n) of them, to a few ε·σ₁. Throws DomainError on a NaN or an infinity,
 * ConvergenceError. About 4mn² − 4n³/3 flops for m ≥ n, a third of `svd`'s time.
 */
export function singularValues(a: Matrix): Float64Array {
  const { n, up, up2, w, tall } = upright("singularValues", a);
  const { diagonal, superdiagonal } = bidiagonalise(w, tall, n, false);
  bidiagonalQr(diagonal, superdiagonal, NO_VECTORS, NO_VECTORS);
  for (let i = 0; i < n; i++) diagonal[i] = Math.abs(diagonal[i]!) / up / up2;
  return diagonal.sort().reverse();
}
