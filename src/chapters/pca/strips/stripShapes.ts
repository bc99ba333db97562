import { clipText } from "../../../charts/clipText";
import { tickText } from "../../../scene/marks/axisTicks";
import { dots } from "../../../scene/marks/dots";
import { openPath } from "../../../scene/marks/pathData";
import { points as pointRaster } from "../../../scene/marks/points";
import type { Picture } from "../../../scene/picture";
import { pathShape, type Shape } from "../../../scene/shape";
import { derive, type Source } from "../../../scene/source";
import { dataset, model, told } from "../sources";
import { cloud, description, layout, names, points, shares, size, strips, view } from "./sources";

const EDGE = 12;

export const underShapes = derive(
  [strips, layout, size],
  (all, { label, zero, y, step }, { width }): readonly Shape[] => {
    const across = all.map((_, s) => `M${label.toFixed(1)} ${y(s).toFixed(1)}H${width - EDGE}`).join("");
    const foot = y(all.length - 1) + step / 2;
    return [
      pathShape(across, { name: "strips", tone: "line", width: 1 }),
      pathShape(`M${zero.toFixed(1)} ${(y(0) - step / 2).toFixed(1)}V${foot.toFixed(1)}`, {
        name: "zero",
        tone: "axis",
        width: 1.4,
      }),
    ];
  },
);
const words = derive([strips, layout, names, shares], (all, { label, y, step }, called, parts): readonly Shape[] =>
  all.flatMap(({ kind }, s): readonly Shape[] => {
    const look = { name: kind, tone: kind === "feature" ? "ink" : "eigen", size: 12 } as const;
    const name = clipText(called[s] ?? "", 12, label - 2 * EDGE - (step < 34 ? 46 : 0));
    const part = tickText(
      parts[s] ?? "",
      step < 34 ? [label - 4, y(s) + 4] : [EDGE, y(s) + 17],
      step < 34 ? "end" : "start",
    );
    return [{ ...tickText(name, [EDGE, y(s) + 4], "start"), ...look }, part];
  }),
);
/** The row that is meant, joined from strip to strip. */
const joinedRow = derive([points, strips, told, size], (xy, all, row, { height }): readonly Shape[] => {
  if (row < 0) return [];
  const at = all.map((_, s) => {
    const k = 2 * (row * all.length + s);
    return [xy[k] ?? Number.NaN, height - (xy[k + 1] ?? Number.NaN)] as const;
  });
  return [
    pathShape(openPath(at), { name: "row", tone: "ink", width: 1.6 }),
    dots(at, 6.5, { name: "ring", tone: "ink", width: 2.2 }),
  ];
});
export const shapes: Source<readonly Shape[]> = derive([words, joinedRow], (...parts) => parts.flat());

export function picture(): Picture | null {
  if (!model.get()) return null;
  return {
    ...size.get(),
    under: underShapes.get(),
    rasters: [pointRaster(view.get(), cloud.get())],
    shapes: shapes.get(),
    title: `Features and components of ${dataset.get()?.name ?? "the data"}`,
    description: description.get(),
  };
}
