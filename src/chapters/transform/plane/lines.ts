/** The lines that A keeps, or the turn that it is. */
import { norm2, type Vec2 } from "../../../math";
import { arc } from "../../../scene/marks/arc";
import { line } from "../../../scene/marks/line";
import type { Shape } from "../../../scene/shape";
import type { View2d } from "../../../scene/view2d";
import type { Reading } from "../model";
import { eigenlines } from "../snap";
import { LOOKS } from "./looks";

const ORIGIN: Vec2 = [0, 0];
const GLOW_RADIANS = (25 * Math.PI) / 180;
/** Pixels. */
export const TURN_RADIUS = 64;

/** Eigenlines, faint until x comes near one; a complex pair is shown by the turn that it is. */
export function eigenShapes(view: View2d, { eig }: Reading, x: Vec2): readonly Shape[] {
  if (eig.kind === "complex") return arc(view, ORIGIN, TURN_RADIUS, 0, eig.angle, LOOKS.turn);
  return eigenlines(eig).map((direction) => {
    const glow = 1 - Math.min(1, angleTo(direction, x) / GLOW_RADIANS);
    return line(view, ORIGIN, direction, { ...LOOKS.eigen, opacity: 0.55 + 0.45 * glow, width: 1.6 + 1.2 * glow });
  });
}

/** Between a line and a vector, 0 to π/2; π/2 for no vector. */
function angleTo(direction: Vec2, x: Vec2): number {
  const size = norm2(x);
  if (size === 0) return Math.PI / 2;
  return Math.acos(Math.min(1, Math.abs(direction[0] * x[0] + direction[1] * x[1]) / size));
}
