import type { Vec2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { tickText } from "../../../scene/marks/axisTicks";
import { dots } from "../../../scene/marks/dots";
import { boxAbout, type Label, placeLabels } from "../../../scene/marks/placeLabels";
import { points as pointRaster } from "../../../scene/marks/points";
import type { Picture } from "../../../scene/picture";
import { pathShape, type Shape } from "../../../scene/shape";
import { derive, type Source } from "../../../scene/source";
import { region } from "../choose";
import { dataset, told } from "../sources";
import { regionShape } from "../views/regionShape";
import { axes, cloud, description, distances, level, limits, points, size, view } from "./sources";

const NAMED = 5;
/** Pixels from the stage's upper edge to where a chart that grows upwards has its value. */
const frame = derive(
  [axes, size, distances, limits, level],
  ({ right, up }, { height }, now, by, percent): readonly Shape[] => {
    const [left, end] = right.range() as [number, number];
    const [floor, top] = up.range() as [number, number];
    const y = (value: number) => height - up(value);
    const lines = pathShape(`M${left} ${height - top}V${height - floor}H${end}`, {
      name: "axes",
      tone: "axis",
      width: 1.4,
    });
    const across = right.ticks(6).map((t) => tickText(formatNumber(t), [right(t), height - floor + 16], "middle"));
    const upwards = up.ticks(5).map((t) => tickText(formatNumber(t), [left - 8, y(t) + 4], "end"));
    const titles: Shape[] = [
      {
        ...tickText("T²: far out within the components kept", [end, height - floor + 34], "end"),
        name: "axisTitle",
        size: 12,
        weight: 600,
      },
      { ...tickText("Q: off them", [8, 20], "start"), name: "axisTitle", size: 12, weight: 600 },
    ];
    const look = { name: "average", tone: "eigen", dash: [6, 5], width: 1.2 };
    const means = now
      ? [
          pathShape(`M${right(now.mean.t2).toFixed(1)} ${height - top}V${height - floor}`, look),
          pathShape(`M${left} ${y(now.mean.q).toFixed(1)}H${end}`, look),
          { ...tickText("average", [right(now.mean.t2), height - top - 5], "middle"), tone: "eigen" },
        ]
      : [];
    const edge = { name: "limit", tone: "ink", width: 1.4 };
    const t2 = by.t2 === null ? null : right(by.t2);
    const q = by.q === null ? null : y(by.q);
    const edges = [
      ...(t2 === null
        ? []
        : [
            pathShape(`M${t2.toFixed(1)} ${height - top}V${height - floor}`, edge),
            { ...tickText(`${percent} %`, [t2, height - top - 5], "middle"), tone: "ink" },
          ]),
      ...(q === null
        ? []
        : [
            pathShape(`M${left} ${q.toFixed(1)}H${end}`, edge),
            { ...tickText(`${percent} %`, [end, q - 5], "end"), tone: "ink" },
          ]),
    ];
    return [lines, ...across, ...upwards, ...titles, ...means, ...edges];
  },
);
const at = (xy: Float32Array, row: number, height: number): Vec2 => [
  xy[2 * row] ?? Number.NaN,
  height - (xy[2 * row + 1] ?? Number.NaN),
];

/** The farthest rows by name, where there is one. */
const names = derive([distances, points, size, view, dataset], (now, xy, { height }, v, of): readonly Shape[] => {
  if (!now || !of) return [];
  const called = of.columns.find(({ kind }) => kind === "label");
  const labels = now.order.slice(0, NAMED).map((row): Label => {
    const name = called?.kind === "label" ? called.values[row] : "";
    return {
      name: "farthest",
      text: name || `row ${row + 1}`,
      tone: "ink",
      near: at(xy, row, height),
      toward: [1, -0.3],
      face: "ui",
      size: 12,
    };
  });
  return placeLabels(
    labels,
    now.order.slice(0, NAMED).map((row) => boxAbout(at(xy, row, height), 6)),
    v,
  );
});
const ring = derive([points, told, size], (xy, row, { height }): readonly Shape[] =>
  row < 0 ? [] : [dots([at(xy, row, height)], 8, { name: "ring", tone: "ink", width: 2.4 })],
);
export const shapes: Source<readonly Shape[]> = derive([frame, names, ring, regionShape], (...parts) => parts.flat());

export function picture(): Picture | null {
  const v = view.get();
  if (!distances.get() || region.get()) return null;
  return {
    width: v.width,
    height: v.height,
    rasters: [pointRaster(v, cloud.get())],
    shapes: shapes.get(),
    title: `T² and Q of ${dataset.get()?.name ?? "the data"}`,
    description: description.get(),
  };
}
