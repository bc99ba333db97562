import { EPSILON } from "../tolerance";

/** A real 2 × 2 block in standard form, and the rotation [c, s] that makes it so. */
export interface SchurBlock {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly cos: number;
  readonly sin: number;
}

/**
 * [[a, b], [c, d]] = G [[a′, b′], [c′, d′]] Gᵀ, G = [[cos, −sin], [sin, cos]], with either c′ = 0 (real eigenvalues a′, d′) or
 * a′ = d′ and b′c′ < 0 (the pair a′ ± i√|b′c′|). The identities of LAPACK dlanv2 (Bai & Demmel 1993).
 */
export function standardise(a: number, b: number, c: number, d: number): SchurBlock {
  if (c === 0) return { a, b, c, d, cos: 1, sin: 0 };
  if (b === 0) return { a: d, b: -c, c: 0, d: a, cos: 0, sin: 1 };
  if (a === d && Math.sign(b) !== Math.sign(c)) return { a, b, c, d, cos: 1, sin: 0 };
  const half = (a - d) / 2;
  const larger = Math.max(Math.abs(b), Math.abs(c));
  const smaller = Math.min(Math.abs(b), Math.abs(c)) * Math.sign(b) * Math.sign(c);
  const scale = Math.max(Math.abs(half), larger);
  const discriminant = (half / scale) * half + (larger / scale) * smaller;
  if (discriminant >= 4 * EPSILON) {
    const z = half + (half >= 0 ? 1 : -1) * Math.sqrt(scale) * Math.sqrt(discriminant);
    const r = Math.hypot(c, z);
    return { a: d + z, b: b - c, c: 0, d: d - (larger / z) * smaller, cos: z / r, sin: c / r };
  }
  return equalDiagonal(a, b, c, d);
}

/** Complex, or real and nearly equal: the diagonal is made equal first. */
function equalDiagonal(a: number, b: number, c: number, d: number): SchurBlock {
  const sum = b + c;
  const difference = a - d;
  const r = Math.hypot(sum, difference);
  const cos = Math.sqrt((1 + Math.abs(sum) / r) / 2);
  const sin = -(difference / 2 / (r * cos)) * (sum >= 0 ? 1 : -1);
  const [aa, bb] = [a * cos + b * sin, b * cos - a * sin];
  const [cc, dd] = [c * cos + d * sin, d * cos - c * sin];
  const mean = (aa * cos + cc * sin + (dd * cos - bb * sin)) / 2;
  const upper = bb * cos + dd * sin;
  const lower = cc * cos - aa * sin;
  if (lower === 0) return { a: mean, b: upper, c: 0, d: mean, cos, sin };
  if (upper === 0) return { a: mean, b: -lower, c: 0, d: mean, cos: -sin, sin: cos };
  if (Math.sign(upper) !== Math.sign(lower)) return { a: mean, b: upper, c: lower, d: mean, cos, sin };
  const [rootUpper, rootLower] = [Math.sqrt(Math.abs(upper)), Math.sqrt(Math.abs(lower))];
  const gap = (lower >= 0 ? 1 : -1) * rootUpper * rootLower;
  const unit = Math.sqrt(Math.abs(upper + lower));
  const [c1, s1] = [rootUpper / unit, rootLower / unit];
  return {
    a: mean + gap,
    b: upper - lower,
    c: 0,
    d: mean - gap,
    cos: cos * c1 - sin * s1,
    sin: cos * s1 + sin * c1,
  };
}
