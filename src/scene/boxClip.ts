/** What of a line, a plane or a polygon lies in a box about a point: what reaches to infinity is drawn as far as the box. */
import { add3, cross3, dot3, lerp3, norm3, scale3, type Vec3 } from "../math";
import type { Edge, Face } from "./solid";

export interface Box {
  readonly centre: Vec3;
  /** Half of its side. */
  readonly reach: number;
}

/** The parameters of from + t (to − from), within [start, end], that lie in the box (Liang & Barsky 1984); null when none does. */
function span(
  { centre, reach }: Box,
  from: Vec3,
  to: Vec3,
  start: number,
  end: number,
): readonly [number, number] | null {
  let near = start;
  let far = end;
  for (let k = 0; k < 3; k++) {
    const at = from[k]! - centre[k]!;
    const d = to[k]! - from[k]!;
    if (d === 0) {
      if (Math.abs(at) > reach) return null;
      continue;
    }
    const [a, b] = [(-reach - at) / d, (reach - at) / d];
    near = Math.max(near, Math.min(a, b));
    far = Math.min(far, Math.max(a, b));
  }
  return near <= far ? [near, far] : null;
}

/** The part of an edge inside the box, its taper cut with it; null when none is. An edge inside is answered as it is. */
export function clipEdge(box: Box, edge: Edge): Edge | null {
  const { from, to, taper } = edge;
  const part = span(box, from, to, 0, 1);
  if (!part) return null;
  const [a, b] = part;
  if (a === 0 && b === 1) return edge;
  const width = (t: number) => taper![0] + t * (taper![1] - taper![0]);
  return {
    ...edge,
    from: lerp3(from, to, a),
    to: lerp3(from, to, b),
    ...(taper ? { taper: [width(a), width(b)] as const } : {}),
  };
}

/** The ends of the part of the line through `at` along `direction` that lies in the box; null when none does or nothing gives a direction. */
export function lineInBox(box: Box, at: Vec3, direction: Vec3): readonly [Vec3, Vec3] | null {
  const length = norm3(direction);
  if (!(length > 0 && Number.isFinite(length))) return null;
  const unit = scale3(1 / length, direction);
  const part = span(box, at, add3(at, unit), Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  return part ? [add3(at, scale3(part[0], unit)), add3(at, scale3(part[1], unit))] : null;
}

/** The convex polygon that the plane through `at` with this normal cuts out of the box; fewer than three corners where it misses it. */
export function planeInBox(box: Box, at: Vec3, normal: Vec3): readonly Vec3[] {
  const [u, v] = frameOf(normal);
  if (!u || !v) return [];
  // The plane's point nearest to the box's middle, and a square about it that is larger than any section.
  const n = cross3(u, v);
  const off = dot3(n, at) - dot3(n, box.centre);
  const middle = add3(box.centre, scale3(off, n));
  const size = 4 * box.reach;
  const square = (
    [
      [1, 1],
      [-1, 1],
      [-1, -1],
      [1, -1],
    ] as const
  ).map(([a, b]) => add3(middle, add3(scale3(a * size, u), scale3(b * size, v))));
  return clipPolygon(box, square);
}

/** Two unit vectors that with the normal, brought to length one, make a right-handed frame; none where it has no direction. */
export function frameOf(normal: Vec3): readonly [Vec3, Vec3] | readonly [] {
  const length = norm3(normal);
  if (!(length > 0 && Number.isFinite(length))) return [];
  const n = scale3(1 / length, normal);
  const least = [0, 1, 2].reduce((k, j) => (Math.abs(n[j]!) < Math.abs(n[k]!) ? j : k), 0);
  const across = cross3(n, [least === 0 ? 1 : 0, least === 1 ? 1 : 0, least === 2 ? 1 : 0]);
  const u = scale3(1 / norm3(across), across);
  return [u, cross3(n, u)];
}

/** A face's part inside the box; null when none is. */
export function clipFace(box: Box, face: Face): Face | null {
  const { centre, reach } = box;
  if (face.corners.every((p) => p.every((x, k) => Math.abs(x - centre[k]!) <= reach))) return face;
  const corners = clipPolygon(box, face.corners);
  return corners.length < 3 ? null : { ...face, corners };
}

/** A convex polygon cut by the box's six planes, one after another (Sutherland & Hodgman 1974). */
function clipPolygon({ centre, reach }: Box, corners: readonly Vec3[]): readonly Vec3[] {
  let left = corners;
  for (let k = 0; k < 3; k++)
    for (const sign of [1, -1]) {
      const inside = (p: Vec3) => reach - sign * (p[k]! - centre[k]!);
      const kept: Vec3[] = [];
      left.forEach((p, i) => {
        const q = left[(i + 1) % left.length]!;
        const [a, b] = [inside(p), inside(q)];
        if (a >= 0) kept.push(p);
        if (a >= 0 !== b >= 0) kept.push(lerp3(p, q, a / (a - b)));
      });
      left = kept;
    }
  return left;
}
