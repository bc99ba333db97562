import type { Mat3, Vec2 } from "../math";
import type { Camera3d } from "./camera3d";
import { levelOf, sizeAt } from "./depthCue";
import { type PointLook, pointRadius } from "./easel";
import type { PointFinder } from "./pointHover";
import { spaceCells } from "./spaceCells";
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
 * to the reader. `radius` is a disc's near the target. O(cells + points near the pixel), after O(n) once for a cloud.
 */
export function nearestInSpace(map: SpaceMap, xyz: Float32Array, pixel: Vec2, reach: number, radius: number): number {
  const cells = spaceCells(xyz);
  // Times w and from the pixel: x and y are then linear in the point, as w is, and are compared before anything is divided.
  const [ta, tb, tc, td] = map.toward;
  const { perEye } = map;
  const w: Row = [-ta * perEye, -tb * perEye, -tc * perEye, 1 - td * perEye];
  const x = plus(map.right, map.middle[0] - pixel[0], w);
  const y = plus(map.down, map.middle[1] - pixel[1], w);
  let far = reach + 2 * radius;
  // The four sides of the beam of that width behind the pixel, and the plane of the eye: outside where the value is above 0.
  const sides = [plus(x, -far, w), plus(minus(x), -far, w), plus(y, -far, w), plus(minus(y), -far, w), minus(w)];
  const steep = sides.map(([a, b, c]) => Math.hypot(a, b, c));
  const [wa, wb, wc, wd] = w;
  const [xa, xb, xc, xd] = x;
  let best = reach;
  let nearest = Number.NEGATIVE_INFINITY;
  let found = -1;
  for (let cell = 0; cell + 1 < cells.starts.length; cell++) {
    const end = cells.starts[cell + 1]!;
    if (cells.starts[cell] === end || beyond(cells.balls, cell, sides, steep)) continue;
    for (let i = cells.starts[cell]!, k = 3 * i; i < end; i++, k += 3) {
      const px = cells.xyz[k]!;
      const py = cells.xyz[k + 1]!;
      const pz = cells.xyz[k + 2]!;
      const scale = wa * px + wb * py + wc * pz + wd;
      const right = xa * px + xb * py + xc * pz + xd;
      // Nearly all are too far to one side; of these nothing else is asked. Behind the eye there is no room at all.
      if (!(Math.abs(right) <= far * scale)) continue;
      const down = at(y, px, py, pz);
      const distance = Math.sqrt(right * right + down * down) / scale;
      if (!(distance <= far)) continue;
      const depth = ta * px + tb * py + tc * pz + td;
      const gap = Math.max(0, distance - radius * sizeAt(levelOf(depth / map.reach)));
      if (gap > best || (gap === best && depth < nearest)) continue;
      best = gap;
      far = gap + 2 * radius;
      nearest = depth;
      found = cells.rows[i]!;
    }
  }
  return found;
}

const at = ([a, b, c, d]: Row, x: number, y: number, z: number): number => a * x + b * y + c * z + d;
const plus = (r: Row, k: number, s: Row): Row => [r[0] + k * s[0], r[1] + k * s[1], r[2] + k * s[2], r[3] + k * s[3]];
const minus = ([a, b, c, d]: Row): Row => [-a, -b, -c, -d];

/** Whether a cell's whole ball lies outside one of the planes. */
function beyond(balls: Float32Array, cell: number, planes: readonly Row[], steep: readonly number[]): boolean {
  const [x, y, z, r] = [balls[4 * cell]!, balls[4 * cell + 1]!, balls[4 * cell + 2]!, balls[4 * cell + 3]!];
  for (let k = 0; k < planes.length; k++) if (at(planes[k]!, x, y, z) > r * steep[k]!) return true;
  return false;
}
