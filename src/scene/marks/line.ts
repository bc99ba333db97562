import type { Vec2 } from "../../math";
import { type Look, type PathShape, pathShape } from "../shape";
import { toPixel, type View2d } from "../view2d";
import { openPath } from "./pathData";

/** The segment of the line through `at` along `direction` that lies in the view (Liang & Barsky 1984), in pixels; null when none does. */
export function clipLine(view: View2d, at: Vec2, direction: Vec2): readonly [Vec2, Vec2] | null {
  const [px, py] = toPixel(view, at);
  const length = Math.hypot(direction[0], direction[1]);
  if (!(length > 0 && Number.isFinite(length) && Number.isFinite(px) && Number.isFinite(py))) return null;
  const dx = direction[0] / length;
  const dy = -direction[1] / length;
  let near = Number.NEGATIVE_INFINITY;
  let far = Number.POSITIVE_INFINITY;
  for (const [d, low, high] of [
    [dx, -px, view.width - px],
    [dy, -py, view.height - py],
  ] as const) {
    if (d === 0) {
      if (low > 0 || high < 0) return null;
      continue;
    }
    near = Math.max(near, Math.min(low / d, high / d));
    far = Math.min(far, Math.max(low / d, high / d));
  }
  if (near > far) return null;
  return [
    [px + near * dx, py + near * dy],
    [px + far * dx, py + far * dy],
  ];
}

/** Path data of a whole line, from edge to edge of the view. */
export function linePath(view: View2d, at: Vec2, direction: Vec2): string {
  const ends = clipLine(view, at, direction);
  return ends ? openPath(ends) : "";
}

/** A whole line through `at` along `direction`, clipped to the view. */
export const line = (view: View2d, at: Vec2, direction: Vec2, look: Look): PathShape =>
  pathShape(linePath(view, at, direction), look);

/** The segment between two world points. */
export const segment = (view: View2d, from: Vec2, to: Vec2, look: Look): PathShape =>
  pathShape(openPath([toPixel(view, from), toPixel(view, to)]), look);
