/** A run down a valley: everything the chapter shows of it, as pure functions of its parameters. */
import { descentSteps, type Optimiser, type Snapshot, type Vec2 } from "../../math";
import { formatNumber } from "../../scene/formatNumber";
import { along, excess, objective, type Valley } from "./valley";

export const STEPS = 60;

/** The snapshots of a run, at most STEPS + 1; fewer where it overflows, none where even the start does. */
export function path(
  valley: Valley,
  optimiser: Optimiser,
  start: Vec2,
  learningRate: number,
  beta: number,
): readonly Snapshot[] {
  return [...descentSteps(objective(valley), optimiser, Float64Array.from(start), { learningRate, beta }, STEPS)];
}

export const pointOf = ({ x }: Snapshot): Vec2 => [x[0] ?? 0, x[1] ?? 0];

/** Whether the optimiser treats every eigenvector by itself, so that each has a factor per step. */
export const isLinear = (optimiser: Optimiser): boolean =>
  optimiser === "gradientDescent" || optimiser === "momentum" || optimiser === "nesterov";

/**
 * What one step leaves along an eigenvector of curvature λ, in the long run: |1 − αλ| for gradient descent; with momentum the
 * spectral radius of the step, whose two roots solve z² − (1 + β − αλ)z + β (Polyak 1964) or z² − (1 + β)(1 − αλ)z + β(1 − αλ).
 */
export function factor(optimiser: Optimiser, lambda: number, learningRate: number, beta: number): number {
  const kept = 1 - learningRate * lambda;
  if (optimiser === "momentum") return largestRoot(kept + beta, beta);
  if (optimiser === "nesterov") return largestRoot((1 + beta) * kept, beta * kept);
  return Math.abs(kept);
}

/** The larger modulus of the roots of z² − tz + d. */
function largestRoot(t: number, d: number): number {
  const discriminant = t * t - 4 * d;
  return discriminant < 0 ? Math.sqrt(d) : (Math.abs(t) + Math.sqrt(discriminant)) / 2;
}

/** The α·λ₁ above which the optimiser diverges; null where there is no such limit. */
export function dialLimit(optimiser: Optimiser, beta: number): number | null {
  if (optimiser === "gradientDescent") return 2;
  if (optimiser === "momentum") return 2 * (1 + beta);
  if (optimiser === "nesterov") return (2 * (1 + beta)) / (1 + 2 * beta);
  return null;
}

/**
 * What is left along each eigenvector: for gradient descent and momentum the factor of a step; the others rescale each coordinate
 * as they go, so for them the part of the start's distance that is left at the step shown.
 */
export function left(
  valley: Valley,
  optimiser: Optimiser,
  learningRate: number,
  beta: number,
  run: readonly Snapshot[],
  step: number,
): Vec2 {
  if (isLinear(optimiser))
    return [
      factor(optimiser, valley.lambda[0], learningRate, beta),
      factor(optimiser, valley.lambda[1], learningRate, beta),
    ];
  const [first, now] = [run[0], run[step]];
  if (!first || !now) return [0, 0];
  const [from, to] = [along(valley, pointOf(first)), along(valley, pointOf(now))];
  const part = (k: 0 | 1) => (from[k] === 0 ? 0 : Math.abs(to[k] / from[k]));
  return [part(0), part(1)];
}

export interface Verdict {
  readonly word: string;
  readonly tone: "good" | "warn" | "bad";
  /** For a run that diverges: when it left, where it was stopped, and what to do; else ''. */
  readonly advice: string;
}

/** Times the start's distance from w*: whoever is farther out than this has left. */
const AWAY = 10;

const RULE: Partial<Record<Optimiser, string>> = {
  gradientDescent: "2/λ₁",
  momentum: "2(1 + β)/λ₁",
  nesterov: "2(1 + β)/(1 + 2β)/λ₁",
};

/** How the run behaves: by α against its limit where there is one, else from the path itself. */
export function verdict(
  valley: Valley,
  optimiser: Optimiser,
  learningRate: number,
  beta: number,
  run: readonly Snapshot[],
): Verdict {
  const say = (word: string, tone: Verdict["tone"], advice = ""): Verdict => ({ word, tone, advice });
  const first = run[0];
  if (!first) return say("the start is too far away to take a step", "bad", "Bring the start nearer.");
  if (learningRate === 0) return say("standing still: α is 0", "warn");
  if (excess(valley, pointOf(first)) === 0) return say("at the lowest loss from the start", "good");
  const limit = dialLimit(optimiser, beta);
  if (limit === null) return ofPath(valley, optimiser, run, say);
  const dial = learningRate * valley.lambda[0];
  const named = `${RULE[optimiser]} = ${formatNumber(limit / valley.lambda[0])}`;
  if (dial > limit)
    return say(`diverging: α is above ${named}`, "bad", farewell(valley, run, `Bring α below ${named}.`));
  if (dial === limit) return say(`neither: α is exactly ${named}`, "warn");
  if (optimiser === "gradientDescent") {
    if (dial > 1) return say("zig-zag, converging", "warn");
    return say(dial < 0.5 ? "converging, slowly" : "converging, monotone", "good");
  }
  const turning = (kept: number) =>
    optimiser === "momentum" ? (kept + beta) ** 2 < 4 * beta : (1 + beta) ** 2 * kept < 4 * beta;
  return valley.lambda.some((lambda) => turning(1 - learningRate * lambda))
    ? say("oscillating, converging", "warn")
    : say("converging, monotone", "good");
}

function ofPath(
  valley: Valley,
  optimiser: Optimiser,
  run: readonly Snapshot[],
  say: (word: string, tone: Verdict["tone"], advice?: string) => Verdict,
): Verdict {
  const losses = run.map((at) => excess(valley, pointOf(at)));
  const [first, last] = [losses[0] ?? 0, Math.max(0, ...losses.slice(-LATE))];
  if (run.length <= STEPS || last > 4 * first) return say("diverging", "bad", farewell(valley, run, "Bring α down."));
  if (last < first * 1e-4) return say("converging", "good");
  // It has been lower before: it passes the lowest point and comes back.
  if (last > 3 * Math.min(...losses.slice(0, -LATE)))
    return say(last < first / 100 ? "oscillating, converging" : "oscillating about the lowest point", "warn");
  return say(optimiser === "adaGrad" ? "converging, slower at every step" : "converging, slowly", "warn");
}
/** Steps at the end of a run from which its word is read. */
const LATE = 10;

function farewell(valley: Valley, run: readonly Snapshot[], advice: string): string {
  const distance = (at: Snapshot) => Math.hypot(...along(valley, pointOf(at)));
  const start = run[0] ? distance(run[0]) : 0;
  const gone = run.find((at) => distance(at) > AWAY * start);
  const left = gone ? `It left at step ${gone.step}, ${AWAY} times as far out as the start` : "It grows at every step";
  const stopped = run.length <= STEPS ? `; stopped at step ${run.length - 1}, before the numbers overflow` : "";
  return `${left}${stopped}. ${advice}`;
}

/** The picture in a sentence. */
export function sentence(
  valley: Valley | null,
  what: string,
  { word, advice }: Verdict,
  run: readonly Snapshot[],
  step: number,
): string {
  if (!valley) return what;
  const at = run[Math.min(step, run.length - 1)];
  if (!at) return "The start is too far away for a step to be taken.";
  const scale = Math.max(1e-300, run[0]?.loss ?? 1);
  const curvatures = `curvatures ${formatNumber(valley.lambda[0])} and ${formatNumber(valley.lambda[1])}`;
  return `${what} with ${curvatures}; step ${at.step} of ${STEPS}, loss ${formatNumber(at.loss, scale)}; ${word}. ${advice}`.trim();
}
