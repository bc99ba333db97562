/** 2 × 2 in closed form: these run on every frame. Each scales by a power of two first, so no square over- or underflows. */

import { type Mat2, multiply2, rotation2, transpose2 } from "../matrix/mat2";
import { maxAbs, powerOfTwoScale } from "../matrix/scaling";
import type { Vec2 } from "../matrix/vec2";
import { EPSILON } from "../tolerance";

function scaled(m: Mat2): { readonly m: Mat2; readonly back: (value: number) => number } {
  const [up, up2] = powerOfTwoScale(maxAbs(m));
  return {
    m: [m[0] * up * up2, m[1] * up * up2, m[2] * up * up2, m[3] * up * up2],
    back: (value) => value / up / up2,
  };
}

export interface Svd2 {
  /** Orthogonal, columns are left singular vectors. */
  readonly u: Mat2;
  readonly s: Vec2;
  /** Orthogonal, columns are right singular vectors: A = U diag(s) Vᵀ. */
  readonly v: Mat2;
}

/**
 * SVD of a 2 × 2 matrix: one rotation makes it symmetric, a second diagonalises (Golub & Van Loan, §8.6.3).
 * s₁ ≥ s₂ ≥ 0; the entry of largest size in each column of V is positive.
 */
export function svd2(a: Mat2): Svd2 {
  const { m, back } = scaled(a);
  const [p, q, r, t] = m;
  const angle = Math.atan2(r - q, p + t);
  const symmetric = multiply2(rotation2(-angle), m);
  const off = (symmetric[1] + symmetric[2]) / 2;
  const { values, vectors } = eigh2([symmetric[0], off, off, symmetric[3]]);
  const order = Math.abs(values[0]) >= Math.abs(values[1]) ? [0, 1] : [1, 0];
  const column = (k: number): Vec2 => (k === 0 ? [vectors[0], vectors[2]] : [vectors[1], vectors[3]]);
  const [v1, v2] = [column(order[0]!), column(order[1]!)];
  const [l1, l2] = [values[order[0] as 0 | 1], values[order[1] as 0 | 1]];
  const v: Mat2 = [v1[0], v2[0], v1[1], v2[1]];
  const turned = multiply2(rotation2(angle), v);
  const [s1, s2] = [l1 < 0 ? -1 : 1, l2 < 0 ? -1 : 1];
  const u: Mat2 = [s1 * turned[0], s2 * turned[1], s1 * turned[2], s2 * turned[3]];
  return { u, s: [back(Math.abs(l1)), back(Math.abs(l2))], v };
}

export interface Eigh2 {
  readonly values: Vec2;
  /** Orthogonal; column j belongs to values[j]. */
  readonly vectors: Mat2;
}

/** Eigendecomposition of a symmetric 2 × 2 matrix (its upper triangle is read), larger value first (LAPACK dlaev2's identities). */
export function eigh2(a: Mat2): Eigh2 {
  const { m, back } = scaled(a);
  const [p, q, , t] = m;
  const mean = (p + t) / 2;
  const half = (p - t) / 2;
  const radius = Math.hypot(half, q);
  const larger = mean >= 0 ? mean + radius : (p * t - q * q) / (mean - radius);
  const smaller = mean >= 0 ? (mean + radius === 0 ? 0 : (p * t - q * q) / (mean + radius)) : mean - radius;
  // The longer of the two rows of A − λI gives the vector without cancellation.
  const raw: Vec2 = half >= 0 ? [half + radius, q] : [q, radius - half];
  const first = unit(raw);
  const second = lead([-first[1], first[0]]);
  // Values equal but for rounding can come out crossed.
  const values: Vec2 = [back(Math.max(larger, smaller)), back(Math.min(larger, smaller))];
  return { values, vectors: [first[0], second[0], first[1], second[1]] };
}

/** The entry of larger size made positive; of equals, the first. Adding 0 keeps −0 out of pictures and texts. */
function lead(v: Vec2): Vec2 {
  const big = Math.abs(v[0]) >= Math.abs(v[1]) * (1 - 1e-12) ? v[0] : v[1];
  return big < 0 ? [0 - v[0], 0 - v[1]] : [v[0] + 0, v[1] + 0];
}

/** v / ‖v‖ with its sign fixed, (1, 0) for zero. Divided by its largest entry first: a denormal ‖v‖ has no digits to divide by. */
function unit(v: Vec2): Vec2 {
  const largest = Math.max(Math.abs(v[0]), Math.abs(v[1]));
  if (largest === 0) return [1, 0];
  const scaledDown: Vec2 = [v[0] / largest, v[1] / largest];
  const size = Math.hypot(scaledDown[0], scaledDown[1]);
  return lead([scaledDown[0] / size, scaledDown[1] / size]);
}

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
 * Eigenvalues of any 2 × 2 matrix, larger first, with unit eigenvectors; the kind says what a picture can show.
 * A discriminant within rounding of zero counts as zero. `angle` in radians, in (0, π].
 */
export function eig2(a: Mat2): Eig2 {
  const { m, back } = scaled(a);
  const [p, q, r, t] = m;
  const half = (p - t) / 2;
  const mean = (p + t) / 2;
  const discriminant = half * half + q * r;
  const size = half * half + Math.abs(q * r);
  const noise = 8 * EPSILON * Math.max(size, EPSILON * mean * mean);
  if (discriminant < -noise) {
    const im = Math.sqrt(-discriminant);
    return {
      kind: "complex",
      re: back(mean),
      im: back(im),
      modulus: back(Math.hypot(mean, im)),
      angle: Math.atan2(im, mean),
    };
  }
  if (discriminant <= noise) {
    if (Math.max(Math.abs(half), Math.abs(q), Math.abs(r)) <= 8 * EPSILON * Math.abs(mean))
      return { kind: "every", value: back(mean) };
    if (size === 0 && q === 0 && r === 0) return { kind: "every", value: back(mean) };
    return { kind: "defective", value: back(mean), vector: kernel(m, mean) };
  }
  const root = Math.sqrt(discriminant);
  const far = mean >= 0 ? mean + root : mean - root;
  const near = (p * t - q * r) / far;
  const values: Vec2 = mean >= 0 ? [far, near] : [near, far];
  return {
    kind: "real",
    values: [back(values[0]), back(values[1])],
    vectors: [kernel(m, values[0]), kernel(m, values[1])],
  };
}

/** Unit vector of the null space of A − λI, from its longer row. */
function kernel([p, q, r, t]: Mat2, value: number): Vec2 {
  const top: Vec2 = [-q, p - value];
  const bottom: Vec2 = [value - t, r];
  return unit(Math.hypot(...top) >= Math.hypot(...bottom) ? top : bottom);
}

/** ad − bc, the signed area of the image of the unit square. */
export function det2([p, q, r, t]: Mat2): number {
  return p * t - q * r;
}

/** A⁻¹, or null when σ₂ ≤ 2ε·σ₁: then no inverse can be trusted. */
export function inverse2(a: Mat2): Mat2 | null {
  const { m, back } = scaled(a);
  const { s } = svd2(m);
  if (!(s[1] > 2 * EPSILON * s[0])) return null;
  const d = det2(m);
  // (qA)⁻¹ = A⁻¹/q, so the scale is applied, not undone.
  const unit = back(1);
  return [m[3] / d / unit, -m[1] / d / unit, -m[2] / d / unit, m[0] / d / unit];
}

/** σ values above 2ε·σ₁. */
export function rank2(a: Mat2): 0 | 1 | 2 {
  const { s } = svd2(a);
  if (s[0] === 0) return 0;
  return s[1] > 2 * EPSILON * s[0] ? 2 : 1;
}

/** A = R S: R the nearest orthogonal matrix (a reflection when det A < 0), S symmetric positive semidefinite (Higham 1986). */
export function polar2(a: Mat2): { readonly orthogonal: Mat2; readonly stretch: Mat2 } {
  const { u, s, v } = svd2(a);
  const vt = transpose2(v);
  const stretch = multiply2([v[0] * s[0], v[1] * s[1], v[2] * s[0], v[3] * s[1]], vt);
  return { orthogonal: multiply2(u, vt), stretch };
}
