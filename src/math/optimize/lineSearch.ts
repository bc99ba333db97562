/**
 * A step length t along p with φ(t) = f(x + tp) that meets the strong Wolfe conditions φ(t) ≤ φ(0) + c₁tφ′(0) and |φ′(t)| ≤ c₂|φ′(0)|:
 * bracketing, then a zoom by cubic interpolation (Nocedal & Wright, Numerical Optimization, 2nd ed., algorithms 3.5 and 3.6). Values are
 * compared with a slack of their own rounding (as in Hager & Zhang 2005), so that a search near a minimum is decided by its slopes.
 */
import { dot } from "../kernels/vectors";
import { EPSILON } from "../tolerance";
import type { Objective } from "./objectives";

export interface SearchPoint {
  readonly x: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
}

export interface Trial extends SearchPoint {
  readonly length: number;
  /** φ′ at the length. */
  readonly slope: number;
}

export type LineSearch =
  | { readonly found: true; readonly trial: Trial; readonly evaluations: number }
  | { readonly found: false; readonly reason: "lineSearchFailed" | "unbounded"; readonly evaluations: number };

/** c₁, the share of the decrease promised by the slope that must be met. */
const SUFFICIENT = 1e-4;
const MOST_EVALUATIONS = 60;

export const pointAt = ({ value, gradient }: Objective, x: Float64Array): SearchPoint => ({
  x,
  value: value(x),
  gradient: gradient(x),
});

/** φ for the ray from x along p. */
export function alongRay(objective: Objective, { x }: SearchPoint, p: Float64Array): (length: number) => Trial {
  return (length) => {
    const point = pointAt(
      objective,
      x.map((value, i) => value + length * p[i]!),
    );
    return { ...point, length, slope: dot(p, 0, point.gradient, 0, p.length) };
  };
}

/** A length meeting both conditions, tried first at `first`; or why there is none. At most 60 evaluations. */
export function strongWolfe(at: (length: number) => Trial, start: Trial, first: number, curvature: number): LineSearch {
  if (!(start.slope < 0)) return { found: false, reason: "lineSearchFailed", evaluations: 0 };
  const slack = 4 * EPSILON * Math.abs(start.value);
  let evaluations = 0;
  const evaluate = (length: number): Trial => {
    evaluations++;
    return at(length);
  };
  const isFlat = (trial: Trial) => Math.abs(trial.slope) <= -curvature * start.slope;
  const isHigh = (trial: Trial, low: Trial) =>
    !(Number.isFinite(trial.value) && Number.isFinite(trial.slope)) ||
    trial.value > start.value + SUFFICIENT * trial.length * start.slope + slack ||
    trial.value > low.value + slack;

  const zoom = (lowEnd: Trial, highEnd: Trial): LineSearch => {
    let [low, high] = [lowEnd, highEnd];
    while (evaluations < MOST_EVALUATIONS && Math.abs(high.length - low.length) > EPSILON * high.length) {
      const trial = evaluate(between(low, high));
      if (isHigh(trial, low)) high = trial;
      else {
        if (isFlat(trial)) return { found: true, trial, evaluations };
        // The minimum lies on the side to which the slope at the lower end falls.
        if (trial.slope * (high.length - low.length) >= 0) high = low;
        low = trial;
      }
    }
    return { found: false, reason: "lineSearchFailed", evaluations };
  };

  let previous = start;
  let length = first;
  while (evaluations < MOST_EVALUATIONS) {
    const trial = evaluate(length);
    if (isHigh(trial, previous)) return zoom(previous, trial);
    if (isFlat(trial)) return { found: true, trial, evaluations };
    if (trial.slope >= 0) return zoom(trial, previous);
    length = beyond(previous, trial);
    previous = trial;
  }
  return { found: false, reason: "unbounded", evaluations };
}

/** Where the slope, taken as a straight line, meets zero; at least twice and at most ten times as far out. */
function beyond(previous: Trial, trial: Trial): number {
  const rise = (trial.slope - previous.slope) / (trial.length - previous.length);
  const zero = rise > 0 ? trial.length - trial.slope / rise : Number.POSITIVE_INFINITY;
  return Math.min(10 * trial.length, Math.max(2 * trial.length, zero));
}

/** The minimum of the cubic with the values and slopes of both ends, kept off them by a tenth; the middle where one is not finite. */
function between(low: Trial, high: Trial): number {
  const width = high.length - low.length;
  const middle = low.length + width / 2;
  if (!(Number.isFinite(high.value) && Number.isFinite(high.slope))) return middle;
  const a = low.slope + high.slope - (3 * (low.value - high.value)) / (low.length - high.length);
  const root = Math.sign(width) * Math.sqrt(a * a - low.slope * high.slope);
  const share = 1 - (high.slope + root - a) / (high.slope - low.slope + 2 * root);
  if (Number.isNaN(share)) return middle;
  return low.length + width * Math.min(0.9, Math.max(0.1, share));
}
