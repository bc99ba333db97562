/** T² across and Q up: a chart whose axes have units of their own, so its points stand in pixels. */
import { scaleLinear } from "d3";
import { formatNumber } from "../../../scene/formatNumber";
import { cell, derive } from "../../../scene/source";
import type { Size, View2d } from "../../../scene/view2d";
import { pointClasses } from "../../../state/derived";
import { source } from "../../../state/source";
import { centre, dataset, divisor, kept, model, rows, told } from "../sources";
import { type Distances, distancesOf, type Limits, limitsOf } from "./distances";

export const size = cell<Size>({ width: 800, height: 600 });
const MARGIN = { left: 56, right: 24, top: 56, bottom: 44 };

export const distances = derive([model, rows, kept, dataset, divisor], (m, x, k, of, by): Distances | null =>
  m && of ? distancesOf(m, x, k, of.rows, by === "n" ? of.rows : of.rows - 1) : null,
);
export const level = source((s) => s.pca.controlLevel);
const NO_LIMITS: Limits = { t2: null, q: null };
/** About the origin rows have no distribution that a limit could be taken from. */
export const limits = derive([model, kept, dataset, divisor, centre, level], (m, k, of, by, centred, percent) =>
  m && of && centred ? limitsOf(m, k, of.rows, by, Number(percent) / 100) : NO_LIMITS,
);
const most = (values: Float64Array | undefined, ...marks: readonly (number | null)[]) =>
  values?.reduce((top, value) => Math.max(top, value), Math.max(...marks.map((mark) => mark ?? 0))) || 1;
export const axes = derive([distances, limits, size], (now, { t2, q }, { width, height }) => ({
  right: scaleLinear(
    [0, 1.04 * most(now?.t2, now?.mean.t2 ?? 0, t2)],
    [MARGIN.left, Math.max(MARGIN.left + 1, width - MARGIN.right)],
  ),
  up: scaleLinear(
    [0, 1.04 * most(now?.q, now?.mean.q ?? 0, q)],
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

const beyond = (values: Float64Array, limit: number) =>
  values.reduce((count, value) => count + (value > limit ? 1 : 0), 0).toLocaleString("en-US");
/** How many of the held rows lie beyond the limits, and what is to be expected; why there are none. */
export const limitWords = derive(
  [distances, limits, level, centre, model, kept],
  (now, { t2, q }, by, centred, m, k) => {
    if (!now || !m) return "";
    if (!centred) return "Without centring there are no control limits: they count from the mean.";
    const all = k >= m.explainedVariance.length;
    const parts = [
      t2 === null
        ? "T² has no limit: there are too few rows for so many components"
        : `${beyond(now.t2, t2)} beyond T² ${formatNumber(t2)}`,
      ...(all
        ? []
        : [q === null ? "Q has no limit: nothing varies off them" : `${beyond(now.q, q)} beyond Q ${formatNumber(q)}`]),
    ];
    return `Of ${now.t2.length.toLocaleString("en-US")} rows: ${parts.join(", ")}. Were they normal, ${100 - Number(by)} % would be.`;
  },
);
/** The picture in words. */
export const description = derive([distances, kept, dataset, told, limitWords], (now, k, of, row, limit) => {
  if (!now || !of) return "";
  const [first = 0] = now.order;
  const said = (at: number) =>
    `row ${at + 1}, T² ${formatNumber(now.t2[at] ?? 0)} and Q ${formatNumber(now.q[at] ?? 0)}`;
  const mean = `On average T² is ${formatNumber(now.mean.t2)} and Q ${formatNumber(now.mean.q)}`;
  const shown = row >= 0 ? ` Shown: ${said(row)}.` : "";
  return `Distance of each row from the ${k} component${k === 1 ? "" : "s"} kept: T², how far out within them, across; Q, how far off them, up. ${mean}. Farthest of all: ${said(first)}. ${limit}${shown}`;
});
