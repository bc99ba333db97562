/** The descent's stage as shapes: contours, eigenvectors, the path, and the picture to take along. */
import type { Snapshot, Vec2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { axisTicks, tickStrips } from "../../../scene/marks/axisTicks";
import { cross, dots, marker } from "../../../scene/marks/dots";
import { clipLine, line } from "../../../scene/marks/line";
import { drawable } from "../../../scene/marks/pathData";
import { boxAbout, type Label, placeLabels } from "../../../scene/marks/placeLabels";
import { polyline } from "../../../scene/marks/polygon";
import type { Picture } from "../../../scene/picture";
import type { Shape } from "../../../scene/shape";
import { derive, type Source } from "../../../scene/source";
import { toPixel, type View2d } from "../../../scene/view2d";
import { source } from "../../../state/source";
import { bowl, description, here, loss, start, step, steps, valley, view, walkable } from "../sources";
import { contourShape, levelsIn } from "./contours";

const showContours = source((s) => s.descent.showContours);
const showEigen = source((s) => s.descent.showEigen);

const levels = derive([view, valley], (v, ground) => (ground ? levelsIn(v, ground) : []));
const contours = derive([view, bowl, levels, showContours], (v, ground, all, on): readonly Shape[] =>
  on ? all.map((level) => contourShape(v, ground, level)) : [],
);
const axisX = derive([loss], (kind) => (kind === "quadratic" ? "w₁" : "w₁, slope"));
const axisY = derive([loss], (kind) => (kind === "quadratic" ? "w₂" : "w₂, intercept"));
const ticks = derive([view, axisX, axisY, walkable], (v, right, up, on) => (on ? axisTicks(v, right, up) : []));

const lines = derive([view, valley, showEigen], (v, ground, on): readonly Shape[] =>
  ground && on
    ? ground.directions.map((direction, k) =>
        line(v, ground.minimum, direction, { name: `eigen${k + 1}`, tone: "eigen", width: 1.6, dash: [8, 6] }),
      )
    : [],
);
const minimum = derive([view, valley], (v, ground): readonly Shape[] =>
  ground ? [cross(toPixel(v, ground.minimum), 5, { name: "minimum", tone: "ink", width: 1.4 })] : [],
);

/** The iterates up to the first that no screen can show: it has left the picture long before. */
const onScreen = (v: View2d, run: readonly Snapshot[]): readonly Vec2[] => {
  const all = run.map(({ x }): Vec2 => [x[0] ?? 0, x[1] ?? 0]);
  const away = all.findIndex((at) => !drawable([toPixel(v, at)]));
  return away < 0 ? all : all.slice(0, away);
};
const path = derive([view, steps], onScreen);
const whole = derive([view, path], (v, all): readonly Shape[] => [
  polyline(v, all, { name: "whole", tone: "basis-i", width: 1.2, opacity: 0.5 }),
]);
const walked = derive([view, path, step], (v, all, k): readonly Shape[] => [
  polyline(v, all.slice(0, k + 1), { name: "walked", tone: "basis-i", width: 2.2 }),
]);
const iterates = derive([view, path], (v, all): readonly Shape[] => {
  const at = all.slice(1).map((point) => toPixel(v, point));
  return [dots(at, 2.6, { name: "iterates", tone: "basis-i", width: 0, fillOpacity: 1 })];
});
const now = derive([view, here, valley], (v, at, ground): readonly Shape[] =>
  ground ? [marker(toPixel(v, at), 6, { name: "now", tone: "basis-i" })] : [],
);

const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
const subscript = (k: number) => [...String(k)].map((digit) => SUBSCRIPTS[Number(digit)]).join("");
const eigenNames = derive([view, valley, showEigen], (v, ground, on): readonly Label[] => {
  if (!ground || !on) return [];
  const [ox, oy] = toPixel(v, ground.minimum);
  return ([0, 1] as const).flatMap((k): Label[] => {
    const ends = clipLine(v, ground.minimum, ground.directions[k]);
    if (!ends) return [];
    const end = ends[0][1] < ends[1][1] ? ends[0] : ends[1];
    // Most of the way out, so that the name stands clear of the path.
    const near: Vec2 = [ox + (end[0] - ox) * 0.75, oy + (end[1] - oy) * 0.75];
    const text = `λ${"₁₂"[k]} = ${formatNumber(ground.lambda[k], ground.lambda[0])}`;
    return [{ name: `eigen${k + 1}`, text, tone: "eigen", near }];
  });
});
const labels = derive([view, valley, start, here, step, eigenNames], (v, ground, from, at, k, eigen) => {
  if (!ground) return [];
  const [first, last] = [toPixel(v, from), toPixel(v, at)];
  const own: Label[] = [{ name: "start", text: "w₀", tone: "ink", near: first }];
  if (k > 0) own.push({ name: "now", text: `w${subscript(k)}`, tone: "basis-i", near: last });
  return placeLabels([...own, ...eigen], [...tickStrips(v), boxAbout(first, 12), boxAbout(last, 7)], v);
});

export const shapes: Source<readonly Shape[]> = derive(
  [contours, ticks, lines, minimum, whole, walked, iterates, now, labels],
  (...parts) => parts.flat(),
);

/** The stage as it stands now; null where there is no valley. */
export function picture(): Picture | null {
  const { width, height } = view.get();
  if (!walkable.get()) return null;
  const title = "Contours of the loss and the path of descent";
  return { width, height, rasters: [], shapes: shapes.get(), title, description: description.get() };
}
