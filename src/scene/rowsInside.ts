/** Which points of a picture lie inside a region that was drawn on it. */
import type { Vec2 } from "../math";

/**
 * 1 for each point inside a closed polygon by the even-odd rule (a point is inside where a ray from it crosses the outline an odd
 * number of times; Shimrat 1962, Algorithm 112), else 0; of fewer than three corners nothing is inside. Points and corners in the
 * same units; a point that is not finite is outside. O(points in the polygon's box × corners).
 */
export function rowsInside(xy: Float32Array, polygon: readonly Vec2[]): Uint8Array {
  const inside = new Uint8Array(xy.length >> 1);
  if (polygon.length < 3) return inside;
  const [xs, ys] = [polygon.map(([x]) => x), polygon.map(([, y]) => y)];
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  for (let i = 0; i < inside.length; i++) {
    const x = xy[2 * i] as number;
    const y = xy[2 * i + 1] as number;
    if (!(x >= left && x <= right && y >= bottom && y <= top)) continue;
    let odd = 0;
    for (let k = 0, j = polygon.length - 1; k < polygon.length; j = k++) {
      const [yk, yj] = [ys[k] as number, ys[j] as number];
      if (yk > y === yj > y) continue;
      const [xk, xj] = [xs[k] as number, xs[j] as number];
      if (x < xk + ((y - yk) / (yj - yk)) * (xj - xk)) odd ^= 1;
    }
    inside[i] = odd;
  }
  return inside;
}
