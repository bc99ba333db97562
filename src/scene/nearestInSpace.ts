import type { Mat3, Vec2 } from "../math";
import type { Camera3d } from "./camera3d";
import { levelOf, sizeAt } from "./depthCue";
import { type PointLook, pointRadius } from "./easel";
import type { PointFinder } from "./pointHover";
import { type SpaceMap, spaceMap } from "./spaceMap";

/** Finds points of space where `SpacePointsLayer` shows them. */
export const findInSpace =
  (
    camera: () => Camera3d,
    points: () => Float32Array,
    move: () => Mat3 | undefined = () => undefined,
    look: PointLook = {},
  ): PointFinder =>
  (pixel, reach) => {
    const xyz = points();
    return nearestInSpace(spaceMap(camera(), move()), xyz, pixel, reach, pointRadius(xyz.length / 3, look));
  };

/**
 * The row whose disc is nearest to a pixel of the map, within `reach` pixels, or −1; of discs that cover the pixel the one that is seen, which is nearest
 * to the reader. `radius` is a disc's near the target. O(n).
 */
export function nearestInSpace(
  map: SpaceMap,
  xyz: Float32Array,
  [px, py]: Vec2,
  reach: number,
  radius: number,
): number {
  const [ra, rb, rc, rd] = map.right;
  const [da, db, dc, dd] = map.down;
  const [ta, tb, tc, td] = map.toward;
  const [left, top] = [map.middle[0] - px, map.middle[1] - py];
  const { perEye } = map;
  const far = (reach + 2 * radius) ** 2;
  let best = reach;
  let nearest = Number.NEGATIVE_INFINITY;
  let found = -1;
  for (let i = 0, k = 0; k + 2 < xyz.length; i++, k += 3) {
    const depth = ta * xyz[k]! + tb * xyz[k + 1]! + tc * xyz[k + 2]! + td;
    const w = 1 - depth * perEye;
    const x = left * w + ra * xyz[k]! + rb * xyz[k + 1]! + rc * xyz[k + 2]! + rd;
    const y = top * w + da * xyz[k]! + db * xyz[k + 1]! + dc * xyz[k + 2]! + dd;
    // Compared before dividing by w, since nearly all are too far away.
    const distance = x * x + y * y;
    if (!(w > 0 && distance <= far * w * w)) continue;
    const gap = Math.max(0, Math.sqrt(distance) / w - radius * sizeAt(levelOf(depth / map.reach)));
    if (gap > best || (gap === best && depth < nearest)) continue;
    best = gap;
    nearest = depth;
    found = i;
  }
  return found;
}
