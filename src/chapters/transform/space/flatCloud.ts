import type { Mat3 } from "../../../math";
import { derive } from "../../../scene/source";
import type { Cloud } from "../../../scene/splat";
import { cloud3, shape, shown3 } from "./sources";

/**
 * The points of the plane beside space: of a 3 × 2 the points before A, of a 2 × 3 where A brings them. The map takes x and y alone, so
 * the third coordinate of a 2 × 3's input is folded in here, a pass over the points for each frame in which A moves.
 */
export const flatCloud = derive([cloud3, shape, shown3], ({ xyz, classes }, now, a): Cloud => {
  const n = Math.floor(xyz.length / 3);
  const xy = new Float32Array(2 * n);
  const m: Mat3 = now === "3x2" ? [1, 0, 0, 0, 1, 0, 0, 0, 0] : a;
  for (let i = 0; i < n; i++) {
    const [x, y, z] = [xyz[3 * i] ?? 0, xyz[3 * i + 1] ?? 0, xyz[3 * i + 2] ?? 0];
    xy[2 * i] = m[0] * x + m[1] * y + m[2] * z;
    xy[2 * i + 1] = m[3] * x + m[4] * y + m[5] * z;
  }
  return { xy, classes };
});
