import { extent, scaleLinear } from "d3";
import { formatNumber } from "../../../scene/formatNumber";
import { cell, derive } from "../../../scene/source";
import type { Size, View2d } from "../../../scene/view2d";
import { pointClasses } from "../../../state/derived";
import { source } from "../../../state/source";
import { percent, usedNames } from "../plane";
import { dataset, features, model, rows, told } from "../sources";
import { jitter, type Strip, stripsOf } from "./layout";

export const size = cell<Size>({ width: 800, height: 600 });
export const MARGIN = { right: 62, top: 50, bottom: 34 };
/** Pixels under which the points of a strip are a line. */
const LEAST_HEIGHT = 22;
/** Points on the stage in all; beyond it fewer strips are drawn. */
const MOST_POINTS = 500_000;
export const left = derive([size], ({ width }) => (width < 520 ? 86 : 128));

const room = derive([size, rows], ({ height }, x) => {
  const byHeight = Math.floor((height - MARGIN.top - MARGIN.bottom) / LEAST_HEIGHT);
  return Math.max(2, Math.min(byHeight, Math.floor(MOST_POINTS / Math.max(1, x.rows))));
});
const plain = derive([model, rows, room], (m, x, most): readonly Strip[] => (m ? stripsOf(m, x, most) : []));
export const scale = source((s) => s.pca.stripScale);
/** As they are drawn: in the units of the prepared X, or each in its own standard deviations. */
export const strips = derive([plain, scale], (all, how): readonly Strip[] =>
  how === "common"
    ? all
    : all.map((strip) => {
        const sd = Math.sqrt(strip.variance) || 1;
        return { ...strip, values: strip.values.map((value) => value / sd) };
      }),
);
/** One scale for all, since their widths are to be compared. */
export const across = derive([strips, size, left], (all, { width }, from) => {
  const ends = all.map(({ values }) => extent(values) as [number, number]);
  const [low, high] = [Math.min(...ends.map(([a]) => a)), Math.max(...ends.map(([, b]) => b))];
  const domain = low < high ? [low, high] : [-1, 1];
  return scaleLinear(domain, [from + 6, Math.max(from + 7, width - MARGIN.right)]);
});
/** Pixels of one strip, and the middle of the k-th from the top. */
export const band = derive([strips, size], (all, { height }) => {
  const each = Math.min(64, (height - MARGIN.top - MARGIN.bottom) / Math.max(1, all.length));
  return { each, middle: (k: number) => MARGIN.top + (k + 0.5) * each };
});
export const view = derive(
  [size],
  ({ width, height }): View2d => ({ width, height, centre: [width / 2, height / 2], unit: 1 }),
);
/** Every row once in each strip, strip after strip. */
export const points = derive([strips, across, band, size], (all, x, { each, middle }, { height }) => {
  const n = all[0]?.values.length ?? 0;
  const xy = new Float32Array(2 * n * all.length);
  all.forEach(({ values }, k) => {
    for (let i = 0; i < n; i++) {
      xy[2 * (k * n + i)] = x(values[i] as number);
      xy[2 * (k * n + i) + 1] = height - middle(k) - 0.36 * each * jitter(i);
    }
  });
  return xy;
});
const classes = source(pointClasses);
export const cloud = derive([points, strips, classes], (xy, all, codes) => {
  if (!codes) return { xy, classes: null };
  const repeated = new Int32Array(codes.length * all.length);
  for (let k = 0; k < all.length; k++) repeated.set(codes, k * codes.length);
  return { xy, classes: repeated };
});

/** What stands beside a strip. */
export const names = derive([strips, model, features], (all, m, of) => {
  const used = m ? usedNames(m, of) : [];
  return all.map(({ kind, at }) => (kind === "feature" ? (used[at] ?? "") : `PC${at + 1}`));
});
export const share = derive([strips, model], (all, m) => {
  const total = m?.explainedVariance.reduce((sum, value) => sum + value, 0) || 1;
  return all.map(({ variance }) => percent(variance / total));
});

export const notes = derive([strips, model, scale], (all, m, how) => {
  if (!m) return "";
  const count = (kind: string) => all.filter((strip) => strip.kind === kind).length;
  const [f, c] = [count("feature"), count("component")];
  const few =
    f < m.columns.length || c < m.explainedVariance.length
      ? ` Drawn: ${f} of ${m.columns.length} features, those that vary most, and ${c} of ${m.explainedVariance.length} components.`
      : "";
  const units =
    how === "common"
      ? "One scale for all strips, counted from the mean. Features and components have the same variance together; the components have it in order."
      : "Each strip in its own standard deviations from the mean: how the points lie, and not how far.";
  return `${units}${few}`;
});
/** The picture in words. */
export const description = derive([strips, names, share, told, dataset], (all, called, parts, row, of) => {
  if (!of || all.length === 0) return "";
  const said = all.map((_, k) => `${called[k]} ${parts[k]}`).slice(0, 12);
  const here =
    row >= 0
      ? ` Row ${row + 1}: ${all
          .slice(0, 8)
          .map(({ values }, k) => `${called[k]} ${formatNumber(values[row] ?? 0)}`)
          .join(", ")}.`
      : "";
  return `Every row on a strip of its own for each feature and each component, with the part of the variance in it: ${said.join(", ")}.${here}`;
});
