/** Five readings of one matrix, each on the scrubber from 0 to 1: what is drawn in the place of A, and which arrows add up to Ax. */
import { apply2, dot2, type Mat2, scale2, svd2, type Vec2 } from "../../math";
import { alongStack, product } from "./compose";
import { type Interpolation, interpolate } from "./model";

export type ReadingKind = "grid" | "columns" | "rows" | "outer" | "turns";

/** The k-th of two acts at t: 0 before it, 1 after it. */
export const act = (t: number, k: 0 | 1): number => Math.max(0, Math.min(1, 2 * t - k));

/** σₖ uₖ vₖᵀ, a matrix of rank one (or zero). */
export function layer(a: Mat2, k: 0 | 1): Mat2 {
  const { u, s, v } = svd2(a);
  const [p, q, r, w] = [u[k], u[k + 2], v[k], v[k + 2]] as [number, number, number, number];
  return [s[k] * p * r, s[k] * p * w, s[k] * q * r, s[k] * q * w];
}

/** The matrix that moves the plane at t. Columns and rows look at A as it is; the sum of outer products opens out one layer at a time. */
export function shownMatrix(a: Mat2, after: readonly Mat2[], kind: ReadingKind, t: number, way: Interpolation): Mat2 {
  if (kind === "grid") return alongStack(a, after, t, way);
  const total = product(a, after);
  if (kind === "turns") return interpolate(total, t, "svd");
  if (kind !== "outer" || t >= 1) return total;
  const [first, second] = [layer(total, 0), layer(total, 1)];
  const at = (i: number) => act(t, 0) * (first[i] as number) + act(t, 1) * (second[i] as number);
  return [at(0), at(1), at(2), at(3)];
}

export interface Term {
  readonly from: Vec2;
  readonly to: Vec2;
}

/** The two arrows, tip to tail, whose end is Ax: x₁a₁ + x₂a₂, or σ₁u₁(v₁ᵀx) + σ₂u₂(v₂ᵀx). */
export function terms(a: Mat2, x: Vec2, kind: "columns" | "outer", t: number): readonly [Term, Term] {
  const whole = (k: 0 | 1): Vec2 =>
    kind === "columns" ? scale2(x[k], [a[k], a[k + 2] as number]) : apply2(layer(a, k), x);
  const first = scale2(act(t, 0), whole(0));
  const second = scale2(act(t, 1), whole(1));
  return [
    { from: [0, 0], to: first },
    { from: first, to: [first[0] + second[0], first[1] + second[1]] },
  ];
}

/** Row i of A as a vector: (Ax)ᵢ is its dot product with x, and its level lines are where that is constant. */
export const rowOf = (a: Mat2, i: 0 | 1): Vec2 => (i === 0 ? [a[0], a[1]] : [a[2], a[3]]);

/** (Ax)ᵢ, by row i. */
export const levelAt = (a: Mat2, i: 0 | 1, x: Vec2): number => dot2(rowOf(a, i), x);
