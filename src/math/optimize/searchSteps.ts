/** What the methods that choose their own step length share: the snapshot, how a run ends, and the loop around a line search. */
import { dot } from "../kernels/vectors";
import { maxAbs } from "../matrix/scaling";
import { alongRay, pointAt, type SearchPoint, strongWolfe } from "./lineSearch";
import type { Objective } from "./objectives";

export interface SearchStep {
  readonly step: number;
  readonly x: Float64Array;
  readonly loss: number;
  readonly gradient: Float64Array;
  /** Multiple of the direction that led here; 0 at the start. */
  readonly length: number;
  /** Values and gradients asked for until here. */
  readonly evaluations: number;
}

/**
 * Why a run ended. "converged": no entry of the gradient is above the tolerance. "notFinite": the next point, value or gradient would
 * be; the last snapshot is the last that can be drawn. "unbounded": it still falls at the longest step tried. "lineSearchFailed": no
 * length within rounding brings the decrease asked for. "singular": there is no Newton step. "negativeCurvature": a quadratic has no minimum.
 */
export type Outcome =
  | "converged"
  | "stepLimit"
  | "notFinite"
  | "unbounded"
  | "lineSearchFailed"
  | "singular"
  | "negativeCurvature";

export interface SearchOptions {
  /** At most so many steps; 200. */
  readonly steps?: number;
  /** Largest |entry| of the gradient that counts as zero; 1e−10. */
  readonly tolerance?: number;
}

/** Runs a stepper to its end. */
export function runSearch<T>(steps: Generator<T, Outcome, void>): { readonly path: T[]; readonly outcome: Outcome } {
  const path: T[] = [];
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done) return { path, outcome: next.value };
    path.push(next.value);
  }
}

export const isFinitePoint = ({ x, value, gradient }: SearchPoint): boolean =>
  Number.isFinite(value) && gradient.every(Number.isFinite) && x.every(Number.isFinite);

/** How a method picks its directions. */
export interface DirectionRule {
  readonly direction: (at: SearchPoint) => Float64Array;
  /** Length to try first along a direction with this slope. */
  readonly firstLength: (at: SearchPoint, slope: number) => number;
  /** The step that was taken. */
  readonly moved: (from: SearchPoint, to: SearchPoint, direction: Float64Array) => void;
  /** Back to −gradient; false if it already was. */
  readonly forget: () => boolean;
  /** |φ′| asked for at the end of a step, as a share of that at its start: c₂ of the strong Wolfe conditions. */
  readonly curvature: number;
}

/** Direction, strong Wolfe search, step; where a direction fails, once more along −gradient. */
export function* searchSteps(
  objective: Objective,
  x0: Float64Array,
  { direction, firstLength, moved, forget, curvature }: DirectionRule,
  { steps = 200, tolerance = 1e-10 }: SearchOptions,
): Generator<SearchStep, Outcome, void> {
  let at = pointAt(objective, x0);
  let length = 0;
  let evaluations = 1;
  for (let step = 0; ; step++) {
    if (!isFinitePoint(at)) return "notFinite";
    yield { step, x: at.x, loss: at.value, gradient: at.gradient, length, evaluations };
    if (maxAbs(at.gradient) <= tolerance) return "converged";
    if (step === steps) return "stepLimit";
    for (;;) {
      const p = direction(at);
      const slope = dot(p, 0, at.gradient, 0, p.length);
      const search = strongWolfe(
        alongRay(objective, at, p),
        { ...at, length: 0, slope },
        firstLength(at, slope),
        curvature,
      );
      evaluations += search.evaluations;
      if (search.found) {
        moved(at, search.trial, p);
        at = search.trial;
        length = search.trial.length;
        break;
      }
      if (!forget()) return search.reason;
    }
  }
}
