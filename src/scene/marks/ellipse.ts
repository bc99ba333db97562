import { apply2, type Mat2, type Vec2 } from "../../math";
import type { Look, PathShape } from "../shape";
import type { View2d } from "../view2d";
import { polygon } from "./polygon";

/** Corners of a polygon that looks like a smooth curve at any size of a stage. */
const CORNERS = 96;
const CIRCLE = Array.from({ length: CORNERS }, (_, k): Vec2 => {
  const angle = (k / CORNERS) * 2 * Math.PI;
  return [Math.cos(angle), Math.sin(angle)];
});

/** The image of the unit circle under A, about a centre. A singular A gives the segment or the point that it is. */
export const ellipse = (view: View2d, a: Mat2, look: Look, centre: Vec2 = [0, 0]): PathShape =>
  polygon(
    view,
    CIRCLE.map((at) => {
      const [x, y] = apply2(a, at);
      return [centre[0] + x, centre[1] + y];
    }),
    look,
  );
