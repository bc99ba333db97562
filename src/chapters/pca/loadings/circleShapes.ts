/** The circle of correlations: each feature as an arrow to its correlations with the two components, which the unit circle bounds. */
import type { Vec2 } from "../../../math";
import { axisTicks, tickStrips } from "../../../scene/marks/axisTicks";
import { ellipse } from "../../../scene/marks/ellipse";
import { line } from "../../../scene/marks/line";
import { boxAbout, placeLabels } from "../../../scene/marks/placeLabels";
import { vector } from "../../../scene/marks/vector";
import { joined, type Shape } from "../../../scene/shape";
import { toPixel, type View2d } from "../../../scene/view2d";
import type { LoadingRow } from "./loadingRows";

const MOST_NAMED = 16;
const MOST_LETTERS = 24;
const CIRCLE = [1, 0, 0, 1] as const;

const tipOf = ({ values: [x = 0, y = 0] }: LoadingRow): Vec2 => [x, y];

/** `rows` hold correlations with one or two components. */
export function circleShapes(
  view: View2d,
  rows: readonly LoadingRow[],
  names: readonly string[],
  titles: readonly string[],
): readonly Shape[] {
  const axis = { name: "axes", tone: "axis", width: 1.4 };
  const byLength = rows.toSorted((a, b) => Math.hypot(...tipOf(b)) - Math.hypot(...tipOf(a)));
  const [ox, oy] = toPixel(view, [0, 0]);
  const labels = byLength.slice(0, MOST_NAMED).map((row) => {
    const name = names[row.feature] ?? "";
    const near = toPixel(view, tipOf(row));
    const toward: Vec2 = [near[0] - ox, near[1] - oy];
    const text = name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name;
    return { name: "feature", text, tone: "ink", near, toward, face: "ui", size: 12, weight: 600 } as const;
  });
  const tips = byLength.map((row) => boxAbout(toPixel(view, tipOf(row)), 4));
  return [
    ...joined([line(view, [0, 0], [1, 0], axis), line(view, [0, 0], [0, 1], axis)]),
    ellipse(view, CIRCLE, { name: "circle", tone: "eigen", width: 1.4, dash: [6, 5] }),
    ...axisTicks(view, `Correlation with ${titles[0] ?? ""}`, titles[1] === undefined ? "" : `With ${titles[1]}`).map(
      // On a narrow stage the choice of the form stands where the upper title would.
      (tick) =>
        view.width < 560 && tick.name === "axisTitle" && tick.at[1] < 40 ? { ...tick, at: [8, 58] as Vec2 } : tick,
    ),
    ...joined(rows.flatMap((row) => vector(view, [0, 0], tipOf(row), { name: "arrows", tone: "ink", width: 1.8 }))),
    ...placeLabels(labels, [...tickStrips(view), ...tips], view),
  ];
}
