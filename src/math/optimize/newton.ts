/**
 * Newton's method: the step p = −H⁻¹g to the stationary point of the Taylor parabola, quadratic convergence near a minimum (Nocedal &
 * Wright, §3.3). Far from one H may be indefinite and p climb: the plain method takes it all the same and says so; the modified one
 * turns every eigenvalue positive (|λ|, held above √ε of the largest; Nocedal & Wright, §3.4) and backtracks until the value falls.
 */
import { ShapeError } from "../errors";
import { eigh } from "../factor/eigh";
import { dot } from "../kernels/vectors";
import type { Matrix } from "../matrix/matrix";
import { maxAbs } from "../matrix/scaling";
import { EPSILON, relativeTolerance } from "../tolerance";
import { alongRay, pointAt, type SearchPoint, type Trial } from "./lineSearch";
import type { TwiceObjective } from "./objectives";
import { isFinitePoint, type Outcome, type SearchOptions, type SearchStep } from "./searchSteps";

export interface NewtonStep {
  /** p, or null where H is singular and the plain method has no step. */
  readonly step: Float64Array | null;
  /** Of H, largest first. */
  readonly eigenvalues: Float64Array;
  readonly curvature: "definite" | "indefinite" | "singular";
  /** gᵀp < 0: the value falls at first along p. */
  readonly descends: boolean;
}

/** The Newton step for a symmetric H, n × n, and gradient g, plain or modified. Throws ShapeError; DomainError for H not finite. O(n³). */
export function newtonStep(h: Matrix, gradient: Float64Array, modified = false): NewtonStep {
  const n = gradient.length;
  if (h.rows !== n) throw new ShapeError("newtonStep", `a Hessian ${n} × ${n}`, `${h.rows} × ${h.cols}`);
  const { values, vectors } = eigh(h);
  const size = maxAbs(values);
  const zero = relativeTolerance(n, n) * size;
  const isSingular = values.some((value) => Math.abs(value) <= zero);
  const curvature = isSingular ? "singular" : values.every((value) => value > 0) ? "definite" : "indefinite";
  if (isSingular && !modified) return { step: null, eigenvalues: values, curvature, descends: false };
  const floor = size > 0 ? Math.sqrt(EPSILON) * size : 1;
  const step = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    let along = 0;
    for (let i = 0; i < n; i++) along += vectors.data[i * n + j]! * gradient[i]!;
    const lambda = modified ? Math.max(Math.abs(values[j]!), floor) : values[j]!;
    for (let i = 0; i < n; i++) step[i]! -= (along / lambda) * vectors.data[i * n + j]!;
  }
  return { step, eigenvalues: values, curvature, descends: dot(step, 0, gradient, 0, n) < 0 };
}

export interface NewtonSnapshot extends SearchStep {
  /** The step that is about to be taken from x, or that would be. */
  readonly newton: NewtonStep;
}

export interface NewtonOptions extends SearchOptions {
  /** Positive eigenvalues and backtracking; false, the plain method, unless said otherwise. */
  readonly modified?: boolean;
}

/**
 * The path of Newton's method from x0; step 0 is x0. The plain method converges to whatever stationary point is near: `newton.curvature`
 * of the last snapshot says whether it is a minimum. Returns how it ended.
 */
export function* newtonSteps(
  objective: TwiceObjective,
  x0: Float64Array,
  { steps = 200, tolerance = 1e-10, modified = false }: NewtonOptions = {},
): Generator<NewtonSnapshot, Outcome, void> {
  let at: SearchPoint = pointAt(objective, x0);
  let length = 0;
  let evaluations = 1;
  for (let step = 0; ; step++) {
    if (!isFinitePoint(at)) return "notFinite";
    const h = objective.hessian(at.x);
    if (!h.data.every(Number.isFinite)) return "notFinite";
    const newton = newtonStep(h, at.gradient, modified);
    yield { step, x: at.x, loss: at.value, gradient: at.gradient, length, evaluations, newton };
    if (maxAbs(at.gradient) <= tolerance) return "converged";
    if (step === steps) return "stepLimit";
    if (newton.step === null) return "singular";
    const trialAt = alongRay(objective, at, newton.step);
    const found = modified ? backtrack(trialAt, at, newton.step) : { trial: trialAt(1), evaluations: 1 };
    evaluations += found.evaluations;
    if (found.trial === null) return "lineSearchFailed";
    at = found.trial;
    length = found.trial.length;
  }
}

/**
 * Halved from 1 until the value falls by the share c₁ = 1e−4 of what the slope promises. The whole step may also leave it as it is, to
 * rounding, as near a minimum; a shorter one may not, or one too short to matter would do.
 */
function backtrack(trialAt: (length: number) => Trial, { value, gradient }: SearchPoint, p: Float64Array) {
  const slope = dot(p, 0, gradient, 0, p.length);
  const slack = 4 * EPSILON * Math.abs(value);
  for (let halvings = 0; halvings < 60; halvings++) {
    const trial = trialAt(2 ** -halvings);
    const falls = trial.value < value || (halvings === 0 && trial.value <= value + slack);
    if (falls && trial.value <= value + 1e-4 * trial.length * slope + slack && isFinitePoint(trial))
      return { trial, evaluations: halvings + 1 };
  }
  return { trial: null, evaluations: 60 };
}
