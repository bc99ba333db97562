/** Points of space for the tools: chosen by where they are seen, and carried in the plane of the view. */
import type { Vec2, Vec3 } from "../../../math";
import { type Camera3d, depthOf, pixelOf, unproject } from "../../../scene/camera3d";
import { findInSpace } from "../../../scene/nearestInSpace";
import { rowsInside } from "../../../scene/rowsInside";
import { moveRow, takeRow } from "../drag";
import { movedInFrame } from "../movedRow";
import { usedNames } from "../plane";
import { features, model, still } from "../sources";
import type { Surface } from "../surface";
import { axes3, camera, extent3, frame3, points3 } from "./sources";

export const pointOf = (xyz: Float32Array, row: number): Vec3 => [
  xyz[3 * row] ?? 0,
  xyz[3 * row + 1] ?? 0,
  xyz[3 * row + 2] ?? 0,
];

/** Takes hold of a row's point; the box of the picture stays as it is. */
export function takePoint3(row: number): void {
  still.extent.set(extent3.get());
  const m = model.get();
  const used = m ? usedNames(m, features.get()) : [];
  // The axes are named, since a point may be carried to where another feature varies most.
  const [featureX = "", featureY = "", featureZ = ""] = axes3.get()?.map((j) => used[j] ?? "") ?? [];
  takeRow(row, { featureX, featureY, featureZ });
}

export const movePoint3 = (to: Vec3): void => moveRow((m, x, row) => movedInFrame(m, x, row, frame3.get(), to));

/** A pixel leaves the depth open, which stays that of the taking. */
let depth = 0;
export const surface3: Surface = {
  find: findInSpace(camera.get, points3.get),
  place: (row) => pixelOf(camera.get(), pointOf(points3.get(), row)).at,
  inside: (outline) => rowsInside(pixelsOf(camera.get(), points3.get()), outline),
  hand: {
    take(row) {
      depth = depthOf(camera.get(), pointOf(points3.get(), row));
      takePoint3(row);
    },
    move: (pixel: Vec2) => movePoint3(unproject(camera.get(), pixel, depth)),
  },
};

/** Where the points of space are seen, x₀ y₀ x₁ y₁ … in pixels; NaN behind the eye. O(n). */
export function pixelsOf({ width, height, rotation, target, unit, eye }: Camera3d, xyz: Float32Array): Float32Array {
  const [a, b, c, d, e, f, g, h, i] = rotation;
  const [tx, ty, tz] = target;
  const xy = new Float32Array((2 * xyz.length) / 3);
  for (let k = 0, at = 0; k < xyz.length; k += 3, at += 2) {
    const [x, y, z] = [(xyz[k] as number) - tx, (xyz[k + 1] as number) - ty, (xyz[k + 2] as number) - tz];
    const w = 1 - (g * x + h * y + i * z) / eye;
    const size = w > 0 ? unit / w : Number.NaN;
    xy[at] = width / 2 + (a * x + b * y + c * z) * size;
    xy[at + 1] = height / 2 - (d * x + e * y + f * z) * size;
  }
  return xy;
}
