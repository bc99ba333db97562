/** Polar decomposition of 2 × 2 in closed form: the rotation or the reflection that A is made of, whichever is longer. About 80 flops. */
import { differenceOfProducts } from "../../kernels/differenceOfProducts";
import type { Mat2 } from "../../matrix/mat2";
import { largest2, length, steadyScale } from "./scale";

export interface Polar2 {
  readonly orthogonal: Mat2;
  readonly stretch: Mat2;
}

/**
 * A = R S: R the nearest orthogonal matrix (a reflection when det A < 0), S symmetric positive semidefinite (Higham 1986).
 * Of a singular A, R is the rotation of the two that are equally near; of zero, the identity. Throws DomainError.
 */
export function polar2(a: Mat2): Polar2 {
  const k = steadyScale("polar2", largest2(a));
  const p = a[0] * k;
  const q = a[1] * k;
  const r = a[2] * k;
  const t = a[3] * k;
  const mirrors = differenceOfProducts(p, t, q, r) < 0;
  const x = mirrors ? p - t : p + t;
  const y = mirrors ? r + q : r - q;
  const size = length(x, y);
  const c = size === 0 ? 1 : x / size + 0;
  const s = size === 0 ? 0 : y / size + 0;
  // [[c, ∓s], [s, ±c]] and its transpose times A.
  const down = mirrors ? -1 : 1;
  const across = (c * q + s * t + down * (c * r - s * p)) / 2;
  return {
    orthogonal: [c, 0 - down * s, s, down * c + 0],
    stretch: [(c * p + s * r) / k, across / k, across / k, (down * (c * t - s * q)) / k],
  };
}
