/** What a 3 × 3 matrix says by its cofactors, each a difference of products right to its last places. About 130 flops, and svd3 for rank. */
import { differenceOfProducts } from "../../kernels/differenceOfProducts";
import type { Mat3 } from "../../matrix/mat3";
import { EPSILON } from "../../tolerance";
import { largest3, steadyScale, times3 } from "./scale";
import { svd3 } from "./svd3";

/**
 * The signed volume of the image of the unit cube, by the first row; within a few ε·Σ|a₁ⱼ cof₁ⱼ|, so as good as each entry of the first row
 * known to its last place. ±Infinity only where the true value overflows. Throws DomainError.
 */
export function det3(a: Mat3): number {
  if (steadyScale("det3", largest3(a)) === 1) return expand(a, 1);
  // Each column by its own power of two; the powers come back together.
  const scaled = new Float64Array(9);
  let exponent = 0;
  for (let j = 0; j < 3; j++) {
    const largest = Math.max(Math.abs(a[j]!), Math.abs(a[j + 3]!), Math.abs(a[j + 6]!));
    if (largest === 0) return 0;
    const power = Math.floor(Math.log2(largest));
    const half = Math.trunc(power / 2);
    for (let i = j; i < 9; i += 3) scaled[i] = a[i]! / 2 ** half / 2 ** (power - half);
    exponent += power;
  }
  const third = Math.trunc(exponent / 3);
  return expand(scaled, 1) * 2 ** third * 2 ** third * 2 ** (exponent - 2 * third);
}

/** det(kA). */
function expand(a: ArrayLike<number>, k: number): number {
  const x = a[0]! * k * cofactor(a, k, 4, 8, 5, 7);
  const y = a[1]! * k * cofactor(a, k, 5, 6, 3, 8);
  const z = a[2]! * k * cofactor(a, k, 3, 7, 4, 6);
  // 0 first keeps −0 out of pictures and texts.
  return 0 + x + y + z;
}

/** (ps − qr) of kA for the places of p, s, q, r. */
function cofactor(a: ArrayLike<number>, k: number, p: number, s: number, q: number, r: number): number {
  return differenceOfProducts(a[p]! * k, a[s]! * k, a[q]! * k, a[r]! * k);
}

/** A⁻¹ by cofactors, or null when σ₃ ≤ 3ε·σ₁: then no inverse can be trusted. Throws DomainError. */
export function inverse3(a: Mat3): Mat3 | null {
  const k = steadyScale("inverse3", largest3(a));
  if (rank3(a) < 3) return null;
  const d = expand(a, k);
  // (kA)⁻¹ = A⁻¹/k, so the scale is applied, not undone.
  return [
    (cofactor(a, k, 4, 8, 5, 7) / d) * k,
    (cofactor(a, k, 2, 7, 1, 8) / d) * k,
    (cofactor(a, k, 1, 5, 2, 4) / d) * k,
    (cofactor(a, k, 5, 6, 3, 8) / d) * k,
    (cofactor(a, k, 0, 8, 2, 6) / d) * k,
    (cofactor(a, k, 2, 3, 0, 5) / d) * k,
    (cofactor(a, k, 3, 7, 4, 6) / d) * k,
    (cofactor(a, k, 1, 6, 0, 7) / d) * k,
    (cofactor(a, k, 0, 4, 1, 3) / d) * k,
  ];
}

/** σ values above 3ε·σ₁. Throws DomainError, ConvergenceError. */
export function rank3(a: Mat3): 0 | 1 | 2 | 3 {
  const k = steadyScale("rank3", largest3(a));
  // Of kA, since σ₁ of A itself may overflow, and σ₃ be a denormal.
  const { s } = svd3(times3(a, k));
  const floor = 3 * EPSILON * s[0];
  if (s[2] > floor) return 3;
  if (s[1] > floor) return 2;
  return s[0] > 0 ? 1 : 0;
}
