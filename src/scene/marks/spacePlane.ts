import { scale3, type Vec3 } from "../../math";
import { lineInBox, planeInBox } from "../boxClip";
import { type Camera3d, reachOf } from "../camera3d";
import type { Edge, Solid, SolidLook } from "../solid";
import { fadingLine } from "../spacePicture";

/** Of the box in which things are drawn: planes and lines keep a margin to it, so that their rims are seen. */
const PART = 0.46;

const smaller = (camera: Camera3d) => ({ centre: camera.target, reach: reachOf(camera) * PART });

/** The plane through `at` with this normal, as far as the box, with its rim. */
export function spacePlane(camera: Camera3d, at: Vec3, normal: Vec3, look: SolidLook): readonly Solid[] {
  const corners = planeInBox(smaller(camera), at, normal);
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
  const ends = lineInBox({ centre: camera.target, reach: reachOf(camera) * 0.85 }, at, direction);
  return ends ? fadingLine(ends[0], ends[1], look, 4) : [];
}

/** A point of the line through the origin that is well out and on the upper half of the picture: where its name stands. */
export function lineName(camera: Camera3d, direction: Vec3): Vec3 | null {
  const ends = lineInBox({ centre: camera.target, reach: reachOf(camera) * 0.62 }, [0, 0, 0], direction);
  if (!ends) return null;
  const [right, up] = [camera.rotation.slice(0, 3), camera.rotation.slice(3, 6)] as unknown as [Vec3, Vec3];
  const height = (p: Vec3) => p.reduce((sum, x, k) => sum + x * ((up[k] ?? 0) + 0.01 * (right[k] ?? 0)), 0);
  return height(ends[0]) > height(ends[1]) ? ends[0] : scale3(1, ends[1]);
}
