/** Which point is meant at a pixel: asked of the same map that draws, in one pass, so no buffer of ids has to be written in every frame. */
import type { Mat2, Vec2 } from "../math";
import { type PlaneMap, planeMap } from "./planeMap";
import type { PointFinder } from "./pointHover";
import type { View2d } from "./view2d";

/** Finds points of the plane where `PointsLayer` shows them. */
export const findInPlane =
  (view: () => View2d, points: () => Float32Array, move: () => Mat2 | undefined = () => undefined): PointFinder =>
  (pixel, reach) =>
    nearestPoint(planeMap(view(), move()), points(), pixel, reach);

/** The row whose middle lies nearest to a pixel of the map, within `reach` pixels, or −1. The last drawn wins a tie, since it lies on top. O(n), 1 ms for a million. */
export function nearestPoint([a, b, e, c, d, f]: PlaneMap, xy: Float32Array, [px, py]: Vec2, reach: number): number {
  let best = reach * reach;
  let found = -1;
  for (let i = 0, k = 0; k + 1 < xy.length; i++, k += 2) {
    const x = a * xy[k]! + b * xy[k + 1]! + e - px;
    // Nearly all are too far to one side; of these y is not asked.
    if (!(x * x <= best)) continue;
    const y = c * xy[k]! + d * xy[k + 1]! + f - py;
    const distance = x * x + y * y;
    if (distance <= best) {
      best = distance;
      found = i;
    }
  }
  return found;
}
