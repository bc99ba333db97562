/** The whole stage as shapes: what lies under the points, what lies on them, and the picture to take along. */
import type { Vec2 } from "../../../math";
import { axisTicks } from "../../../scene/marks/axisTicks";
import { dots } from "../../../scene/marks/dots";
import { grid } from "../../../scene/marks/grid";
import { line } from "../../../scene/marks/line";
import { points as pointRaster } from "../../../scene/marks/points";
import type { Picture } from "../../../scene/picture";
import { joined, pathShape, type Shape } from "../../../scene/shape";
import { derive, type Source } from "../../../scene/source";
import { toPixel } from "../../../scene/view2d";
import { source } from "../../../state/source";
import { planePictures } from "../pixels/exported";
import { percent, shadow } from "../plane";
import { sentence } from "../sentence";
import {
  axis,
  biplot,
  cloud,
  dataset,
  features,
  guess,
  model,
  notes,
  outcome,
  pair,
  plane,
  points,
  rows,
  showThreads,
  told,
  view,
  which,
} from "../sources";
import { feetOnFirst, feetOnLine, MOST_THREADS, threadPath } from "../threads";
import { classEllipses } from "./classEllipses";
import { originalShapes, turning } from "./originalShapes";
import { regionShape } from "./regionShape";
import { biplotShapes, scoreShapes } from "./scoreShapes";

const GHOST = [1, 0, 0, 1] as const;
/** Whether the line that the reader turns is on the stage. */
export const byHand = derive([which, turning], (shown, on) => shown === "original" && on);

const backdrop = derive([view, which, plane], (v, shown, p): readonly Shape[] => {
  const at: Vec2 = shown === "original" && p ? p.anchor : [0, 0];
  const look = { name: "axes", tone: "axis", width: 1.4 };
  return [
    grid(v, GHOST, { name: "grid", tone: "grid-ghost" }),
    ...joined([line(v, at, [1, 0], look), line(v, at, [0, 1], look)]),
  ];
});
const feet = derive(
  [which, showThreads, plane, model, points, rows, byHand, guess],
  (shown, on, p, m, xy, x, turned, g) => {
    if (shown !== "original" || !on || !p || !m || x.rows > MOST_THREADS) return null;
    return turned && g ? feetOnLine(xy, p.anchor, g.direction) : feetOnFirst(p, m, x);
  },
);
const threads = derive([view, points, feet], (v, xy, ends): readonly Shape[] =>
  ends ? [pathShape(threadPath(v, xy, ends), { name: "threads", tone: "muted", width: 0.9, opacity: 0.42 })] : [],
);
export const underShapes: Source<readonly Shape[]> = derive([backdrop, threads], (...parts) => parts.flat());

/** The axis of the component that is pointed at, in the scree, the spectrum or here. */
const lit = derive(
  [view, which, plane, model, pair, source((s) => s.spotlight)],
  (v, shown, p, m, [a, b], k): readonly Shape[] => {
    if (k === null || !m || !p || k >= m.explainedVariance.length) return [];
    const look = { name: "lit", tone: "eigen", width: 7, opacity: 0.35 };
    if (shown === "original") return [line(v, p.anchor, shadow(p, m, k), look)];
    return k === a ? [line(v, [0, 0], [1, 0], look)] : k === b ? [line(v, [0, 0], [0, 1], look)] : [];
  },
);

const title = (k: 0 | 1) =>
  derive([which, plane, pair, model], (shown, p, on, m) => {
    if (shown === "original") return p?.titles[k] ?? "";
    const component = on[k];
    return component === null || !m ? "" : `PC${component + 1} (${percent(m.explainedVarianceRatio[component] ?? 0)})`;
  });
const ticks = derive([view, title(0), title(1)], axisTicks);

const own = derive([which, originalShapes, scoreShapes, biplotShapes], (shown, original, scores, arrows) =>
  shown === "original" ? original : shown === "scores" ? scores : arrows,
);
const ring = derive([view, points, told], (v, xy, row): readonly Shape[] => {
  if (row < 0) return [];
  const at: Vec2 = [xy[2 * row] ?? Number.NaN, xy[2 * row + 1] ?? Number.NaN];
  return [dots([toPixel(v, at)], 8, { name: "ring", tone: "ink", width: 2.4 })];
});
export const overShapes: Source<readonly Shape[]> = derive(
  [lit, classEllipses, ticks, own, ring, regionShape],
  (...parts) => parts.flat(),
);

export const description = derive(
  [dataset, features, outcome, which, pair, plane, biplot, guess, axis, byHand, notes],
  (of, names, found, shown, on, p, b, g, degrees, turned, said) =>
    sentence(of, names, found, {
      view: shown,
      pair: on,
      plane: p,
      biplot: b,
      guess: turned && g ? { at: g, degrees } : null,
      notes: said,
    }),
);

/** The stage as it stands now; null where there are no components. */
export function picture(): Picture | null {
  const v = view.get();
  if (outcome.get().kind === "none") return null;
  const more = planePictures(v);
  return {
    width: v.width,
    height: v.height,
    under: underShapes.get(),
    rasters: [pointRaster(v, cloud.get()), ...more.rasters],
    shapes: [...overShapes.get(), ...more.shapes],
    title: `Principal components of ${dataset.get()?.name ?? "the data"}`,
    description: description.get(),
  };
}
