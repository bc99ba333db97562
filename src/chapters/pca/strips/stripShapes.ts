import { clipText } from "../../../charts/clipText";
import type { Vec2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { tickText } from "../../../scene/marks/axisTicks";
import { dots } from "../../../scene/marks/dots";
import { points as pointRaster } from "../../../scene/marks/points";
import type { Picture } from "../../../scene/picture";
import { pathShape, type Shape } from "../../../scene/shape";
import { derive, type Source } from "../../../scene/source";
import { dataset, told } from "../sources";
import { regionShape } from "../views/regionShape";
import { across, band, cloud, description, left, MARGIN, names, points, share, size, strips, view } from "./sources";

/** Between the features and the components, and under each strip. */
const rules = derive([strips, band, size, across], (all, { each, middle }, { width }, x): readonly Shape[] => {
  const from = x.range()[0] as number;
  const lines = all.map((_, k) => `M${from.toFixed(1)} ${middle(k).toFixed(1)}H${width - MARGIN.right}`).join("");
  const first = all.findIndex(({ kind }) => kind === "component");
  const cut = first > 0 ? `M8 ${(middle(first) - each / 2).toFixed(1)}H${width - 8}` : "";
  const zero = x(0).toFixed(1);
  const last = middle(all.length - 1) + each / 2;
  return [
    pathShape(lines, { name: "rule", tone: "grid-ghost", width: 1 }),
    pathShape(`M${zero} ${MARGIN.top}V${last.toFixed(1)}`, { name: "mean", tone: "axis", width: 1.2 }),
    pathShape(cut, { name: "cut", tone: "line-strong", width: 1, dash: [4, 4] }),
    ...x.ticks(width < 520 ? 4 : 7).map((t) => tickText(formatNumber(t), [x(t), last + 16], "middle")),
  ];
});

const words = derive(
  [strips, names, share, band, left, size],
  (all, called, parts, { middle }, from, { width }): readonly Shape[] => {
    return all.flatMap(({ kind }, k): readonly Shape[] => {
      const name = called[k] ?? "";
      const tone = kind === "component" ? "eigen" : "ink";
      const short = clipText(name, 12, from - 12);
      return [
        { ...tickText(short, [from - 4, middle(k) + 4], "end"), name: "stripName", tone, size: 12, weight: 500 },
        { ...tickText(parts[k] ?? "", [width - 8, middle(k) + 4], "end"), name: "stripShare", tone },
      ];
    });
  },
);

/** The row that is meant, joined through all strips. */
const joined = derive([strips, points, told, size], (all, xy, row, { height }): readonly Shape[] => {
  const n = all[0]?.values.length ?? 0;
  if (row < 0 || row >= n) return [];
  const places = all.map((_, k): Vec2 => {
    const at = 2 * (k * n + row);
    return [xy[at] ?? Number.NaN, height - (xy[at + 1] ?? Number.NaN)];
  });
  const d = `M${places.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}`;
  return [
    pathShape(d, { name: "joined", tone: "ink", width: 1.2, opacity: 0.7 }),
    dots(places, 6, { name: "ring", tone: "ink", width: 2 }),
  ];
});

export const underShapes: Source<readonly Shape[]> = rules;
export const shapes: Source<readonly Shape[]> = derive([words, joined, regionShape], (...parts) => parts.flat());

export function picture(): Picture | null {
  if (strips.get().length === 0) return null;
  const v = view.get();
  return {
    width: v.width,
    height: v.height,
    under: underShapes.get(),
    rasters: [pointRaster(v, cloud.get(), LOOK)],
    shapes: shapes.get(),
    title: `Features and components of ${dataset.get()?.name ?? "the data"}`,
    description: description.get(),
  };
}
/** Smaller than in a plane, since each row stands there many times. */
export const LOOK = { size: 0.8 };
