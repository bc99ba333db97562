import type { Vec2 } from "../../../math";
import { derive } from "../../../scene/source";
import { source } from "../../../state/source";
import { colour, features, model, pair, rows, scorePoints, spread, which } from "../sources";
import { pixelGrid } from "./pixelGrid";
import { componentImage, inkRange, rowOfScores, valuesImage } from "./pixelImage";

/** How the features lie in a picture; null where they are none. */
export const grid = derive([features, rows], pixelGrid);
const range = derive([rows], inkRange);

/** Components that are drawn as pictures. */
const MOST = 12;
export const componentImages = derive([grid, model], (g, m) =>
  g && m ? Array.from({ length: Math.min(MOST, m.explainedVariance.length) }, (_, k) => componentImage(g, m, k)) : [],
);
/** The pictures of the components on the axes, also of one that is not among the first. */
export const imageOf = (k: number) => derive([grid, model], (g, m) => (g && m ? componentImage(g, m, k) : null));

export const rowImage = (row: number) =>
  derive([grid, rows, range], (g, x, ink) =>
    g && row < x.rows ? valuesImage(g, x.data.subarray(row * x.cols, (row + 1) * x.cols), ink) : null,
  );

/** The point on the scores that the reader moves about, to see what row it stands for. */
export const probe = source((s) => s.pca.probe as Vec2);
export const probing = derive(
  [grid, which, pair, source((s) => s.pca.space)],
  (g, view, on, space) => g !== null && view === "scores" && on[1] !== null && !space,
);
/** The picture that the probe stands for: its two scores, and the mean of all others. */
export const probeImage = derive([grid, model, spread, pair, probe, range], (g, m, all, [a, b], y, ink) =>
  g && m && b !== null ? valuesImage(g, rowOfScores(m, all, [a, b], y), ink) : null,
);

/** Means of the classes on the two axes. */
const centres = derive([colour, scorePoints], (column, xy) => {
  if (!column) return [];
  const sums = column.levels.map((name) => ({ name, n: 0, x: 0, y: 0 }));
  for (let i = 0; 2 * i + 1 < xy.length; i++) {
    const sum = sums[column.codes[i] ?? -1];
    if (!sum) continue;
    sum.n++;
    sum.x += xy[2 * i] as number;
    sum.y += xy[2 * i + 1] as number;
  }
  return sums.filter(({ n }) => n > 0).map(({ name, n, x, y }) => ({ name, at: [x / n, y / n] as Vec2 }));
});
/** The class whose mean the probe is nearest to; empty where there are no classes. */
export const nearestClass = derive([centres, probe], (all, [x, y]) => {
  const gap = ([a, b]: Vec2) => Math.hypot(a - x, b - y);
  return (
    all.reduce<(typeof all)[number] | null>((best, one) => (best && gap(best.at) <= gap(one.at) ? best : one), null)
      ?.name ?? ""
  );
});
