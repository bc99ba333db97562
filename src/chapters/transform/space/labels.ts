/** Where the names of arrows and planes of space stand. */
import { dot3, type Vec2, type Vec3 } from "../../../math";
import { type Camera3d, pixelOf } from "../../../scene/camera3d";
import type { Label } from "../../../scene/marks/placeLabels";
import { lineName } from "../../../scene/marks/spacePlane";

/** Where a plane through the origin has its name: at this part of the box, in the direction in which it runs most up and across. */
export function planeName(
  camera: Camera3d,
  normal: Vec3,
  part: number,
): { readonly near: Vec2; readonly toward: Vec2 } | null {
  const at = lineName(camera, steepest(camera, normal), part);
  return at && { near: at.near, toward: [1, -1] };
}

/** The direction in the plane that runs most across the picture: where a plane has room for its name. */
export function steepest({ rotation }: Camera3d, normal: Vec3): Vec3 {
  const right: Vec3 = [rotation[0], rotation[1], rotation[2]];
  const up: Vec3 = [rotation[3], rotation[4], rotation[5]];
  const diagonal: Vec3 = [right[0] + up[0], right[1] + up[1], right[2] + up[2]];
  const flat = dot3(diagonal, normal);
  return [diagonal[0] - flat * normal[0], diagonal[1] - flat * normal[1], diagonal[2] - flat * normal[2]];
}

/** A name beside a tip, on its far side from the tail. */
export function tipLabel(
  camera: Camera3d,
  text: string,
  { name, tone }: { name: string; tone: string },
  tip: Vec3,
  tail: Vec3 = [0, 0, 0],
): Label {
  const near = pixelOf(camera, tip).at;
  const from = pixelOf(camera, tail).at;
  const away: Vec2 = [near[0] - from[0], near[1] - from[1]];
  return { name, text, tone, near, ...(Math.hypot(...away) > 4 ? { toward: away } : {}) };
}
