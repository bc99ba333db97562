import { pairOfColumns } from "../../data/columns";
import { apply2, inverse2, type Mat2, type Vec2 } from "../../math";
import { image } from "../../scene/marks/image";
import type { Raster } from "../../scene/picture";
import { cell, derive } from "../../scene/source";
import type { Cloud } from "../../scene/splat";
import { type Size, view2d } from "../../scene/view2d";
import { dataset, featureMomentsNow, featureRows, features, pointClasses } from "../../state/derived";
import { beginGesture } from "../../state/history";
import { source } from "../../state/source";
import { store, update } from "../../state/store";
import { type UnitCloud, unitCloud } from "./cloud";
import { firstFactor, product } from "./compose";
import { kernelOf } from "./kernel";
import { read, sentence } from "./model";
import { whiteningMatrix } from "./presets";
import { shownMatrix } from "./readings";
import type { scoreAxes } from "./scores";
import { solveForA, solveForX } from "./solve";
import { productName } from "./stack";

/** World units across the shorter side until the reader zooms. */
const DEFAULT_SPAN = 9;

/** A itself; what the picture shows is `total`, A and whatever is applied after it. */
export const matrix = source((state) => state.transform.matrix as Mat2);
export const after = source((state) => state.transform.after as readonly Mat2[]);
export const total = derive([matrix, after], product);
export const name = derive([after], productName);
export const x = source((state) => state.transform.x as Vec2);
export const vectors = source((state) => state.transform.vectors as readonly Vec2[]);
export const progress = source((state) => state.transform.progress);
export const kind = source((state) => state.transform.reading);
const way = source((state) => state.transform.interpolation);
/** The matrix that moves the plane now. */
export const shown = derive([matrix, after, kind, progress, way], shownMatrix);
export const reading = derive([total], read);
export const inverse = derive([total, reading], (m, { rank }) => (rank === 2 ? inverse2(m) : null));
export const kernel = derive([total], kernelOf);
export const ax = derive([total, x], apply2);
export const shownAx = derive([shown, x], apply2);
export const shownI = derive([shown], (m): Vec2 => [m[0], m[2]]);
export const shownJ = derive([shown], (m): Vec2 => [m[1], m[3]]);
/** What the first picture can do without; offline before the first visit the plain picture stays. */
export const later = cell<typeof import("./plane/later") | null>(null);
void import("./plane/later").then(later.set, () => {});

/** What the picture shows, and where on its way it stands. */
export const description = derive([later, reading, name, progress, kind, way], (marks, r, called, t, reads, how) => {
  const words = sentence(r, called);
  if (t >= 1) return words;
  const flat = reads === "grid" && called === "A" ? (marks?.collapseWords(r.det, r.eig, t, how, "area") ?? "") : "";
  return `${words} The picture stands at ${Math.round(100 * t)} % of its way. ${flat}`.trim();
});

export const iterationCount = source((state) => state.transform.iterations);
export const iterated = derive(
  [later, total, x, iterationCount, source((state) => state.transform.unitSteps)],
  (marks, m, at, count, unit) => (marks && count > 0 ? marks.iterates(m, at, count, unit) : []),
);
export const error = source((state) => state.transform.error as Vec2);
export const showError = source((state) => state.transform.showError);
/** Null where there is nothing to show: it is switched off, or A is singular. */
export const wrong = derive([later, total, x, error, showError], (marks, m, at, delta, on) =>
  marks && on ? marks.errorReading(m, at, delta) : null,
);

/** The stage's size belongs to the window, not to the state. */
export const size = cell<Size>({ width: 800, height: 600 });
export const view = derive(
  [size, source((state) => state.transform.centre as Vec2), source((state) => state.transform.span)],
  (box, centre, span) => view2d(box, centre, span === 0 ? DEFAULT_SPAN : span),
);
/** Name of what the reader points at, in the formula, among the numbers or on the stage: it is lit in all three. */
export const lit = cell<string | null>(null);

/** Changes A inside the open gesture (or opens one); the moving picture is then at the end of its way. */
export function setMatrix(next: Mat2): void {
  beginGesture();
  update("transform", { matrix: next, progress: 1 });
}

/** Moves column j of the product, by changing A. */
export function setColumn(j: 0 | 1, to: Vec2): void {
  const m = total.get();
  setMatrix(firstFactor(after.get(), j === 0 ? [to[0], m[1], to[1], m[3]] : [m[0], to[0], m[2], to[1]]));
}

/** Moves the result: x or A gives, as the reader chose. With x = 0 no matrix can move it, and nothing happens. */
export function setResult(to: Vec2): void {
  if (store.getState().transform.gives === "x") update("transform", { x: solveForX(shown.get(), to, x.get()) });
  else {
    const moved = solveForA(total.get(), x.get(), to);
    if (moved) setMatrix(firstFactor(after.get(), moved));
  }
}

const datasetNow = source(dataset);
/** The two columns that stand on the axes. */
export const pair = derive(
  [datasetNow, source(features), source((s) => s.transform.featureX), source((s) => s.transform.featureY)],
  (data, names, fx, fy) => (data ? pairOfColumns(data, names, fx, fy) : undefined),
);
const NOTHING: UnitCloud = { xy: new Float32Array(0), classes: null, covariance: [0, 0, 0, 0] };

/** Principal components bring the eigensolver along, which the first picture does not need. */
const scorer = cell<typeof scoreAxes | null>(null);
const wanted = source((s) => s.transform.points);
const loadScorer = () => {
  if (wanted.get() === "scores" && !scorer.get()) void import("./scores").then((m) => scorer.set(m.scoreAxes));
};
const scored = derive(
  [scorer, source(featureRows), source(featureMomentsNow), source((s) => s.pca), wanted],
  (of, rows, moments, { centre, standardise, divisor }, points) => {
    loadScorer();
    return points === "scores" && of ? of(rows, moments, { centre, standardise, divisor }, 2) : [];
  },
);
/** Points before A. */
export const cloud = derive([pair, scored, wanted, source(pointClasses)], (columns, [pc1, pc2], points, classes) => {
  const axes = points === "scores" && pc1 ? ([pc1, pc2 ?? pc1] as const) : columns;
  return axes ? unitCloud(axes, classes) : NOTHING;
});
const NO_POINTS: Cloud = NOTHING;
/** The points before A, or none where they are switched off. */
export const points = derive([cloud, source((s) => s.transform.showData)], (all, on) => (on ? all : NO_POINTS));
export const covariance = derive([cloud], ({ covariance: c }) => c);
/** Null where no ellipse is asked for, or there is no data. */
export const deviations = derive([later, cloud, source((s) => s.transform.showCovariance)], (marks, all, on) =>
  marks && on && all.xy.length > 0 ? marks.deviationEllipse(all.covariance) : null,
);
export const whitening = derive([covariance], whiteningMatrix);

/** The picture that is chosen, once its pixels are here. */
export const bitmap = cell<ImageBitmap | null>(null);
export const movedPicture = derive([view, shown, bitmap], (v, m, pixels): Raster | null =>
  pixels ? image(v, pixels, m, { height: PICTURE_HEIGHT, opacity: 0.9 }) : null,
);
const PICTURE_HEIGHT = 3;
