import { numberColumn } from "../../data/columns";
import type { Snapshot, Vec2 } from "../../math";
import { cell, derive } from "../../scene/source";
import { type Size, view2d } from "../../scene/view2d";
import * as shared from "../../state/derived";
import { source } from "../../state/source";
import { store } from "../../state/store";
import { type Ground, lineGround, outsetOf, xName, yName } from "./ground";
import { lineOf } from "./leastSquares";
import { left as leftAlong, path, STEPS, sentence, type Verdict, verdict } from "./model";
import { quadraticValley, type Valley } from "./valley";

export const loss = source((s) => s.descent.loss);
export const lambda = source((s) => s.descent.lambda as Vec2);
export const tilt = source((s) => s.descent.tilt);
export const beta = source((s) => s.descent.beta);
export const optimiser = source((s) => s.descent.optimiser);
const standardise = source((s) => s.descent.standardise);
export const dataset = source(shared.dataset);
const coming = source((s) => s.loaded.coming !== null);
export const x = source(xName);
export const y = source(yName);

const quadratic = derive([lambda, tilt], quadraticValley);
const line = derive([dataset, coming, x, y, standardise], lineGround);
const onQuadratic = derive([quadratic], (valley): Ground => ({ valley, fit: null, pair: null, note: "" }));
export const ground = derive([loss, onQuadratic, line], (kind, bowl, fit) => (kind === "quadratic" ? bowl : fit));
export const valley = derive([ground], (g) => g.valley);
/** The valley that stands in where there is none, so that what is drawn of it needs no second way. */
export const bowl = derive([valley, quadratic], (v, other): Valley => v ?? other);
/** Whether there is something to walk on. */
export const walkable = derive([valley], (v) => v !== null);
export const note = derive([ground], (g) => g.note);

const outset = derive(
  [
    ground,
    loss,
    source((s) => s.descent.fitted),
    source((s) => s.descent.start),
    source((s) => s.descent.learningRate),
    source((s) => s.descent.lineStart),
    source((s) => s.descent.lineRate),
    lambda,
    tilt,
  ],
  (g) => outsetOf(store.getState(), g),
);
export const start = derive([outset], (o) => o.start);
export const learningRate = derive([outset], (o) => o.learningRate);
/** α in units of 1/λ₁. */
export const dial = derive([learningRate, bowl], (alpha, v) => alpha * v.lambda[0]);

const NO_RUN: readonly Snapshot[] = [];
export const steps = derive([valley, optimiser, start, learningRate, beta], (v, ...how) =>
  v ? path(v, ...how) : NO_RUN,
);
/** The step shown: the one asked for, or the last that is finite. */
export const step = derive([source((s) => s.descent.step), steps], (k, run) =>
  Math.max(0, Math.min(k, run.length - 1)),
);
export const lastStep = derive([steps], (run) => Math.max(0, Math.min(STEPS, run.length - 1)));
const NOWHERE: Snapshot = {
  step: 0,
  x: new Float64Array(2),
  loss: 0,
  gradient: new Float64Array(2),
  state: { step: 0, first: new Float64Array(2), second: new Float64Array(2) },
};
export const current = derive([steps, step], (run, k): Snapshot => run[k] ?? NOWHERE);
export const here = derive([current], (at): Vec2 => [at.x[0] ?? 0, at.x[1] ?? 0]);
const NO_VERDICT: Verdict = { word: "no valley", tone: "warn", advice: "" };
export const state = derive([valley, optimiser, learningRate, beta, steps], (v, ...how) =>
  v ? verdict(v, ...how) : NO_VERDICT,
);
export const left = derive([bowl, optimiser, learningRate, beta, steps, step], leftAlong);

/** The columns as held, for drawing; null where there are not two. */
export const columns = derive([dataset, x, y, line], (data, right, up, { fit }) => {
  const [xs, ys] = data && fit ? [numberColumn(data, right), numberColumn(data, up)] : [];
  return xs && ys ? { xs: xs.values, ys: ys.values } : null;
});
/** Slope and intercept, in the columns' units, of the line at the step shown and of the best one. */
export const lineNow = derive([ground, here], ({ fit }, w): Vec2 | null => (fit ? lineOf(fit, w) : null));
export const lineBest = derive([ground], ({ fit }): Vec2 | null => (fit ? lineOf(fit, fit.valley.minimum) : null));

const what = derive([ground, x, y], ({ fit, note: words, valley: v }, right, up) => {
  if (!v) return words;
  if (!fit) return "A quadratic valley";
  return `The least-squares valley of ${up} on ${fit.scale !== 1 || fit.shift !== 0 ? "standardised " : ""}${right}`;
});
export const description = derive([valley, what, state, steps, step], sentence);

/** World units across the shorter side, counted in the valley's size, unless the start needs more. */
const USUAL_SPAN = 8;
const MARGIN = 1.15;
/** The stage's size belongs to the window, not to the state. */
export const size = cell<Size>({ width: 600, height: 600 });
const fitted = derive([size, bowl, start], ({ width, height }, { minimum, size: unit }, from) => {
  const shorter = Math.max(1, Math.min(width, height));
  const reach = (k: 0 | 1, side: number) => (Math.abs(from[k] - minimum[k]) * shorter) / Math.max(1, side);
  return {
    centre: minimum,
    span: Math.max(USUAL_SPAN * unit, 2 * MARGIN * Math.max(reach(0, width), reach(1, height))),
  };
});
/** The view as it was when a drag of the start began: a picture that fits itself must not move under the hand. */
const held = cell<{ centre: Vec2; span: number } | null>(null);
export const holdView = () => held.set(fitted.get());
export const releaseView = () => held.set(null);
export const view = derive(
  [size, source((s) => s.descent.centre as Vec2), source((s) => s.descent.span), fitted, held],
  (box, centre, span, fit, kept) =>
    span === 0 ? view2d(box, (kept ?? fit).centre, (kept ?? fit).span) : view2d(box, centre, span),
);
