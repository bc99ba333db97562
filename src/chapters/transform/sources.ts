import { pairOfColumns } from "../../data/columns";
import type { Mat2, Vec2 } from "../../math";
import { cell, derive } from "../../scene/source";
import type { Cloud } from "../../scene/splat";
import { type Size, view2d } from "../../scene/view2d";
import { colour, dataset, features } from "../../state/derived";
import { beginGesture } from "../../state/history";
import { source } from "../../state/source";
import { update } from "../../state/store";
import { unitCloud } from "./cloud";
import { image, interpolate, read } from "./model";

/** World units across the shorter side until the reader zooms. */
const DEFAULT_SPAN = 9;

export const matrix = source((state) => state.transform.matrix as Mat2);
export const x = source((state) => state.transform.x as Vec2);
export const progress = source((state) => state.transform.progress);
export const interpolation = source((state) => state.transform.interpolation);
/** The matrix on the way from I to A that is drawn now. */
export const shown = derive([matrix, progress, interpolation], interpolate);
export const reading = derive([matrix], read);
export const ax = derive([matrix, x], image);
export const shownAx = derive([shown, x], image);
export const shownI = derive([shown], (m): Vec2 => [m[0], m[2]]);
export const shownJ = derive([shown], (m): Vec2 => [m[1], m[3]]);

/** The stage's size belongs to the window, not to the state. */
export const size = cell<Size>({ width: 800, height: 600 });
export const view = derive(
  [size, source((state) => state.transform.centre as Vec2), source((state) => state.transform.span)],
  (box, centre, span) => view2d(box, centre, span === 0 ? DEFAULT_SPAN : span),
);

/** Changes entries of A inside the open gesture (or opens one); the moving picture is then A itself. */
export function setMatrix(next: Mat2): void {
  beginGesture();
  update("transform", { matrix: next, progress: 1 });
}

export function setColumn(j: 0 | 1, to: Vec2): void {
  const m = matrix.get();
  setMatrix(j === 0 ? [to[0], m[1], to[1], m[3]] : [m[0], to[0], m[2], to[1]]);
}

const datasetNow = source(dataset);
/** The two columns that are drawn, and the class of each row. */
export const pair = derive(
  [datasetNow, source(features), source((s) => s.transform.featureX), source((s) => s.transform.featureY)],
  (data, names, fx, fy) => (data ? pairOfColumns(data, names, fx, fy) : undefined),
);
const NOTHING: Cloud = { xy: new Float32Array(0), classes: null };
/** The points as they lie before A moves them. */
export const cloud = derive([pair, source(colour)], (columns, category) =>
  columns ? unitCloud(columns, category?.codes ?? null) : NOTHING,
);
