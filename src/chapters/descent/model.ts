/** Descent on a tilted quadratic: everything the chapter shows, as pure functions of its parameters. */
import {
  descentSteps,
  type Mat2,
  multiply2,
  type Optimiser,
  quadratic,
  rotation2,
  type Snapshot,
  transpose2,
  type Vec2,
} from "../../math";
import { formatNumber } from "../../scene/formatNumber";

export const STEPS = 60;

export interface Valley {
  /** Hessian R diag(λ₂, λ₁) Rᵀ of L(w) = ½ wᵀHw. */
  readonly hessian: Mat2;
  /** Larger first. */
  readonly lambda: Vec2;
  /** Unit eigenvectors, in the order of lambda. */
  readonly directions: readonly [Vec2, Vec2];
}

/** The quadratic whose gentler direction stands at `tilt` degrees. */
export function valley(lambda: Vec2, tilt: number): Valley {
  const turn = rotation2((tilt * Math.PI) / 180);
  const hessian = multiply2(multiply2(turn, [lambda[1], 0, 0, lambda[0]]), transpose2(turn));
  return {
    hessian,
    lambda,
    directions: [
      [turn[1], turn[3]],
      [turn[0], turn[2]],
    ],
  };
}

/** A maps the unit circle onto the contour L(w) = level. */
export function contour({ lambda, directions: [steep, gentle] }: Valley, level: number): Mat2 {
  const [a, b] = [Math.sqrt((2 * level) / lambda[1]), Math.sqrt((2 * level) / lambda[0])];
  return [gentle[0] * a, steep[0] * b, gentle[1] * a, steep[1] * b];
}

export function path(
  { hessian }: Valley,
  optimiser: Optimiser,
  start: Vec2,
  learningRate: number,
  beta: number,
): readonly Snapshot[] {
  const objective = quadratic({ rows: 2, cols: 2, data: Float64Array.from(hessian) });
  return [...descentSteps(objective, optimiser, Float64Array.from(start), { learningRate, beta }, STEPS)];
}

/** |1 − αλ|: what one step of gradient descent leaves along each eigenvector. */
export const left = (lambda: Vec2, learningRate: number): Vec2 => [
  Math.abs(1 - learningRate * lambda[0]),
  Math.abs(1 - learningRate * lambda[1]),
];

export interface Verdict {
  readonly word: string;
  readonly tone: "good" | "warn" | "bad";
}

/** How the run behaves: for gradient descent from α against 2/λ₁, for the others from the path itself. */
export function verdict(
  { lambda }: Valley,
  optimiser: Optimiser,
  learningRate: number,
  steps: readonly Snapshot[],
): Verdict {
  if (optimiser === "gradientDescent") {
    const dial = learningRate * lambda[0];
    const limit = `2/λ₁ = ${formatNumber(2 / lambda[0])}`;
    if (dial === 0) return { word: "standing still: α is 0", tone: "warn" };
    if (dial > 2) return { word: `diverging: α is above ${limit}`, tone: "bad" };
    if (dial === 2) return { word: `neither: α is exactly ${limit}`, tone: "warn" };
    if (dial > 1) return { word: "zig-zag, converging", tone: "warn" };
    return { word: dial < 0.5 ? "converging, slowly" : "converging, monotone", tone: "good" };
  }
  const [first, last] = [steps[0]?.loss ?? 0, steps.at(-1)?.loss ?? 0];
  if (steps.length <= STEPS || last > first) return { word: "diverging", tone: "bad" };
  return last < first / 100 ? { word: "converging", tone: "good" } : { word: "converging, slowly", tone: "warn" };
}

/** The picture in a sentence. */
export function sentence(
  valleyNow: Valley,
  optimiser: Optimiser,
  learningRate: number,
  steps: readonly Snapshot[],
  step: number,
): string {
  const at = steps[Math.min(step, steps.length - 1)];
  if (!at) return "The start is too far away to be drawn.";
  const scale = Math.max(1e-300, steps[0]?.loss ?? 1);
  return `A quadratic valley with curvatures ${formatNumber(valleyNow.lambda[0])} and ${formatNumber(valleyNow.lambda[1])}; step ${at.step} of ${STEPS}, loss ${formatNumber(at.loss, scale)}; ${verdict(valleyNow, optimiser, learningRate, steps).word}.`;
}
