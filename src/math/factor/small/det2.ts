/** What a 2 × 2 matrix says by its determinant and singular values. Closed forms; about 10 to 60 flops each. */
import { differenceOfProducts } from "../../kernels/differenceOfProducts";
import type { Mat2 } from "../../matrix/mat2";
import type { Vec2 } from "../../matrix/vec2";
import { EPSILON } from "../../tolerance";
import { largest2, length, steadyScale } from "./scale";

/** ad − bc, the signed area of the image of the unit square, right within two units in the last place. */
export function det2(a: Mat2): number {
  // Adding 0 keeps −0 out of pictures and texts.
  return differenceOfProducts(a[0], a[3], a[1], a[2]) + 0;
}

/**
 * σ₁ ≥ σ₂ ≥ 0, both to nearly full relative accuracy: σ₁ is a sum of two lengths, σ₂ = |det A| / σ₁ has no cancellation.
 * Throws DomainError for an entry that is not finite.
 */
export function singularValues2(a: Mat2): Vec2 {
  const k = steadyScale("singularValues2", largest2(a));
  const p = a[0] * k;
  const q = a[1] * k;
  const r = a[2] * k;
  const t = a[3] * k;
  const s1 = (length(p + t, r - q) + length(p - t, r + q)) / 2;
  if (s1 === 0) return [0, 0];
  const s2 = Math.abs(differenceOfProducts(p, t, q, r)) / s1;
  return [s1 / k, Math.min(s1, s2) / k];
}

/** A⁻¹, or null when σ₂ ≤ 2ε·σ₁: then no inverse can be trusted. Throws DomainError. */
export function inverse2(a: Mat2): Mat2 | null {
  const k = steadyScale("inverse2", largest2(a));
  const p = a[0] * k;
  const q = a[1] * k;
  const r = a[2] * k;
  const t = a[3] * k;
  const s1 = (length(p + t, r - q) + length(p - t, r + q)) / 2;
  const d = differenceOfProducts(p, t, q, r);
  if (!(Math.abs(d) > 2 * EPSILON * s1 * s1)) return null;
  // (kA)⁻¹ = A⁻¹/k, so the scale is applied, not undone.
  return [(t / d) * k, (-q / d) * k, (-r / d) * k, (p / d) * k];
}

/** σ values above 2ε·σ₁. Throws DomainError. */
export function rank2(a: Mat2): 0 | 1 | 2 {
  const k = steadyScale("rank2", largest2(a));
  // Of kA, since σ₁ of A itself may overflow, and σ₂ be a denormal.
  const s = singularValues2([a[0] * k, a[1] * k, a[2] * k, a[3] * k]);
  if (s[0] === 0) return 0;
  return s[1] > 2 * EPSILON * s[0] ? 2 : 1;
}
