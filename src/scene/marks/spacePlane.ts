import type { Vec2, Vec3 } from "../../math";
import { lineInBox, planeInBox } from "../boxClip";
import { type Camera3d, pixelOf, reachOf } from "../camera3d";
import type { Edge, Solid, SolidLook } from "../solid";
import { fadingLine } from "../spacePicture";

/** Of the box in which things are drawn: planes keep a margin to it, so that their rims are seen, and lines run out farther. */
const PART = 0.46;
const LINE_PART = 0.85;

const smaller = (camera: Camera3d, part: number) => ({ centre: camera.target, reach: reachOf(camera) * part });

/** The plane through `at` with this normal, as far as a part of the box, with its rim. */
export function spacePlane(camera: Camera3d, at: Vec3, normal: Vec3, look: SolidLook, part = PART): readonly Solid[] {
  const corners = planeInBox(smaller(camera, part), at, normal);
  if (corners.length < 3) return [];
  const rim = { ...look, opacity: 0.55, width: look.width ?? 1.25 };
  return [
    { kind: "face", corners, look },
    ...corners.map(
      (from, k): Edge => ({ kind: "edge", from, to: corners[(k + 1) % corners.length] ?? from, look: rim }),
    ),
  ];
}

/** The line through `at` along `direction`, as far as the box. */
export function spaceLine(camera: Camera3d, at: Vec3, direction: Vec3, look: SolidLook): readonly Edge[] {
  const ends = lineInBox(smaller(camera, LINE_PART), at, direction);
  return ends ? fadingLine(ends[0], ends[1], look, 4) : [];
}

/**
 * Where a line through the origin has its name, on the upper half of the picture at a part of the box, and the direction beside the line in
 * which the name stands clear of it. Null for no direction.
 */
export function lineName(
  camera: Camera3d,
  direction: Vec3,
  part = 0.55,
): { readonly near: Vec2; readonly toward: Vec2 } | null {
  const ends = lineInBox(smaller(camera, part), camera.target, direction);
  if (!ends) return null;
  const [a, b] = [pixelOf(camera, ends[0]).at, pixelOf(camera, ends[1]).at];
  const [near, far] = a[1] < b[1] ? [a, b] : [b, a];
  const [dx, dy] = [near[0] - far[0], near[1] - far[1]];
  // Across the line, on the side where there is more room.
  return { near, toward: dx >= 0 ? [-dy, dx] : [dy, -dx] };
}
