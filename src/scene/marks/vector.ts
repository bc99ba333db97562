import type { Vec2 } from "../../math";
import { type Look, type PathShape, pathShape } from "../shape";
import { toPixel, type View2d } from "../view2d";
import { clipLine } from "./line";
import { closedPath, discPath, drawable, openPath } from "./pathData";

const HEAD = 11;
const WIDTH = 3.2;

/** An arrow between two pixels whose head ends at its tip; one shorter than its head shrinks to it, and one of no length is a dot. */
export function arrow(from: Vec2, to: Vec2, look: Look): readonly PathShape[] {
  const { name, tone, width = WIDTH, dash, opacity } = look;
  const filled = (d: string): PathShape => ({ kind: "path", name, d, fill: tone, opacity });
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (length < 0.5) return [filled(discPath(to, 3))];
  const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const size = Math.min(HEAD * Math.max(0.6, Math.min(1, width / WIDTH)), length);
  const base: Vec2 = [to[0] - ux * size, to[1] - uy * size];
  const wing = size * 0.45;
  return [
    pathShape(openPath([from, base]), { name, tone, width, dash, opacity }),
    filled(closedPath([to, [base[0] - uy * wing, base[1] + ux * wing], [base[0] + uy * wing, base[1] - ux * wing]])),
  ];
}

/** The vector between two world points. Of one whose tip is too far away to be drawn, the part that is on screen. */
export function vector(view: View2d, from: Vec2, to: Vec2, look: Look): readonly PathShape[] {
  const ends = [toPixel(view, from), toPixel(view, to)] as const;
  if (drawable(ends)) return arrow(...ends, look);
  const clipped = clipLine(view, from, [to[0] - from[0], to[1] - from[1]]);
  return clipped ? [pathShape(openPath([ends[0], clipped[1]]), { width: WIDTH, ...look })] : [];
}
