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

type Row = SpaceMap["right"];

/**
 * The row whose disc is nearest to a pixel of the map, within `reach` pixels, or −1; of discs that cover the pixel the one that is seen, which is nearest
 * to the reader. `radius` is a disc's near the target. O(n).
 */
export function nearestInSpace(map: SpaceMap, xyz: Float32Array, pixel: Vec2, reach: number, radius: number): number {
  // Times w and from the pixel: x and y are then linear in the point, as w is, and are compared before anything is divided.
  const [ta, tb, tc, td] = map.toward;
  const { perEye } = map;
  const [wa, wb, wc, wd] = [-ta * perEye, -tb * perEye, -tc * perEye, 1 - td * perEye];
  const from = ([a, b, c, d]: Row, middle: number): Row => [
    a + middle * wa,
    b + middle * wb,
    c + middle * wc,
    d + middle * wd,
  ];
  const [xa, xb, xc, xd] = from(map.right, map.middle[0] - pixel[0]);
  const [ya, yb, yc, yd] = from(map.down, map.middle[1] - pixel[1]);
  const far = reach + 2 * radius;
  let best = reach;
  let nearest = Number.NEGATIVE_INFINITY;
  let found = -1;
  for (let i = 0, k = 0; k + 2 < xyz.length; i++, k += 3) {
    const px = xyz[k]!;
    const py = xyz[k + 1]!;
    const pz = xyz[k + 2]!;
    const w = wa * px + wb * py + wc * pz + wd;
    // A point behind the eye has no room here, since w is then below 0.
    if (!(Math.abs(xa * px + xb * py + xc * pz + xd) <= far * w)) continue;
    const y = ya * px + yb * py + yc * pz + yd;
    if (!(w > 0 && Math.abs(y) <= far * w)) continue;
    const distance = Math.hypot(xa * px + xb * py + xc * pz + xd, y) / w;
    const depth = ta * px + tb * py + tc * pz + td;
    const gap = Math.max(0, distance - radius * sizeAt(levelOf(depth / map.reach)));
    if (gap > best || (gap === best && depth < nearest)) continue;
    best = gap;
    nearest = depth;
    found = i;
  }
  return found;
}
