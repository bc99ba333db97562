/**
 * L-BFGS: the direction −Hg, where H, an estimate of the inverse Hessian, is applied through the last m changes of x and g by the
 * two-loop recursion, and lengths meet the strong Wolfe conditions (Nocedal 1980; Nocedal & Wright, algorithms 7.4 and 7.5).
 * 4mn flops a step beside the objective.
 */
import { dot, subtract } from "../kernels/vectors";
import { maxAbs } from "../matrix/scaling";
import type { Objective } from "./objectives";
import { type Outcome, type SearchOptions, type SearchStep, searchSteps } from "./searchSteps";

/** s = x′ − x, y = g′ − g and 1/sᵀy of a step. */
export interface CurvaturePair {
  readonly s: Float64Array;
  readonly y: Float64Array;
  readonly rho: number;
}

export interface LbfgsOptions extends SearchOptions {
  /** Steps remembered; 10. */
  readonly memory?: number;
}

/** The path of L-BFGS from x0; step 0 is x0. Returns how it ended. */
export function lbfgsSteps(
  objective: Objective,
  x0: Float64Array,
  { memory = 10, ...options }: LbfgsOptions = {},
): Generator<SearchStep, Outcome, void> {
  let pairs: CurvaturePair[] = [];
  return searchSteps(
    objective,
    x0,
    {
      direction: ({ gradient }) => twoLoop(pairs, gradient).map((value) => -value),
      // With a memory the direction has the length of a Newton step; without, that of a gradient, which says nothing about x.
      firstLength: ({ gradient }) => (pairs.length > 0 ? 1 : Math.min(1, 1 / maxAbs(gradient))),
      moved(from, to) {
        const s = to.x.map((value, i) => value - from.x[i]!);
        const y = to.gradient.map((value, i) => value - from.gradient[i]!);
        const product = dot(s, 0, y, 0, s.length);
        // Positive under the strong Wolfe conditions, unless rounding has eaten the change.
        if (product > 0 && Number.isFinite(1 / product)) pairs = [...pairs, { s, y, rho: 1 / product }].slice(-memory);
      },
      forget() {
        const had = pairs.length > 0;
        pairs = [];
        return had;
      },
      curvature: 0.9,
    },
    options,
  );
}

/** Hg, from γI with γ = sᵀy/yᵀy of the newest pair, updated by every pair, oldest first in `pairs`. g itself where there is none. */
export function twoLoop(pairs: readonly CurvaturePair[], g: Float64Array): Float64Array {
  const n = g.length;
  const q = g.slice();
  const alpha = new Float64Array(pairs.length);
  for (let k = pairs.length - 1; k >= 0; k--) {
    const { s, y, rho } = pairs[k]!;
    alpha[k] = rho * dot(s, 0, q, 0, n);
    subtract(q, 0, y, 0, n, alpha[k]!);
  }
  const newest = pairs.at(-1);
  if (newest) {
    const gamma = 1 / (newest.rho * dot(newest.y, 0, newest.y, 0, n));
    for (let i = 0; i < n; i++) q[i]! *= gamma;
  }
  for (let k = 0; k < pairs.length; k++) {
    const { s, y, rho } = pairs[k]!;
    subtract(q, 0, s, 0, n, rho * dot(y, 0, q, 0, n) - alpha[k]!);
  }
  return q;
}
