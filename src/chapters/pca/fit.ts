/** The view that shows everything: where it looks and how far. */
import type { Vec2 } from "../../math";
import { type Size, type View2d, view2d } from "../../scene/view2d";

export interface Bounds {
  readonly low: Vec2;
  readonly high: Vec2;
}

/** Bounds of the points and the further marks; of nothing, the unit square about zero. O(n). */
export function boundsOf(xy: Float32Array, marks: readonly Vec2[]): Bounds {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (x: number, y: number) => {
    if (!(Number.isFinite(x) && Number.isFinite(y))) return;
    x0 = Math.min(x0, x);
    x1 = Math.max(x1, x);
    y0 = Math.min(y0, y);
    y1 = Math.max(y1, y);
  };
  for (let i = 0; i < xy.length; i += 2) take(xy[i] as number, xy[i + 1] as number);
  for (const [x, y] of marks) take(x, y);
  return x0 <= x1 ? { low: [x0, y0], high: [x1, y1] } : { low: [-1, -1], high: [1, 1] };
}

/** Pixels kept free for tick numbers, titles and the labels beside arrow tips. */
const MARGIN = { across: 128, up: 104 };

/** `bounds` as large as the stage allows, one unit for both axes. */
export function fitted(size: Size, { low, high }: Bounds): View2d {
  const [width, height] = [high[0] - low[0], high[1] - low[1]];
  const inside = (whole: number, margin: number) => whole - Math.min(margin, whole * 0.3);
  const unit = Math.min(
    width > 0 ? inside(size.width, MARGIN.across) / width : Infinity,
    height > 0 ? inside(size.height, MARGIN.up) / height : Infinity,
  );
  const centre: Vec2 = [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2];
  const shorter = Math.max(1, Math.min(size.width, size.height));
  return view2d(size, centre, Number.isFinite(unit) && unit > 0 ? shorter / unit : 1);
}
