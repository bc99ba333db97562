/** Ways from where nothing has moved (t = 0) to A (t = 1), and the other readings of one matrix that a scrubber plays. */
import { det3, type Mat3, multiply3, rotationPower3, svd3, transpose3, type Vec3 } from "../../../math";
import { columnOf, type SpaceShape, stillOf } from "./embedded";

export type Interpolation = "straight" | "polar" | "svd";
export type ReadingName = "grid" | "columns" | "rows" | "outer" | "turns";

export const mix3 = (a: Mat3, b: Mat3, t: number): Mat3 =>
  a.map((x, k) => x + t * ((b[k] ?? 0) - x)) as unknown as Mat3;

/** diag(s) between two orthogonal matrices. */
const scaled = (left: Mat3, s: Vec3, right: Mat3): Mat3 =>
  multiply3(left, multiply3([s[0], 0, 0, 0, s[1], 0, 0, 0, s[2]], right));
const flipThird = (m: Mat3): Mat3 => [m[0], m[1], -m[2], m[3], m[4], -m[5], m[6], m[7], -m[8]];
/** Of a rotation; both callers made it one. */
const partOf = (rotation: Mat3, t: number): Mat3 => rotationPower3(rotation, t) ?? rotation;
/** How far act k of n has come at t. */
export const act = (t: number, k: number, n: number): number => Math.max(0, Math.min(1, n * t - k));

/**
 * From the identity, or for a matrix that is not square from the plane in space or space on the plane, to A. A reflection goes into the
 * stretch of the least singular value, so that what turns is always a rotation and the way never jumps.
 */
export function interpolate3(shape: SpaceShape, a: Mat3, t: number, kind: Interpolation): Mat3 {
  const still = stillOf(shape);
  if (t >= 1) return a;
  if (t <= 0) return still;
  if (kind === "straight") return mix3(still, a, t);
  const { u, s, v } = svd3(a);
  const flipV = det3(v) < 0;
  const flipU = det3(u) < 0;
  const [out, into] = [flipU ? flipThird(u) : u, flipV ? flipThird(v) : v];
  const stretch: Vec3 = [s[0], s[1], flipU === flipV ? s[2] : -s[2]];
  if (kind === "polar") {
    const turn = partOf(multiply3(out, transpose3(into)), t);
    // A = R(VΣVᵀ); of fewer rows than columns A = (UΣUᵀ)R, whose stretch is in the output, where the plane is.
    return shape === "2x3"
      ? multiply3(mix3(still, scaled(out, stretch, transpose3(out)), t), turn)
      : multiply3(turn, mix3(still, scaled(into, stretch, transpose3(into)), t));
  }
  const middle = mix3(still, [stretch[0], 0, 0, 0, stretch[1], 0, 0, 0, stretch[2]], act(t, 1, 3));
  return multiply3(partOf(out, act(t, 2, 3)), multiply3(middle, partOf(transpose3(into), act(t, 0, 3))));
}

/** σ₁u₁v₁ᵀ + σ₂u₂v₂ᵀ + …, the terms arriving one after the other: from nothing by a line and a plane to A. */
export function outerSum(a: Mat3, t: number, terms: number): Mat3 {
  if (t >= 1) return a;
  const { u, s, v } = svd3(a);
  return scaled(u, [0, 1, 2].map((k) => (s[k] ?? 0) * act(t, k, terms)) as unknown as Vec3, transpose3(v));
}

/** x₁a₁, x₁a₁ + x₂a₂, … up to Ax, each term growing in its turn: the corners of the way, from the origin. */
export function columnWay(a: Mat3, x: Vec3, t: number, cols: number): readonly Vec3[] {
  const corners: Vec3[] = [[0, 0, 0]];
  for (let k = 0; k < cols; k++) {
    const last = corners[k] ?? [0, 0, 0];
    const column = columnOf(a, k as 0 | 1 | 2);
    const part = (x[k] ?? 0) * act(t, k, cols);
    corners.push([last[0] + part * column[0], last[1] + part * column[1], last[2] + part * column[2]]);
  }
  return corners;
}
