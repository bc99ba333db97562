import type { Vec2 } from "../../math";
import { type Look, type PathShape, pathShape } from "../shape";
import { toPixel, type View2d } from "../view2d";
import { openPath } from "./pathData";
import { arrow } from "./vector";

/** The arc of a turn about a world point: `radius` in pixels, from and by an angle in radians, with an arrow head at its end. */
export function arc(
  view: View2d,
  centre: Vec2,
  radius: number,
  from: number,
  by: number,
  look: Look,
): readonly PathShape[] {
  const middle = toPixel(view, centre);
  const at = (angle: number): Vec2 => [middle[0] + radius * Math.cos(angle), middle[1] - radius * Math.sin(angle)];
  const steps = Math.max(2, Math.ceil(Math.abs(by) * 16));
  const points = Array.from({ length: steps + 1 }, (_, k) => at(from + (by * k) / steps));
  // The head needs its own length behind the tip, along the tangent there.
  const tangent: Vec2 = [Math.sin(from + by) * Math.sign(by), Math.cos(from + by) * Math.sign(by)];
  const tip = at(from + by);
  const back: Vec2 = [tip[0] + HEAD * tangent[0], tip[1] + HEAD * tangent[1]];
  return [pathShape(openPath(points), look), ...arrow(back, tip, look).slice(-1)];
}

const HEAD = 12;
