/** From each point to where a line keeps it: what the line loses, drawn. */
import type { Matrix, Pca, Vec2 } from "../../math";
import { toPixel, type View2d } from "../../scene/view2d";
import { loading, scoresOn } from "./model";
import type { Plane } from "./plane";

/** More threads than this are a grey blot. */
export const MOST_THREADS = 2000;

/** Feet of the points on the line through `anchor` along a unit direction of the picture. O(n). */
export function feetOnLine(xy: Float32Array, anchor: Vec2, [c, s]: Vec2): Float32Array {
  const feet = new Float32Array(xy.length);
  for (let i = 0; i < xy.length; i += 2) {
    const along = ((xy[i] as number) - anchor[0]) * c + ((xy[i + 1] as number) - anchor[1]) * s;
    feet[i] = anchor[0] + along * c;
    feet[i + 1] = anchor[1] + along * s;
  }
  return feet;
}

/** Feet of the rows on v₁ in all dimensions, as they look on the two axes: right angles there need not be right angles here. */
export function feetOnFirst(plane: Plane, model: Pca, x: Matrix): Float32Array {
  const { data } = scoresOn(model, x, [0]);
  const v: Vec2 = [loading(model, plane.axes[0], 0), plane.axes[1] === null ? 0 : loading(model, plane.axes[1], 0)];
  const feet = new Float32Array(2 * x.rows);
  for (let i = 0; i < x.rows; i++) {
    feet[2 * i] = plane.anchor[0] + (data[i] as number) * v[0];
    feet[2 * i + 1] = plane.anchor[1] + (data[i] as number) * v[1];
  }
  return feet;
}

/** The threads as one path; what would lie far off the stage is left out. */
export function threadPath(view: View2d, xy: Float32Array, feet: Float32Array): string {
  const far = 4 * (view.width + view.height);
  const parts: string[] = [];
  for (let i = 0; i < xy.length; i += 2) {
    const [ax, ay] = toPixel(view, [xy[i] as number, xy[i + 1] as number]);
    const [bx, by] = toPixel(view, [feet[i] as number, feet[i + 1] as number]);
    if (!(Math.abs(ax) < far && Math.abs(ay) < far && Math.abs(bx) < far && Math.abs(by) < far)) continue;
    parts.push(`M${ax.toFixed(1)} ${ay.toFixed(1)}L${bx.toFixed(1)} ${by.toFixed(1)}`);
  }
  return parts.join("");
}
