import { byVariance, numberColumn } from "../../../data/columns";
import type { Dataset, NumberColumn } from "../../../data/dataset";
import { add3, apply3, type Mat3, norm3, scale3, type Vec3 } from "../../../math";
import { camera3d } from "../../../scene/camera3d";
import { cell, derive } from "../../../scene/source";
import { type Size, view2d } from "../../../scene/view2d";
import { dataset, featureMomentsNow, featureRows, features, pointClasses } from "../../../state/derived";
import { beginGesture } from "../../../state/history";
import { DEFAULTS } from "../../../state/parameters";
import { source } from "../../../state/source";
import { store, update } from "../../../state/store";
import { collapseWords } from "../collapse";
import { type Axis, scoreAxes } from "../scores";
import { productName } from "../stack";
import { cloudCovariance, covarianceRoot, NO_POINTS, unitSpaceCloud } from "./cloud3";
import { firstFactor3, product3, shownMatrix } from "./compose3";
import { columnOf, embed, entriesOf, type SpaceShape, withColumn } from "./embedded";
import { errorReading3 } from "./error3";
import { columnWay } from "./motion";
import { read3 } from "./reading";
import { eigenvalueAt3 } from "./snap3";
import { solveForA3, solveForX3 } from "./solve3";
import { spaceSentenceOf } from "./words";

/** World units across the shorter side until the reader comes nearer. */
export const DEFAULT_SPAN3 = 5;
const DEFAULT_SPAN2 = 5;

const chosen = source((s) => s.transform.shape);
/** The shape in space; while the plane's chapter is on its way, as if it were 3 × 3. */
export const shape = derive([chosen], (name): SpaceShape => (name === "2x2" ? "3x3" : name));
const MATRICES = { "3x3": "matrix3", "3x2": "matrix32", "2x3": "matrix23" } as const;

/** The entries of A as the state has them. */
export const entries = derive(
  [shape, source((s) => s.transform.matrix3), source((s) => s.transform.matrix32), source((s) => s.transform.matrix23)],
  (now, square, tall, wide): readonly number[] => (now === "3x3" ? square : now === "3x2" ? tall : wide),
);
/** A itself; what the picture shows is `total3`, A and whatever is applied after it. */
export const matrix3 = derive([shape, entries], embed);
const NONE: readonly Mat3[] = [];
/** Only a square A is followed by others. */
export const after3 = derive([shape, source((s) => s.transform.after3)], (now, all): readonly Mat3[] =>
  now === "3x3" ? all : NONE,
);
export const total3 = derive([matrix3, after3], product3);
export const name3 = derive([after3], productName);
const flatX = source((s) => s.transform.x);
const spaceX = source((s) => s.transform.x3);
/** x, of a 3 × 2 with its third coordinate zero. */
export const x3 = derive(
  [shape, flatX, spaceX],
  (now, flat, full): Vec3 => (now === "3x2" ? [flat[0], flat[1], 0] : full),
);
export const progress = source((s) => s.transform.progress);
const interpolation = source((s) => s.transform.interpolation);
export const readingName = source((s) => s.transform.reading);
export const shown3 = derive([shape, matrix3, after3, progress, interpolation, readingName], shownMatrix);
export const reading3 = derive([shape, total3], read3);
export const ax3 = derive([total3, x3], apply3);
export const shownAx3 = derive([shown3, x3], apply3);
export const shownColumns = ([0, 1, 2] as const).map((j) => derive([shown3], (m) => columnOf(m, j)));
export const lambda3 = derive([x3, reading3], (x, { square }) => (square ? eigenvalueAt3(x, square.eig) : null));
/** The way x₁a₁ + x₂a₂ + x₃a₃ while the columns are read; null else. */
export const way = derive([shape, total3, x3, progress, readingName], (now, a, x, t, name) =>
  name === "columns" ? columnWay(a, x, t, now === "3x2" ? 2 : 3) : null,
);

/** The text twin of what is drawn. */
export const error3 = source((s) => s.transform.error3);
/** Null where there is nothing to show: it is switched off, or A is singular or not square. */
export const wrong3 = derive(
  [shape, total3, x3, error3, source((s) => s.transform.showError)],
  (now, a, x, delta, on) => (on && now === "3x3" ? errorReading3(a, x, delta) : null),
);

export const spaceSentence = derive(
  [reading3, name3, progress, readingName, interpolation],
  (reading, called, t, reads, how) => {
    const words = spaceSentenceOf(reading, called);
    if (t >= 1) return words;
    const { square } = reading;
    const flat =
      square && reads === "grid" && called === "A" ? collapseWords(square.det, square.eig, t, how, "volume") : "";
    return `${words} The picture stands at ${Math.round(100 * t)} % of its way. ${flat}`.trim();
  },
);

/** The stages' sizes belong to the window, not to the state. */
export const spaceSize = cell<Size>({ width: 800, height: 600 });
export const planeSize = cell<Size>({ width: 400, height: 600 });

const azimuth = source((s) => s.transform.azimuth);
const elevation = source((s) => s.transform.elevation);
const span3 = source((s) => s.transform.span3);
const projection = source((s) => s.transform.projection);
export const pose = derive([azimuth, elevation, span3, projection], (a, e, span, kind) => ({
  azimuth: a,
  elevation: e,
  span: span === 0 ? DEFAULT_SPAN3 : span,
  projection: kind,
}));
export const camera = derive([spaceSize, pose], camera3d);
export const HOME = {
  azimuth: DEFAULTS.transform.azimuth,
  elevation: DEFAULTS.transform.elevation,
  span: DEFAULT_SPAN3,
};
export const planeView = derive(
  [planeSize, source((s) => s.transform.centre), source((s) => s.transform.span)],
  (size, centre, span) => view2d(size, centre, span === 0 ? DEFAULT_SPAN2 : span),
);

/** Changes A inside the open gesture (or opens one); what is drawn is then A itself, or the reading where it stood. */
export function setEntries(next: readonly number[]): void {
  beginGesture();
  const now = shape.get();
  const still = readingName.get() === "rows" || readingName.get() === "columns";
  update("transform", { [MATRICES[now]]: next, ...(still ? {} : { progress: 1 }) });
}

/** Changes the product, by changing A. */
const setTotal = (wanted: Mat3): void => setEntries(entriesOf(shape.get(), firstFactor3(after3.get(), wanted)));

export const setColumn3 = (j: 0 | 1 | 2, to: Vec3): void => setTotal(withColumn(total3.get(), j, to));

export function setX(to: Vec3): void {
  update("transform", shape.get() === "3x2" ? { x: [to[0], to[1]] } : { x3: to });
}

/** Moves the result: x or A gives, as the reader chose. With x = 0 no matrix can move it, and nothing happens. */
export function setResult3(to: Vec3): void {
  if (store.getState().transform.gives === "x") setX(solveForX3(shown3.get(), to, x3.get()));
  else {
    const moved = solveForA3(total3.get(), x3.get(), to);
    if (moved) setTotal(moved);
  }
}

const points = source((s) => s.transform.points);
const scored = derive(
  [source(featureRows), source(featureMomentsNow), source((s) => s.pca), points],
  (rows, moments, { centre, standardise, divisor }, kind) =>
    kind === "scores" ? scoreAxes(rows, moments, { centre, standardise, divisor }, 3) : [],
);
/** The named number columns, the rest filled up with those of largest variance; three, or fewer where there are no more. */
export function tripleOf(data: Dataset, names: readonly string[], wanted: readonly string[]): readonly NumberColumn[] {
  const ranked = byVariance(data, names);
  const asked = wanted.map((name) => numberColumn(data, name));
  const rest = ranked.filter((column) => !asked.includes(column));
  return asked.flatMap((column) => column ?? rest.shift() ?? []);
}
export const triple = derive(
  [
    source(dataset),
    source(features),
    source((s) => s.transform.featureX),
    source((s) => s.transform.featureY),
    source((s) => s.transform.featureZ),
    points,
    scored,
  ],
  (data, names, fx, fy, fz, kind, components): readonly Axis[] =>
    !data ? [] : kind === "scores" ? components : tripleOf(data, names, [fx, fy, fz]),
);
/** The points as they lie before A moves them; of a 3 × 2 two columns on the floor. */
export const cloud3 = derive([triple, source(pointClasses), shape], (columns, classes, now) =>
  columns.length === 0 ? NO_POINTS : unitSpaceCloud(now === "3x2" ? columns.slice(0, 2) : columns, classes),
);
export const covariance3 = derive([cloud3], (cloud) => (cloud.xyz.length === 0 ? null : cloudCovariance(cloud)));
export const dataRoot = derive([covariance3], (c): Mat3 | null => (c ? covarianceRoot(c) : null));

const steps = source((s) => s.transform.iterations);
const unitSteps = source((s) => s.transform.unitSteps);
/** A path leaves the picture long before its numbers stop being ones. */
const FARTHEST = 1e9;
/** x, Ax, A²x, …; each scaled back to the length of x where that is wanted. */
export const iterates = derive([shape, total3, x3, steps, unitSteps], (now, a, x, count, unit) => {
  if (now !== "3x3" || count === 0) return [];
  const path: Vec3[] = [x];
  const size = norm3(x);
  for (let k = 0; k < count; k++) {
    const next = apply3(a, path.at(-1) ?? x);
    const length = norm3(next);
    if (!(length < FARTHEST)) break;
    path.push(unit && length > 0 ? scale3(size / length, next) : add3(next, [0, 0, 0]));
  }
  return path;
});
