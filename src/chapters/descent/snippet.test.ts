import { describe, expect, it } from "vitest";
import { hasNumpy, runSnippets } from "../../../tests/support/numpy";
import { createRandom, momentsOf, OPTIMISERS, type Optimiser, type Vec2 } from "../../math";
import { lineFit, pairOf } from "./leastSquares";
import { path } from "./model";
import { numpySnippet, type Run } from "./snippet";
import { quadraticValley, transplant } from "./valley";

const random = createRandom(5);
const xs = Array.from({ length: 40 }, () => 5 + random.normal());
const ys = xs.map((x) => 2 * x - 3 + random.normal());
const pair = pairOf(
  momentsOf({ rows: 40, cols: 2, data: Float64Array.from(xs.flatMap((x, i) => [x, ys[i] ?? 0])) }),
  0,
  1,
);
const quadratic = quadraticValley([10, 1], 30);
const START: Vec2 = [-3, 2.5];

function runOf(kind: string, optimiser: Optimiser, dial: number, step: number): Run {
  const fit = kind === "quadratic" ? null : lineFit(pair, kind.startsWith("standardised"));
  const valley = fit?.valley ?? quadratic;
  const start = transplant(quadratic, valley, START);
  const learningRate = dial / valley.lambda[0];
  const at = path(valley, optimiser, start, learningRate, 0.8)[step];
  if (!at) throw new Error(`no step ${step}`);
  const columns = kind.endsWith("rows") ? { xs, ys } : null;
  const data = fit && { names: ['petal "length"\nimport os', "y # 2"] as const, fit, pair, columns };
  return { valley, data, optimiser, start, learningRate, beta: 0.8, at };
}

const KINDS = ["quadratic", "rows", "standardised rows", "moments", "standardised moments"];

describe.skipIf(!hasNumpy)("the NumPy snippet", () => {
  it.each(KINDS)("runs and agrees for every optimiser: %s", { timeout: 60_000 }, (kind) => {
    const programs = OPTIMISERS.flatMap((optimiser) =>
      [
        [1.7, 6],
        [0.9, 60],
        [2.3, 30],
      ].map(([dial = 0, step = 0]) => numpySnippet(runOf(kind, optimiser, dial, step))),
    );
    const outcomes = runSnippets(programs);
    expect(outcomes.map(({ error }) => error)).toEqual(programs.map(() => ""));
    expect(outcomes.every(({ output }) => output.trim() !== "")).toBe(true);
  });

  it("fails when the numbers shown are not those of the run", () => {
    const run = runOf("rows", "momentum", 1.7, 6);
    const source = numpySnippet({ ...run, at: { ...run.at, x: run.at.x.map((v) => v * 1.001) } });
    expect(runSnippets([source])[0]?.error).toContain("AssertionError");
  });
});
