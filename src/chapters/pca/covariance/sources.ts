/** The outer product of a row, the average so far and C, beside each other or below. */
import type { Matrix } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { signedField } from "../../../scene/marks/heatMap";
import { cell, derive } from "../../../scene/source";
import type { Size } from "../../../scene/view2d";
import { source } from "../../../state/source";
import { usedNames } from "../plane";
import { dataset, divisor, features, model, rows } from "../sources";
import type { HeatPanel } from "../views/heatPanels";
import { createBuilder } from "./running";

/** Columns beyond which the products of a row are no longer a matter of a frame. */
export const MOST_FEATURES = 128;
export const size = cell<Size>({ width: 800, height: 600 });

const builder = derive([model, rows, divisor], (m, x, by) =>
  m && x.rows > 0 && m.columns.length <= MOST_FEATURES ? createBuilder(m, x, by === "n" ? x.rows : x.rows - 1) : null,
);
/** Rows that can be taken in. */
export const most = derive([rows], (x) => x.rows);
/** Rows in the average. */
export const taken = derive([source((s) => s.pca.outer), most], (m, all) => Math.min(m, all));
export const running = derive([builder, taken], (of, m) => of?.at(m) ?? null);
export const names = derive([model, features], (m, all) => (m ? usedNames(m, all) : []));

export interface Panel extends HeatPanel {
  readonly matrix: Matrix;
}

const MARGIN = { top: 52, bottom: 34, side: 18, title: 22, names: 92 };
const GAP = 26;
const largest = ({ data }: Matrix) => data.reduce((top, value) => Math.max(top, Math.abs(value)), 0) || 1;

export const panels = derive([running, taken, size], (now, m, { width, height }): readonly Panel[] => {
  if (!now) return [];
  const named = width >= 620;
  const room = {
    width: Math.max(9, width - 2 * MARGIN.side - (named ? MARGIN.names : 0)),
    height: Math.max(9, height - MARGIN.top - MARGIN.bottom),
  };
  const beside = Math.min((room.width - 2 * GAP) / 3, room.height - MARGIN.title);
  const below = Math.min(room.width, (room.height - 3 * MARGIN.title - 2 * GAP) / 3);
  const across = beside >= below;
  const edge = Math.max(3, across ? beside : below);
  const left = across ? MARGIN.side + (named ? MARGIN.names : 0) : (width - edge) / 2;
  const top = across ? MARGIN.top + MARGIN.title + (room.height - MARGIN.title - edge) / 2 : MARGIN.top + MARGIN.title;
  const [row, scale] = [largest(now.outer), largest(now.whole)];
  const all = [
    [m === 0 ? "x xᵀ, no row yet" : `x xᵀ of row ${m}`, now.outer, row],
    [`Average of ${m.toLocaleString("en-US")}`, now.average, scale],
    ["C", now.whole, scale],
  ] as const;
  return all.map(([title, matrix, full], at) => ({
    title,
    matrix,
    tile: {
      field: signedField(matrix.cols, matrix.rows, (q, p) => matrix.data[p * matrix.cols + q] as number, full),
      left: left + (across ? at * (edge + GAP) : 0),
      top: top + (across ? 0 : at * (edge + MARGIN.title + GAP)),
      width: edge,
      height: edge,
    },
  }));
});

const percent = (part: number) => `${(100 * part).toFixed(1)} %`;
/** How far the average is from C. */
export const errorWords = derive([running, taken, most, dataset], (now, m, all, of) => {
  if (!now || !of) return "";
  const sample = of.held < of.rows ? " Of the rows that are held, which are a sample." : "";
  if (m === 0) return `No row is in the average yet. Each adds its x xᵀ, counted from the mean.${sample}`;
  if (m === all) return `All ${all.toLocaleString("en-US")} rows: the average is C.${sample}`;
  return `${m.toLocaleString("en-US")} of ${all.toLocaleString("en-US")} rows: the average is ${percent(now.error)} of ‖C‖ away from C.${sample}`;
});
/** The picture in words. */
export const description = derive([running, errorWords, names], (now, words, of) => {
  if (!now) return "";
  const d = now.whole.cols;
  const first =
    of.length > 0 ? ` C begins with ${formatNumber(now.whole.data[0] ?? 0)}, the variance of ${of[0]}.` : "";
  return `The ${d} by ${d} products of one row with itself, their average so far, and C. ${words}${first}`;
});
/** Why there is no picture; '' where there is one. */
export const lacks = derive([model, builder], (m, of) =>
  m && !of
    ? `C of ${m.columns.length} features is too large to be built row by row. Choose ${MOST_FEATURES} features or fewer.`
    : "",
);
