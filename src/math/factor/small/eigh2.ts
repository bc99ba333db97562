/**
 * S = V diag(λ) Vᵀ for symmetric 2 × 2: λ = mean ± radius, the one of smaller size as det S over the other, so that it keeps its digits
 * (LAPACK dlaev2's identities). About 60 flops.
 */
import { differenceOfProducts } from "../../kernels/differenceOfProducts";
import type { Mat2 } from "../../matrix/mat2";
import type { Vec2 } from "../../matrix/vec2";
import { leads } from "./lead";
import { largest2, length, steadyScale } from "./scale";

export interface Eigh2 {
  readonly values: Vec2;
  /** Orthogonal; column j belongs to values[j]. */
  readonly vectors: Mat2;
}

/** Eigendecomposition of a symmetric 2 × 2 matrix, of which the lower triangle is read, larger value first. Throws DomainError. */
export function eigh2(a: Mat2): Eigh2 {
  const k = steadyScale("eigh2", largest2(a));
  const p = a[0] * k;
  const q = a[2] * k;
  const t = a[3] * k;
  const mean = (p + t) / 2;
  const half = (p - t) / 2;
  const radius = length(half, q);
  const far = mean >= 0 ? mean + radius : mean - radius;
  const near = far === 0 ? 0 : differenceOfProducts(p, t, q, q) / far;
  // The longer of the two rows of S − λI gives the vector without cancellation.
  let x = radius === 0 ? 1 : half >= 0 ? half / radius + 1 : q / radius;
  let y = radius === 0 ? 0 : half >= 0 ? q / radius : 1 - half / radius;
  const norm = Math.sqrt(x * x + y * y);
  const sign1 = leads(x, y) / norm;
  x = x * sign1 + 0;
  y = y * sign1 + 0;
  const sign2 = leads(-y, x);
  return {
    // Values equal but for rounding can come out crossed.
    values: [Math.max(far, near) / k + 0, Math.min(far, near) / k + 0],
    vectors: [x, 0 - sign2 * y, y, sign2 * x + 0],
  };
}
