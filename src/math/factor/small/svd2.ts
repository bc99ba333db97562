/**
 * A = U diag(s) Vᵀ for 2 × 2. A is the sum of a rotation, length √(e² + h²)/2, and a reflection, length √(f² + g²)/2: σ₁ is the sum of the
 * lengths, and V's angle half the difference of the two angles (the polar view of Golub & Van Loan, §8.6.3). Half angles by square
 * roots, no trigonometry. σ₂ = |det A|/σ₁ keeps its digits however small. About 150 flops.
 */
import { differenceOfProducts } from "../../kernels/differenceOfProducts";
import type { Mat2 } from "../../matrix/mat2";
import type { Vec2 } from "../../matrix/vec2";
import { leads } from "./lead";
import { largest2, length, steadyScale } from "./scale";

export interface Svd2 {
  /** Orthogonal, columns are left singular vectors. */
  readonly u: Mat2;
  readonly s: Vec2;
  /** Orthogonal, columns are right singular vectors: A = U diag(s) Vᵀ. */
  readonly v: Mat2;
}

/** SVD of a 2 × 2 matrix: s₁ ≥ s₂ ≥ 0; the entry of largest size in each column of V is positive. Throws DomainError. */
export function svd2(a: Mat2): Svd2 {
  const k = steadyScale("svd2", largest2(a));
  const p = a[0] * k;
  const q = a[1] * k;
  const r = a[2] * k;
  const t = a[3] * k;
  // Each is one sum of two entries, so right to the last place.
  const e = p + t;
  const h = r - q;
  const f = p - t;
  const g = r + q;
  const s1 = (length(e, h) + length(f, g)) / 2;
  const d = differenceOfProducts(p, t, q, r);
  // Cosine and sine of twice V's angle, times √(e² + h²) √(f² + g²); a missing part counts as turned by zero.
  const turning = e !== 0 || h !== 0;
  const mirroring = f !== 0 || g !== 0;
  const cos = mirroring ? (turning ? e * f + h * g : f) : 1;
  const sin = mirroring ? (turning ? e * g - h * f : g) : 0;
  const size = length(cos, sin);
  // The longer of two forms of the half angle, so that neither cancels.
  let x = cos >= 0 ? cos / size + 1 : sin / size;
  let y = cos >= 0 ? sin / size : 1 - cos / size;
  if (size === 0) {
    x = 1;
    y = 0;
  }
  const norm = Math.sqrt(x * x + y * y);
  const sign1 = leads(x, y) / norm;
  x = x * sign1 + 0;
  y = y * sign1 + 0;
  const sign2 = leads(-y, x);
  let ux = p * x + q * y;
  let uy = r * x + t * y;
  const stretch = length(ux, uy);
  ux = stretch === 0 ? 1 : ux / stretch + 0;
  uy = stretch === 0 ? 0 : uy / stretch + 0;
  // A mirroring A has U and V of opposite orientation.
  const sign3 = d < 0 ? -sign2 : sign2;
  const s2 = s1 === 0 ? 0 : Math.min(s1, Math.abs(d) / s1);
  return {
    u: [ux, 0 - sign3 * uy, uy, sign3 * ux + 0],
    s: [s1 / k, s2 / k],
    v: [x, 0 - sign2 * y, y, sign2 * x + 0],
  };
}
