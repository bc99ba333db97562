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

/** Room for one matrix and its parts, kept between calls. */
const parts = new Float64Array(10);

/** SVD of a 2 × 2 matrix: s₁ ≥ s₂ ≥ 0; the entry of largest size in each column of V is positive. Throws DomainError. */
export function svd2(a: Mat2): Svd2 {
  const k = steadyScale("svd2", largest2(a));
  const x = parts;
  for (let i = 0; i < 4; i++) x[i] = a[i]! * k;
  svd2Into(x);
  return {
    u: [x[0]!, x[1]!, x[2]!, x[3]!],
    s: [x[4]! / k, x[5]! / k],
    v: [x[6]!, x[7]!, x[8]!, x[9]!],
  };
}

/** Overwrites the first four entries of `x`, A of order one, by U, and the six after them by s and V. */
export function svd2Into(x: Float64Array): void {
  const p = x[0]!;
  const q = x[1]!;
  const r = x[2]!;
  const t = x[3]!;
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
  let vx = cos >= 0 ? cos / size + 1 : sin / size;
  let vy = cos >= 0 ? sin / size : 1 - cos / size;
  if (size === 0) {
    vx = 1;
    vy = 0;
  }
  const norm = Math.sqrt(vx * vx + vy * vy);
  const sign1 = leads(vx, vy) / norm;
  vx = vx * sign1 + 0;
  vy = vy * sign1 + 0;
  const sign2 = leads(-vy, vx);
  let ux = p * vx + q * vy;
  let uy = r * vx + t * vy;
  const stretch = length(ux, uy);
  ux = stretch === 0 ? 1 : ux / stretch + 0;
  uy = stretch === 0 ? 0 : uy / stretch + 0;
  // A mirroring A has U and V of opposite orientation.
  const sign3 = d < 0 ? -sign2 : sign2;
  x[0] = ux;
  x[1] = 0 - sign3 * uy;
  x[2] = uy;
  x[3] = sign3 * ux + 0;
  x[4] = s1;
  x[5] = s1 === 0 ? 0 : Math.min(s1, Math.abs(d) / s1);
  x[6] = vx;
  x[7] = 0 - sign2 * vy;
  x[8] = vy;
  x[9] = sign2 * vx + 0;
}
