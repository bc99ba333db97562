import { formatNumber } from "../../../scene/formatNumber";
import { nearestPoint } from "../../../scene/nearestPoint";
import { planeMap } from "../../../scene/planeMap";
import { cell, derive } from "../../../scene/source";
import type { Size, View2d } from "../../../scene/view2d";
import { pointClasses } from "../../../state/derived";
import { source } from "../../../state/source";
import { totalVariance } from "../model";
import { percent, usedNames } from "../plane";
import { dataset, features, model, rows, standardise } from "../sources";
import { stripsOf, stripValues } from "./strips";

export const size = cell<Size>({ width: 800, height: 600 });
export const stripScale = source((s) => s.pca.stripScale);
export const view = derive(
  [size],
  ({ width, height }): View2d => ({ width, height, centre: [width / 2, height / 2], unit: 1 }),
);

const MARGIN = { top: 56, bottom: 12 };
const LEAST_STRIP = 22;
const TALLEST = 64;
const PLACE = 18;

export const strips = derive([model, size], (m, { height }) =>
  m ? stripsOf(m, Math.floor((height - MARGIN.top - MARGIN.bottom) / LEAST_STRIP)) : [],
);
export const values = derive([model, rows, strips, stripScale], (m, x, all, by) =>
  m ? stripValues(m, x, all, by === "own") : null,
);
/** Where the strips stand: the pixel of 0 and of one unit, and each strip's height from above. */
export const layout = derive([size, strips, values], ({ width, height }, all, v) => {
  const most = v?.data.reduce((top, value) => Math.max(top, Math.abs(value)), 0) || 1;
  const label = Math.min(190, 0.32 * width);
  const reach = Math.max(1, (width - label - 2 * PLACE) / 2);
  const step = Math.min(TALLEST, (height - MARGIN.top - MARGIN.bottom) / Math.max(1, all.length));
  return {
    label,
    zero: label + PLACE + reach,
    unit: reach / most,
    step,
    y: (s: number) => MARGIN.top + (s + 0.5) * step,
  };
});
/** Every row on every strip, row by row. */
export const points = derive([values, layout, size], (v, { zero, unit, y }, { height }) => {
  const xy = new Float32Array(2 * (v?.data.length ?? 0));
  v?.data.forEach((value, k) => {
    xy[2 * k] = zero + unit * value;
    xy[2 * k + 1] = height - y(k % v.cols);
  });
  return xy;
});
export const cloud = derive([points, strips, source(pointClasses)], (xy, all, classes) => ({
  xy,
  classes: classes && Int32Array.from({ length: xy.length / 2 }, (_, k) => classes[Math.floor(k / all.length)] ?? -1),
}));

/** The row whose dot is nearest, on whichever strip. */
export function rowAt(pixel: readonly [number, number], reach: number): number {
  const found = nearestPoint(planeMap(view.get()), points.get(), pixel, reach);
  return found < 0 ? -1 : Math.floor(found / Math.max(1, strips.get().length));
}

export const names = derive([strips, model, features], (all, m, of) => {
  const used = m ? usedNames(m, of) : [];
  return all.map(({ kind, index }) => (kind === "feature" ? (used[index] ?? "") : `PC${index + 1}`));
});
/** Each strip's part of all that varies. */
export const shares = derive([strips, model], (all, m) => {
  const total = m ? totalVariance(m) : 0;
  return all.map(({ variance }) => (total > 0 ? percent(variance / total) : ""));
});

export const notes = derive([strips, model, stripScale, standardise], (all, m, by, z) => {
  if (!m) return "";
  const unit = z ? "standard deviations of the features" : "the units of the data";
  const scale =
    by === "own"
      ? "Each strip in its own standard deviations: form is seen, size is not."
      : `All strips on one scale, ${unit}: the variances above and below have one sum, Σλ = ${formatNumber(totalVariance(m))}.`;
  const above = all.filter(({ kind }) => kind === "feature").length;
  const below = all.length - above;
  const few =
    above < m.columns.length || below < m.explainedVariance.length
      ? ` Drawn: the ${above} features of largest variance of ${m.columns.length}, and ${below} of ${m.explainedVariance.length} components.`
      : "";
  return `${scale}${few}`;
});
export const description = derive([dataset, names, shares, notes], (of, called, parts, words) =>
  of
    ? `All rows of ${of.name} on one strip each for ${called.map((name, s) => `${name} (${parts[s]})`).join(", ")}. ${words}`
    : "",
);
