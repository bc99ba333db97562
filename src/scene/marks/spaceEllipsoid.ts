/** The image of the unit sphere under a 3 × 3 matrix: its outline as a camera sees it, in closed form, and its three principal sections. */
import {
  add3,
  apply3,
  eigh2,
  type Mat3,
  multiply3,
  scale3,
  sub3,
  svd3,
  transpose3,
  type Vec2,
  type Vec3,
} from "../../math";
import { type Camera3d, viewpointOf } from "../camera3d";
import { type PathShape, pathShape } from "../shape";
import type { Edge, SolidLook } from "../solid";
import { closedPath } from "./pathData";

export interface Outline {
  /** CSS pixels. */
  readonly centre: Vec2;
  /** Half axes, larger first, and the direction of the larger; pixels, y downwards. */
  readonly axes: Vec2;
  readonly along: Vec2;
}

/**
 * The outline of {c + Ms : |s| ≤ 1}. Of the dual quadric diag(MMᵀ, −1), moved to c, whose tangent planes are n·(p − c) = ±|Mᵀn|, the
 * camera's 3 × 4 matrix K makes the dual conic K Q* Kᵀ (Hartley & Zisserman 2004, §8.3), whose tangents are the outline's; so a flat one
 * has its outline too. Null where the eye is inside, or it lies behind. One eigh2.
 */
export function ellipsoidOutline(camera: Camera3d, m: Mat3, centre: Vec3 = [0, 0, 0]): Outline | null {
  const { width, height, unit, eye } = camera;
  const seen = multiply3(camera.rotation, m);
  const s = multiply3(seen, transpose3(seen));
  const about = apply3(camera.rotation, sub3(centre, camera.target));
  // Orthographic: the conic is the upper left of MMᵀ in eye axes, about the centre.
  let [cx, cy, xx, xy, yy] = [about[0], about[1], s[0], s[1], s[4]];
  if (eye !== Number.POSITIVE_INFINITY) {
    // Units in which the eye is one away keep the squares in range.
    const [a, b, c, d, e, f] = [s[0], s[1], s[2], s[4], s[5], s[8]].map((v) => v / eye / eye) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const [p, q, before] = [about[0] / eye, about[1] / eye, 1 - about[2] / eye];
    const w = before * before - f;
    if (!(w > 1e-3 && before > 0)) return null;
    [cx, cy] = [(eye * (c + p * before)) / w, (eye * (e + q * before)) / w];
    // (a − p²)/w + cx² and the like, multiplied out: a small body far from the middle would else lose its digits.
    const spread = (square: number, more: number) => (eye * eye * (square * w + more)) / w / w;
    xx = spread(a, p * p * f + 2 * c * p * before + c * c);
    xy = spread(b, p * q * f + (c * q + e * p) * before + c * e);
    yy = spread(d, q * q * f + 2 * e * q * before + e * e);
  }
  if (!Number.isFinite(xx + xy + yy)) return null;
  const { values, vectors } = eigh2([xx, xy, xy, yy]);
  const half = (value: number) => unit * Math.sqrt(Math.max(0, value));
  return {
    centre: [width / 2 + unit * cx, height / 2 - unit * cy],
    axes: [half(values[0]), half(values[1])],
    along: [vectors[0], -vectors[2]],
  };
}

/** The outline as a path, of the ellipsoid about a point or the origin. */
export function spaceEllipsoid(camera: Camera3d, m: Mat3, look: SolidLook, about?: Vec3): PathShape {
  const outline = ellipsoidOutline(camera, m, about);
  if (!outline) return pathShape("", look);
  const { centre, axes, along } = outline;
  const points = Array.from({ length: 96 }, (_, k): Vec2 => {
    const angle = (k * Math.PI) / 48;
    const [x, y] = [axes[0] * Math.cos(angle), axes[1] * Math.sin(angle)];
    return [centre[0] + x * along[0] - y * along[1], centre[1] + x * along[1] + y * along[0]];
  });
  return pathShape(closedPath(points), look);
}

/** Edges of a whole section. */
const PIECES = 40;
/** A half axis this part of the largest has no section to show. */
const FLAT = 1e-6;

/** The sections by the three planes of two half axes, what faces the eye in `front`, the far side in `back`. One svd3. */
export function ellipsoidSections(camera: Camera3d, m: Mat3, front: SolidLook, back: SolidLook): readonly Edge[] {
  const { u, s } = svd3(m);
  const columns: readonly Vec3[] = [0, 1, 2].map((k) => [u[k as 0], u[(k + 3) as 3], u[(k + 6) as 6]]);
  const eye = viewpointOf(camera);
  const edges: Edge[] = [];
  for (const [p, q] of [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const) {
    const [up, uq] = [columns[p], columns[q]];
    if (!up || !uq || !(s[q] > FLAT * s[0])) continue;
    // The surface at cos θ·σₚuₚ + sin θ·σ_q u_q faces the eye e where cos θ (uₚ·e)/σₚ + sin θ (u_q·e)/σ_q exceeds 1, or 0 from afar.
    const [ep, eq] = [dot(up, eye.at) / s[p], dot(uq, eye.at) / s[q]];
    const rim = s[2] <= FLAT * s[0];
    const at = (angle: number) => add3(scale3(s[p] * Math.cos(angle), up), scale3(s[q] * Math.sin(angle), uq));
    for (let k = 0; k < PIECES; k++) {
      const [a, b] = [(2 * Math.PI * k) / PIECES, (2 * Math.PI * (k + 1)) / PIECES];
      const middle = (a + b) / 2;
      const facing = rim || ep * Math.cos(middle) + eq * Math.sin(middle) > (eye.finite ? 1 : 0);
      edges.push({ kind: "edge", from: at(a), to: at(b), look: facing ? front : back });
    }
  }
  return edges;
}

const dot = (a: Vec3, b: Vec3) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
