/** What a singular A does: the line that it keeps, the line that it loses, and the sets that become one point. */
import { apply2, type Mat2, type Vec2 } from "../../../math";
import { line, segment } from "../../../scene/marks/line";
import { discPath } from "../../../scene/marks/pathData";
import type { Look, PathShape, Shape } from "../../../scene/shape";
import { spanOf, toPixel, type View2d } from "../../../scene/view2d";
import { fibres, type Kernel } from "../kernel";
import { LATER_LOOKS } from "./laterLooks";

const ORIGIN: Vec2 = [0, 0];

export const kernelShapes = (view: View2d, { column, kernel }: Kernel): readonly Shape[] => [
  ...(column ? [line(view, ORIGIN, column, LATER_LOOKS.column)] : []),
  ...(kernel ? [line(view, ORIGIN, kernel, LATER_LOOKS.kernel)] : []),
];

/** Sets with one image: as they lie in the plane, and on their way to the point that each becomes under `m`. */
export function fibreShapes(view: View2d, a: Mat2, m: Mat2): readonly Shape[] {
  const reach = spanOf(view) * 0.75;
  return fibres(a, spanOf(view) / 16).flatMap(({ at, direction, level }) => {
    const tone = level < 0 ? "diverge-neg" : level > 0 ? "diverge-pos" : "muted";
    const strength = 0.35 + 0.65 * Math.abs(level);
    const look: Look = { name: "fibre", tone, width: 1.25, opacity: 0.55 * strength };
    const ends = [-reach, reach].map((s) => apply2(m, [at[0] + s * direction[0], at[1] + s * direction[1]]));
    const image: PathShape = {
      kind: "path",
      name: "fibre",
      d: discPath(toPixel(view, apply2(m, at)), 4),
      fill: tone,
      opacity: strength,
    };
    return [
      line(view, at, direction, look),
      segment(view, ends[0] as Vec2, ends[1] as Vec2, { ...look, width: 2.5, opacity: strength }),
      image,
    ];
  });
}
