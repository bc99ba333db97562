import { formatNumber } from "../../../scene/formatNumber";
import { cell, derive } from "../../../scene/source";
import { type Size, view2d } from "../../../scene/view2d";
import { source } from "../../../state/source";
import { MEASURES } from "../measures";
import { percent, usedNames } from "../plane";
import { centre, dataset, features, model, pair, rows, told } from "../sources";
import { loadingRows, scoreParts } from "./loadingRows";

export const size = cell<Size>({ width: 800, height: 600 });
export const form = source((s) => s.pca.loadingForm);
export const measure = source((s) => s.pca.measure);
/** The circle shows correlations, whatever the bars show. */
export const shownMeasure = derive([form, measure], (f, m) => (f === "circle" ? "correlations" : m));

/** Pixels above the bars and below them. */
export const HEAD = 84;
export const FOOT = 14;
const LEAST_ROW = 19;
const MOST_ARROWS = 60;

/** The components shown, one or two. */
export const ks = derive([pair], ([a, b]): readonly number[] => (b === null ? [a] : [a, b]));
export const titles = derive([ks, model], (on, m) =>
  on.map((k) => `PC${k + 1} (${percent(m?.explainedVarianceRatio[k] ?? 0)})`),
);
export const names = derive([model, features], (m, all) => (m ? usedNames(m, all) : []));
export const room = derive([form, size], (f, { height }) =>
  f === "circle" ? MOST_ARROWS : Math.max(1, Math.floor((height - HEAD - FOOT) / LEAST_ROW)),
);
export const shown = derive([model, shownMeasure, ks, room, form], (m, by, on, most, f) =>
  m ? loadingRows(m, by, on, most, f !== "bars") : [],
);

/** The row that is meant, in what each feature gives to its scores; null where none is. */
export const parts = derive([model, rows, ks, told, shownMeasure, form], (m, x, on, row, by, f) =>
  m && row >= 0 && f !== "circle" && by === "loadings" ? on.map((k) => scoreParts(m, x, row, k)) : null,
);

/** The circle, as large as the stage lets it be. */
export const circleView = derive([size], (box) => {
  const least = Math.max(1, Math.min(box.width, box.height - 60));
  return view2d(box, [0, 0.06], (2.5 * Math.max(1, Math.min(box.width, box.height))) / least);
});

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
/** How the numbers are scaled, what is left out and what the dots are. */
export const notes = derive(
  [shown, names, shownMeasure, parts, told, ks, centre],
  (some, all, by, made, row, on, c) => {
    const scaling = MEASURES.find(({ value }) => value === by)?.note ?? "";
    const times = by === "loadings" ? " Times √λ, over the feature’s deviation, they are correlations." : "";
    const about = by === "correlations" && !c ? " X is not centred: they are cosines about the origin." : "";
    const few = some.length < all.length ? ` ${some.length} of ${all.length} features are drawn, the largest.` : "";
    const dots =
      made && row >= 0
        ? ` Dots: what each feature gives to the scores of row ${row + 1}, ${made
            .map((values, at) => `${formatNumber(sum(values))} on PC${(on[at] ?? 0) + 1}`)
            .join(" and ")}.`
        : "";
    return `${scaling}${times}${about}${few}${dots}`;
  },
);

/** The picture in words. */
export const description = derive(
  [dataset, shown, names, ks, shownMeasure, form, titles],
  (of, some, all, on, by, f, called) => {
    if (!of || some.length === 0) return "";
    const what = MEASURES.find(({ value }) => value === by)?.label.toLowerCase() ?? by;
    const lead = on.map((_, at) => {
      const top = some
        .toSorted((a, b) => Math.abs(b.values[at] ?? 0) - Math.abs(a.values[at] ?? 0))
        .slice(0, 3)
        .map(({ feature, values }) => `${all[feature] ?? ""} ${formatNumber(values[at] ?? 0)}`);
      return `${called[at]}: ${top.join(", ")}`;
    });
    const few = some.length < all.length ? ` ${some.length} of ${all.length} features are drawn.` : "";
    const how = f === "circle" ? "Each feature as an arrow in the unit circle" : `Bars, one for each feature, ${what}`;
    return `${how}. Largest on ${lead.join("; on ")}.${few}`;
  },
);
