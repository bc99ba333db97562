/** X, X̂ and the residual as heat maps beside each other, or below each other where the stage is narrow. */
import type { Matrix } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { signedField } from "../../../scene/marks/heatMap";
import { cell, derive } from "../../../scene/source";
import type { Size } from "../../../scene/view2d";
import { source } from "../../../state/source";
import { dataset, features, kept, model, rows, spread, standardise } from "../sources";
import type { HeatPanel } from "../views/heatPanels";
import { type Parts, partsOf } from "./parts";

export const size = cell<Size>({ width: 800, height: 600 });
export const worstFirst = source((s) => s.pca.worstFirst);

/** Standard deviations at full colour; what exceeds them is not told apart. */
export const FULL = 3;

const deviations = derive([model, spread, standardise], (m, { n, squares }, z) =>
  Float64Array.from(m?.columns ?? [], (j) => (z ? 1 : Math.sqrt((squares[j] ?? 0) / n))),
);
export const parts = derive([model, rows, kept, deviations, worstFirst], (m, x, k, by, worst): Parts | null =>
  m && x.rows > 0 ? partsOf(m, x, k, by, worst) : null,
);

const GAP = 18;
const MARGIN = { side: 16, top: 56, bottom: 40 };
const TITLE = 20;

const fieldOf = (of: Matrix) => signedField(of.cols, of.rows, (j, i) => of.data[i * of.cols + j] as number, FULL);
export const panels = derive([parts, size, kept], (now, { width, height }, k): readonly HeatPanel[] => {
  if (!now) return [];
  const all = [
    ["X", now.original],
    [`X̂, k = ${k}`, now.fitted],
    ["X − X̂", now.residual],
  ] as const;
  const inner = {
    width: Math.max(3, width - 2 * MARGIN.side),
    height: Math.max(3, height - MARGIN.top - MARGIN.bottom),
  };
  // Below each other only where each is then tall enough for its rows.
  const across = width >= 420 || inner.height < 420;
  return all.map(([title, of], at) => {
    const w = across ? (inner.width - 2 * GAP) / 3 : inner.width;
    const h = across ? inner.height - TITLE : (inner.height - 2 * GAP) / 3 - TITLE;
    return {
      title,
      tile: {
        field: fieldOf(of),
        left: MARGIN.side + (across ? at * (w + GAP) : 0),
        top: MARGIN.top + TITLE + (across ? 0 : at * (h + TITLE + GAP)),
        width: Math.max(1, w),
        height: Math.max(1, h),
      },
    };
  });
});

/** The row whose strip of pixels lies there, −1 for none. */
export function rowAt([x, y]: readonly [number, number]): number {
  const order = parts.get()?.order ?? [];
  for (const { tile } of panels.get()) {
    const inside = x >= tile.left && x < tile.left + tile.width && y >= tile.top && y < tile.top + tile.height;
    if (inside) return order[Math.floor(((y - tile.top) / tile.height) * order.length)] ?? -1;
  }
  return -1;
}

/** The picture in words. */
export const description = derive([parts, kept, dataset, features, model], (now, k, of, names, m) => {
  if (!now || !of || !m) return "";
  const lost = m.explainedVariance.slice(k).reduce((sum, value) => sum + value, 0);
  const share = 1 - m.explainedVarianceRatio.slice(0, k).reduce((sum, value) => sum + value, 0);
  const [row = 0] = now.worst;
  const least = now.r2.indexOf(Math.min(...now.r2));
  const name = names[m.columns[least] ?? 0] ?? "";
  const drawn = now.order.length < of.held ? ` ${now.order.length} of ${of.held} rows are drawn.` : "";
  return `The table, what ${k} component${k === 1 ? "" : "s"} make of it, and what is left. Lost on average in a row: ${formatNumber(lost)}, ${(100 * Math.max(0, share)).toFixed(1)} % of the variance, the sum of λ left out. Worst row: ${row + 1}, Q ${formatNumber(now.q[row] ?? 0)}. Least kept of all features: ${name}, R² ${formatNumber(now.r2[least] ?? 0)}.${drawn}`;
});
