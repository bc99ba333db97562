/**
 * A v = λ v for any real 2 × 2: λ = mean ± √discriminant. The kind says what a picture can show: two lines, one line, every line, or none
 * but a turn. The eigenvalue of smaller size is det A over the other. About 80 flops.
 */
import { differenceOfProducts } from "../../kernels/differenceOfProducts";
import type { Mat2 } from "../../matrix/mat2";
import type { Vec2 } from "../../matrix/vec2";
import { EPSILON } from "../../tolerance";
import { leads } from "./lead";
import { largest2, length, steadyScale } from "./scale";

export type Eig2 =
  | { readonly kind: "real"; readonly values: Vec2; readonly vectors: readonly [Vec2, Vec2] }
  /** A multiple of the identity: every direction is an eigenvector. */
  | { readonly kind: "every"; readonly value: number }
  | { readonly kind: "defective"; readonly value: number; readonly vector: Vec2 }
  | {
      readonly kind: "complex";
      readonly re: number;
      readonly im: number;
      readonly modulus: number;
      readonly angle: number;
    };

/**
 * Eigenvalues of any 2 × 2 matrix, larger first, with unit eigenvectors, their entry of larger size positive.
 * A discriminant within rounding of zero counts as zero. `angle` in radians, in (0, π]. Throws DomainError.
 */
export function eig2(a: Mat2): Eig2 {
  const k = steadyScale("eig2", largest2(a));
  const p = a[0] * k;
  const q = a[1] * k;
  const r = a[2] * k;
  const t = a[3] * k;
  const half = (p - t) / 2;
  const mean = (p + t) / 2;
  const discriminant = half * half + q * r;
  const size = half * half + Math.abs(q * r);
  const noise = 8 * EPSILON * Math.max(size, EPSILON * mean * mean);
  if (discriminant < -noise) {
    const im = Math.sqrt(-discriminant);
    return { kind: "complex", re: mean / k, im: im / k, modulus: length(mean, im) / k, angle: Math.atan2(im, mean) };
  }
  if (discriminant <= noise) {
    const off = Math.max(Math.abs(half), Math.abs(q), Math.abs(r));
    if (off <= 8 * EPSILON * Math.abs(mean)) return { kind: "every", value: mean / k };
    return { kind: "defective", value: mean / k, vector: kernel(p, q, r, t, mean) };
  }
  const root = Math.sqrt(discriminant);
  const far = mean >= 0 ? mean + root : mean - root;
  const near = differenceOfProducts(p, t, q, r) / far;
  const larger = mean >= 0 ? far : near;
  const smaller = mean >= 0 ? near : far;
  return {
    kind: "real",
    values: [larger / k + 0, smaller / k + 0],
    vectors: [kernel(p, q, r, t, larger), kernel(p, q, r, t, smaller)],
  };
}

/** Unit vector of the null space of A − λI, from its longer row. */
function kernel(p: number, q: number, r: number, t: number, value: number): Vec2 {
  const top = length(q, p - value);
  const bottom = length(value - t, r);
  const size = Math.max(top, bottom);
  if (size === 0) return [1, 0];
  const x = (top >= bottom ? -q : value - t) / size;
  const y = (top >= bottom ? p - value : r) / size;
  const sign = leads(x, y) / Math.sqrt(x * x + y * y);
  return [sign * x + 0, sign * y + 0];
}
