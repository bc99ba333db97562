/**
 * Conjugate gradients. For ½xᵀHx − bᵀx with H symmetric positive definite (Hestenes & Stiefel 1952; Golub & Van Loan, §11.3): directions
 * pᵢᵀHpⱼ = 0 and exact lengths, the minimum after at most n steps but for rounding. For any function (Nocedal & Wright, §5.2): the same
 * directions p ← −g + βp with a line search, β of Fletcher & Reeves (1964) or of Polak & Ribière (1969), held at 0 or above.
 */

import { ShapeError } from "../errors";
import { matvec } from "../kernels/matmul";
import { dot } from "../kernels/vectors";
import type { Matrix } from "../matrix/matrix";
import { maxAbs } from "../matrix/scaling";
import { squareSize } from "../matrix/square";
import type { SearchPoint } from "./lineSearch";
import type { Objective } from "./objectives";
import { type Outcome, type SearchOptions, type SearchStep, searchSteps } from "./searchSteps";

/**
 * The path from x0 to the minimum of ½xᵀHx − bᵀx, that is to Hx = b; the gradient is minus the residual. Ends with "negativeCurvature"
 * where pᵀHp ≤ 0 shows that H is not positive definite. Throws ShapeError. One product with H a step.
 */
export function* linearConjugateGradientSteps(
  h: Matrix,
  b: Float64Array,
  x0: Float64Array,
  { steps = 200, tolerance = 1e-10 }: SearchOptions = {},
): Generator<SearchStep, Outcome, void> {
  const n = squareSize("linearConjugateGradientSteps", h);
  if (b.length !== n || x0.length !== n)
    throw new ShapeError("linearConjugateGradientSteps", `${n} entries in b and x`, `${b.length} and ${x0.length}`);
  let x = x0;
  let gradient = matvec(h, x).map((value, i) => value - b[i]!);
  let p = gradient.map((value) => -value);
  let square = dot(gradient, 0, gradient, 0, n);
  let length = 0;
  for (let step = 0; ; step++) {
    // ½xᵀHx − bᵀx = ½xᵀ(g − b).
    const loss = x.reduce((sum, value, i) => sum + (value * (gradient[i]! - b[i]!)) / 2, 0);
    if (!(Number.isFinite(loss) && Number.isFinite(square) && x.every(Number.isFinite))) return "notFinite";
    yield { step, x, loss, gradient, length, evaluations: step + 1 };
    if (maxAbs(gradient) <= tolerance) return "converged";
    if (step === steps) return "stepLimit";
    const hp = matvec(h, p);
    const curvature = dot(p, 0, hp, 0, n);
    if (curvature <= 0) return "negativeCurvature";
    length = square / curvature;
    x = x.map((value, i) => value + length * p[i]!);
    gradient = gradient.map((value, i) => value + length * hp[i]!);
    const next = dot(gradient, 0, gradient, 0, n);
    p = p.map((value, i) => (next / square) * value - gradient[i]!);
    square = next;
  }
}

export const BETA_RULES = ["polakRibiere", "fletcherReeves"] as const;
export type BetaRule = (typeof BETA_RULES)[number];

export interface ConjugateGradientOptions extends SearchOptions {
  /** Polak and Ribière's, which restarts by itself where two gradients are alike, unless said otherwise. */
  readonly beta?: BetaRule;
}

/** The path of nonlinear conjugate gradients from x0; step 0 is x0. Returns how it ended. */
export function conjugateGradientSteps(
  objective: Objective,
  x0: Float64Array,
  { beta = "polakRibiere", ...options }: ConjugateGradientOptions = {},
): Generator<SearchStep, Outcome, void> {
  let last: { readonly from: SearchPoint; readonly p: Float64Array; readonly fall: number } | null = null;
  return searchSteps(
    objective,
    x0,
    {
      direction({ gradient }) {
        const down = gradient.map((value) => -value);
        if (!last) return down;
        const factor = betaOf(beta, last.from.gradient, gradient);
        const p = down.map((value, i) => value + factor * last!.p[i]!);
        if (dot(p, 0, gradient, 0, p.length) < 0) return p;
        last = null;
        return down;
      },
      // As far as would repeat the last step's decrease along a parabola.
      firstLength: ({ gradient }, slope) => (last ? (2 * last.fall) / slope : 1 / maxAbs(gradient)),
      moved(from, to, p) {
        // A decrease lost in rounding would ask for a length of 0.
        last = to.value < from.value ? { from, p, fall: to.value - from.value } : null;
      },
      forget() {
        const had = last !== null;
        last = null;
        return had;
      },
      curvature: 0.1,
    },
    options,
  );
}

function betaOf(rule: BetaRule, before: Float64Array, now: Float64Array): number {
  const n = now.length;
  const square = dot(before, 0, before, 0, n);
  const fresh = dot(now, 0, now, 0, n);
  return rule === "fletcherReeves" ? fresh / square : Math.max(0, (fresh - dot(now, 0, before, 0, n)) / square);
}
