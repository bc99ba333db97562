import type { Snapshot, Vec2 } from "../../math";
import { cell, derive } from "../../scene/source";
import { type Size, view2d } from "../../scene/view2d";
import { source } from "../../state/source";
import { path, valley, verdict } from "./model";

const DEFAULT_SPAN = 8;

export const lambda = source((s) => s.descent.lambda as Vec2);
export const tilt = source((s) => s.descent.tilt);
export const start = source((s) => s.descent.start as Vec2);
export const learningRate = source((s) => s.descent.learningRate);
export const beta = source((s) => s.descent.beta);
export const optimiser = source((s) => s.descent.optimiser);
export const bowl = derive([lambda, tilt], valley);
export const steps = derive([bowl, optimiser, start, learningRate, beta], path);
/** The step shown: the one asked for, or the last that is finite. */
export const step = derive([source((s) => s.descent.step), steps], (k, run) =>
  Math.max(0, Math.min(k, run.length - 1)),
);
export const current = derive([steps, step], (run, k): Snapshot => run[k] ?? NOWHERE);
export const state = derive([bowl, optimiser, learningRate, steps], verdict);
/** α in units of 1/λ₁. */
export const dial = derive([learningRate, lambda], (alpha, [largest]) => alpha * largest);

const NOWHERE: Snapshot = { step: 0, x: new Float64Array(2), loss: 0, gradient: new Float64Array(2) };

export const size = cell<Size>({ width: 600, height: 600 });
export const view = derive(
  [size, source((s) => s.descent.centre as Vec2), source((s) => s.descent.span)],
  (box, centre, span) => view2d(box, centre, span === 0 ? DEFAULT_SPAN : span),
);
