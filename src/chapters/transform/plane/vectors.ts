/** The arrows that are always there: columns, x and its image, and further vectors. */
import { apply2, type Mat2, type Vec2 } from "../../../math";
import { vector } from "../../../scene/marks/vector";
import type { Shape } from "../../../scene/shape";
import type { View2d } from "../../../scene/view2d";
import { LOOKS } from "./looks";

const ORIGIN: Vec2 = [0, 0];

export function vectorShapes(view: View2d, m: Mat2, x: Vec2, more: readonly Vec2[]): readonly Shape[] {
  return [
    ...more.flatMap((v) => [
      ...vector(view, ORIGIN, v, LOOKS.more),
      ...vector(view, ORIGIN, apply2(m, v), LOOKS.moreImage),
    ]),
    ...vector(view, ORIGIN, x, LOOKS.x),
    ...vector(view, ORIGIN, apply2(m, x), LOOKS.ax),
    ...vector(view, ORIGIN, [m[0], m[2]], LOOKS.i),
    ...vector(view, ORIGIN, [m[1], m[3]], LOOKS.j),
  ];
}
