/** T² across and Q up: a chart whose axes have units of their own, so its points stand in pixels. */
import { scaleLinear } from "d3";
import { formatNumber } from "../../../scene/formatNumber";
import { cell, derive } from "../../../scene/source";
import type { Size, View2d } from "../../../scene/view2d";
import { pointClasses } from "../../../state/derived";
import { source } from "../../../state/source";
import { dataset, divisor, kept, model, rows, told } from "../sources";
import { type Distances, distancesOf } from "./distances";

export const size = cell<Size>({ width: 800, height: 600 });
const MARGIN = { left: 56, right: 24, top: 56, bottom: 44 };

export const distances = derive([model, rows, kept, dataset, divisor], (m, x, k, of, by): Distances | null =>
  m && of ? distancesOf(m, x, k, of.rows, by === "n" ? of.rows : of.rows - 1) : null,
);
const most = (values: Float64Array | undefined, mean: number) =>
  values?.reduce((top, value) => Math.max(top, value), mean) || 1;
export const axes = derive([distances, size], (now, { width, height }) => ({
  right: scaleLinear(
    [0, 1.04 * most(now?.t2, now?.mean.t2 ?? 0)],
    [MARGIN.left, Math.max(MARGIN.left + 1, width - MARGIN.right)],
  ),
  up: scaleLinear(
    [0, 1.04 * most(now?.q, now?.mean.q ?? 0)],
    [MARGIN.bottom, Math.max(MARGIN.bottom + 1, height - MARGIN.top)],
  ),
}));
export const view = derive(
  [size],
  ({ width, height }): View2d => ({ width, height, centre: [width / 2, height / 2], unit: 1 }),
);
export const points = derive([distances, axes], (now, { right, up }) =>
  Float32Array.from({ length: 2 * (now?.t2.length ?? 0) }, (_, k) =>
    k % 2 === 0 ? right(now?.t2[k >> 1] ?? 0) : up(now?.q[k >> 1] ?? 0),
  ),
);
export const cloud = derive([points, source(pointClasses)], (xy, classes) => ({ xy, classes }));

/** The picture in words. */
export const description = derive([distances, kept, dataset, told], (now, k, of, row) => {
  if (!now || !of) return "";
  const [first = 0] = now.order;
  const said = (at: number) =>
    `row ${at + 1}, T² ${formatNumber(now.t2[at] ?? 0)} and Q ${formatNumber(now.q[at] ?? 0)}`;
  const mean = `On average T² is ${formatNumber(now.mean.t2)} and Q ${formatNumber(now.mean.q)}`;
  const shown = row >= 0 ? ` Shown: ${said(row)}.` : "";
  return `Distance of each row from the ${k} component${k === 1 ? "" : "s"} kept: T², how far out within them, across; Q, how far off them, up. ${mean}. Farthest of all: ${said(first)}.${shown}`;
});
