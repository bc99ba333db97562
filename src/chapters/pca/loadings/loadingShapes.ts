import type { Picture } from "../../../scene/picture";
import type { Shape } from "../../../scene/shape";
import { derive, type Source } from "../../../scene/source";
import { dataset, model } from "../sources";
import { barShapes } from "./barShapes";
import { circleShapes } from "./circleShapes";
import { circleView, description, form, names, parts, shown, shownMeasure, size, titles } from "./sources";

const bars = derive([size, shown, names, titles, shownMeasure, parts], (box, rows, all, heads, by, made) =>
  rows.length === 0
    ? []
    : barShapes(box, {
        rows,
        names: all,
        titles: heads,
        signed: by === "loadings" || by === "correlations",
        parts: made,
      }),
);
const circle = derive([circleView, shown, names, titles], circleShapes);
export const shapes: Source<readonly Shape[]> = derive([form, bars, circle], (f, asBars, asCircle) =>
  f === "circle" ? asCircle : asBars,
);

export function picture(): Picture | null {
  if (!model.get()) return null;
  return {
    ...size.get(),
    rasters: [],
    shapes: shapes.get(),
    title: `Loadings of ${dataset.get()?.name ?? "the data"}`,
    description: description.get(),
  };
}
