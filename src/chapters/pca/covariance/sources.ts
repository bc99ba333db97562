import { type Matrix, standardised } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { cell, derive } from "../../../scene/source";
import type { Size } from "../../../scene/view2d";
import { source } from "../../../state/source";
import { update } from "../../../state/store";
import { covarianceEntry } from "../model";
import { usedNames } from "../plane";
import { dataset, divisor, features, model, rows } from "../sources";
import { MOST_COLUMNS, outerAverage, relativeDistance } from "./outerAverage";

export const size = cell<Size>({ width: 800, height: 600 });
const asked = source((s) => s.pca.outer);
/** Rows there are to add. */
export const last = derive([rows], (x) => x.rows);
/** Rows in the average. */
export const m = derive([asked, last], (want, n) => Math.min(want, n));
export const go = (to: number) => update("pca", { outer: Math.max(0, Math.min(last.get(), Math.round(to))) });

/** The used columns that are drawn: all, or those of largest variance. */
export const columns = derive([model], (of): readonly number[] => {
  const all = Array.from(of?.columns ?? [], (_, j) => j);
  if (!of || all.length <= MOST_COLUMNS) return all;
  const variance = new Map(all.map((j) => [j, covarianceEntry(of, j, j)]));
  return all
    .toSorted((a, b) => (variance.get(b) ?? 0) - (variance.get(a) ?? 0))
    .slice(0, MOST_COLUMNS)
    .toSorted((a, b) => a - b);
});
export const names = derive([model, features, columns], (of, all, some) => {
  const used = of ? usedNames(of, all) : [];
  return some.map((j) => used[j] ?? "");
});
const z = derive([model, rows, columns], (of, x, some): Matrix | null => {
  if (!of) return null;
  const whole = standardised(of, x);
  if (some.length === whole.cols) return whole;
  const data = Float64Array.from(
    { length: x.rows * some.length },
    (_, k) => whole.data[Math.floor(k / some.length) * whole.cols + (some[k % some.length] as number)] as number,
  );
  return { rows: x.rows, cols: some.length, data };
});
const builder = derive([z, divisor], (prepared, by) =>
  prepared ? outerAverage(prepared, by === "n" ? prepared.rows : prepared.rows - 1) : null,
);
/** C of all rows, over the columns drawn. */
const target = derive([model, columns], (of, some): Matrix | null =>
  of
    ? {
        rows: some.length,
        cols: some.length,
        data: Float64Array.from(some.flatMap((p) => some.map((q) => covarianceEntry(of, p, q)))),
      }
    : null,
);
export const scene = derive([builder, target, m], (build, c, rowsIn) => {
  if (!build || !c) return null;
  const average = build.at(rowsIn);
  return { outer: build.outer(rowsIn - 1), average, c, off: relativeDistance(average, c) };
});
export const off = derive([scene], (now) => now?.off ?? 0);

const far = (part: number) => (part < 1e-9 ? "0, to rounding" : formatNumber(part));
export const notes = derive([scene, m, last, dataset, names, model], (now, rowsIn, n, of, some, by) => {
  if (!now || !of || !by) return "";
  const few =
    some.length < by.columns.length
      ? ` ${some.length} of ${by.columns.length} features are drawn, those of largest variance.`
      : "";
  const sample = of.rows > of.held ? " The rows here are a sample, C is of all rows: the two need not meet." : "";
  if (rowsIn === 0) return `No row yet: play, or move the slider. Rows are added in the table’s order.${sample}${few}`;
  const end = rowsIn === n && of.rows === of.held ? " All rows are in: the average is C." : "";
  return `${rowsIn} of ${n} rows are in. ‖Cₘ − C‖ / ‖C‖ = ${far(now.off)}.${end}${sample}${few}`;
});
export const description = derive([dataset, names, notes], (of, some, words) =>
  of
    ? `C of ${of.name}, ${some.length} × ${some.length}, as the average of the outer products of its rows. ${words}`
    : "",
);
