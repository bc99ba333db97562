/** The plane itself, before and after: grids, square, circle, and what became of them. */
import { IDENTITY2, type Mat2, multiply2, type Vec2 } from "../../../math";
import { ellipse } from "../../../scene/marks/ellipse";
import { axes, grid } from "../../../scene/marks/grid";
import { polygon } from "../../../scene/marks/polygon";
import type { Shape } from "../../../scene/shape";
import type { View2d } from "../../../scene/view2d";
import { LOOKS } from "./looks";

/** What is switched on, and the ellipses of A⁻¹ and of the data where they are wanted. */
export interface Ground {
  readonly grid: boolean;
  readonly circle: boolean;
  readonly area: boolean;
  readonly inverse: Mat2 | null;
  readonly deviations: Mat2 | null;
}

export const stillGround = (view: View2d): readonly Shape[] => [
  grid(view, IDENTITY2, LOOKS.ghost),
  axes(view, LOOKS.axes),
];

export function movedGround(view: View2d, m: Mat2, show: Ground): readonly Shape[] {
  const [i, j]: [Vec2, Vec2] = [
    [m[0], m[2]],
    [m[1], m[3]],
  ];
  const flipped = m[0] * m[3] - m[1] * m[2] < 0;
  const square = (look: (typeof LOOKS)["area" | "areaFlipped" | "square"], a: Vec2, b: Vec2) =>
    polygon(view, [[0, 0], a, [a[0] + b[0], a[1] + b[1]], b], look);
  return [
    ...(show.grid ? [grid(view, m, LOOKS.moved), axes(view, LOOKS.movedAxes, m)] : []),
    ...(show.area
      ? [square(LOOKS.square, [1, 0], [0, 1]), square(flipped ? LOOKS.areaFlipped : LOOKS.area, i, j)]
      : []),
    ...(show.circle ? [ellipse(view, IDENTITY2, LOOKS.circle), ellipse(view, m, LOOKS.ellipse)] : []),
    ...(show.inverse ? [ellipse(view, show.inverse, LOOKS.inverse)] : []),
    ...(show.deviations
      ? [ellipse(view, show.deviations, LOOKS.spread), ellipse(view, multiply2(m, show.deviations), LOOKS.movedSpread)]
      : []),
  ];
}
