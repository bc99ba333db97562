import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dataset } from "../../data/dataset";
import { eigh2, fromRows, leastSquares, lstsq, momentsOf, type Vec2 } from "../../math";
import { DEFAULTS } from "../../state/parameters";
import type { State } from "../../state/store";
import { carry, type Ground, groundOf, lineGround, outsetOf, xName } from "./ground";
import { lineFit, lineOf, pairOf } from "./leastSquares";
import { lesson } from "./lesson";
import { path, pointOf, sentence, verdict } from "./model";
import { excess, objective, quadraticValley } from "./valley";

/** A dataset of number columns, all rows held. */
function table(columns: Record<string, readonly number[]>, extra: Partial<Dataset> = {}): Dataset {
  const names = Object.keys(columns);
  const n = columns[names[0] ?? ""]?.length ?? 0;
  const data = Float64Array.from({ length: n * names.length }, (_, k) =>
    Number(columns[names[k % names.length] ?? ""]?.[Math.floor(k / names.length)]),
  );
  return {
    id: "test",
    name: "test",
    source: "",
    licence: "",
    rows: n,
    held: n,
    columns: names.map((name) => ({ kind: "number", name, values: Float64Array.from(columns[name] ?? []) })),
    moments: momentsOf({ rows: n, cols: names.length, data }),
    colour: "",
    target: "",
    notes: [],
    ...extra,
  };
}
const stateOf = (dataset: Dataset | null, descent: Partial<State["descent"]> = {}): State => ({
  ...DEFAULTS,
  descent: { ...DEFAULTS.descent, loss: "leastSquares", ...descent },
  editor: null,
  loaded: { dataset, coming: null },
  spotlight: null,
  pointedRow: -1,
});

const values = fc.array(
  fc.tuple(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: -9, max: 9, noNaN: true })),
  {
    minLength: 3,
    maxLength: 30,
  },
);
const rowsOf = (xs: readonly number[], standardise: boolean) => {
  const mean = xs.reduce((s, v) => s + v, 0) / xs.length;
  const deviation = Math.sqrt(xs.reduce((s, v) => s + (v - mean) ** 2, 0) / xs.length);
  return fromRows(xs.map((v) => [standardise ? (v - mean) / deviation : v, 1]));
};

describe("lineFit", () => {
  it.each([false, true])("is the least squares of the rows themselves (standardised: %s)", (standardise) => {
    fc.assert(
      fc.property(
        values,
        fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true })),
        (rows, w) => {
          const xs = rows.map(([x]) => x);
          const ys = rows.map(([, y]) => y);
          const pair = pairOf(table({ x: xs, y: ys }).moments, 0, 1);
          fc.pre(pair.variance[0] > 1e-3);
          const fit = lineFit(pair, standardise);
          if (!fit) throw new Error("no fit");
          const rowsX = rowsOf(xs, standardise);
          const direct = leastSquares(rowsX, ys);
          const here = objective(fit.valley);
          const at = Float64Array.from(w);
          const scale = 1 + direct.value(at);
          expect(Math.abs(here.value(at) - direct.value(at)) / scale).toBeLessThan(1e-9);
          here.gradient(at).forEach((g, k) => {
            expect(Math.abs(g - (direct.gradient(at)[k] as number)) / (1 + Math.abs(g))).toBeLessThan(1e-8);
          });
          lstsq(rowsX, ys).x.forEach((best, k) => {
            expect(Math.abs(best - fit.valley.minimum[k as 0 | 1])).toBeLessThan(1e-6 * (1 + Math.abs(best)));
          });
          const { values: eigenvalues } = eigh2(fit.valley.hessian);
          expect(fit.valley.lambda[0] / eigenvalues[0]).toBeCloseTo(1, 9);
          expect(Math.abs(fit.valley.lambda[1] - eigenvalues[1])).toBeLessThan(1e-9 * eigenvalues[0]);
        },
      ),
    );
  });

  it("says the same line in both coordinates", () => {
    const pair = pairOf(table({ x: [1, 2, 4, 7], y: [2, 1, 5, 6] }).moments, 0, 1);
    const [raw, standard] = [lineFit(pair, false), lineFit(pair, true)];
    if (!raw || !standard) throw new Error("no fit");
    const line = lineOf(raw, raw.valley.minimum);
    lineOf(standard, standard.valley.minimum).forEach((entry, k) => {
      expect(entry).toBeCloseTo(line[k as 0 | 1], 12);
    });
    // np.polyfit([1, 2, 4, 7], [2, 1, 5, 6], 1)
    expect(line[0]).toBeCloseTo(17 / 21, 12);
    expect(line[1]).toBeCloseTo(2 / 3, 12);
    expect(standard.valley.lambda).toEqual([1, 1]);
  });

  it("keeps λ₂ where the mean is far from zero", () => {
    // Σx²/n − x̄² would have no digit left of a variance of 2/3 at 1e9.
    const fit = lineFit(pairOf(table({ x: [1e9 - 1, 1e9, 1e9 + 1], y: [0, 1, 2] }).moments, 0, 1), false);
    expect((fit?.valley.lambda[1] ?? 0) * (fit?.valley.lambda[0] ?? 0)).toBeCloseTo(2 / 3, 9);
    expect(fit?.valley.minimum[0]).toBeCloseTo(1, 9);
  });

  it("refuses what overflows when squared", () => {
    expect(lineFit({ n: 3, mean: [1e200, 0], variance: [1e300, 1], covariance: 1 }, false)).toBeNull();
  });
});

describe("degenerate columns", () => {
  const ground = (dataset: Dataset | null, descent: Partial<State["descent"]> = {}) =>
    groundOf(stateOf(dataset, descent));
  const runs = ({ valley }: Ground) => {
    if (!valley) throw new Error("no valley");
    const { start, learningRate } = carry(quadraticValley([10, 1], 30), valley, {
      start: [-3, 2.5],
      learningRate: 0.17,
    });
    const run = path(valley, "gradientDescent", start, learningRate, 0);
    return {
      run,
      words: sentence(valley, "It", verdict(valley, "gradientDescent", learningRate, 0, run), run, 6),
      valley,
    };
  };

  it.each([
    ["one row", table({ x: [3], y: [4] }), /one row/],
    ["a constant x", table({ x: [3, 3, 3], y: [1, 2, 6] }), /“x” is the same in every row.*channel/],
    ["a constant y", table({ x: [1, 2, 3], y: [5, 5, 5] }), /“y” is the same in every row: the best line is flat/],
    ["an x of zeros", table({ x: [0, 0], y: [1, 2] }), /“x” is the same in every row/],
  ])("%s is walked on, and said", (_, dataset, words) => {
    for (const standardise of [false, true]) {
      const found = ground(dataset, { standardise });
      expect(found.note).toMatch(words);
      const { run, words: said, valley } = runs(found);
      expect(run).toHaveLength(61);
      expect(said).not.toMatch(/NaN|not defined|undefined/);
      expect(excess(valley, pointOf(run.at(-1) as (typeof run)[number]))).toBeLessThanOrEqual(
        excess(valley, pointOf(run[0] as (typeof run)[number])),
      );
    }
  });

  it("the same column twice is y = x", () => {
    const found = lineGround(table({ a: [1, 2, 5], b: [1, 0, 2] }), false, "a", "a", false);
    expect(found.note).toMatch(/y = x/);
    expect(found.valley?.minimum).toEqual([1, 0]);
    expect(found.valley?.floor).toBe(0);
  });

  it.each([
    ["no dataset", null, /No dataset/],
    ["no numbers", table({}), /no column of numbers/],
    ["one column", table({ height: [1, 2] }), /one column of numbers, “height”/],
    ["no rows", table({ x: [], y: [] }), /no rows/],
    ["numbers too large", table({ x: [1e200, -1e200], y: [1, 2] }), /too large/],
  ])("%s leaves words and no valley", (_, dataset, words) => {
    const found = ground(dataset);
    expect(found.valley).toBeNull();
    expect(found.note).toMatch(words);
  });
});

describe("ground", () => {
  const three = table({ a: [1, 2, 3, 5], b: [2, 1, 4, 3], c: [0, 1, 1, 3] });

  it("predicts the last number column from the first other one, unless told otherwise", () => {
    expect(xName(stateOf(three))).toBe("a");
    expect(xName(stateOf(three, { featureX: "b" }))).toBe("b");
    expect(xName(stateOf(three, { featureX: "gone" }))).toBe("a");
    const target = { ...stateOf(three), data: { ...DEFAULTS.data, target: "a" } };
    expect(xName(target)).toBe("b");
  });

  it("keeps α·λ₁ for a run that the reader has not touched, and takes it as given for one that they have", () => {
    const fitted = stateOf(three);
    const found = groundOf(fitted);
    const lambda = found.valley?.lambda[0] ?? 0;
    expect(lambda).toBeGreaterThan(9);
    expect(outsetOf(fitted, found).learningRate * lambda).toBeCloseTo(1.7, 12);
    const own = stateOf(three, { fitted: false, lineRate: 0.05, lineStart: [1, 1] });
    expect(outsetOf(own, groundOf(own))).toEqual({ start: [1, 1], learningRate: 0.05 });
  });
});

describe("lesson", () => {
  const three = table({ a: [1, 2, 3, 5], b: [2, 1, 4, 3] });
  const done = (id: string, s: State) => lesson.challenges.find((challenge) => challenge.id === id)?.done(s);
  const quadratic = (descent: Partial<State["descent"]>) => stateOf(null, { loss: "quadratic", ...descent });

  it("checks its challenges on the quadratic and on the data", () => {
    expect(done("glide", quadratic({ learningRate: 0.1 }))).toBe(true);
    expect(done("glide", quadratic({ learningRate: 0.11 }))).toBe(false);
    expect(done("best", quadratic({ learningRate: 2 / 11 }))).toBe(true);
    expect(done("best", quadratic({ learningRate: 0.17 }))).toBe(false);
    expect(done("escape", quadratic({ learningRate: 0.203 }))).toBe(true);
    expect(done("escape", quadratic({ learningRate: 0.203, optimiser: "adam" }))).toBe(false);
    expect(done("round", stateOf(three))).toBe(false);
    expect(done("round", stateOf(three, { standardise: true }))).toBe(true);
    expect(done("round", stateOf(null, { standardise: true }))).toBe(false);
    const found = groundOf(stateOf(three)).valley?.lambda as Vec2;
    const best = stateOf(three, { fitted: false, lineRate: 2 / (found[0] + found[1]) });
    expect(done("best", best)).toBe(true);
  });
});
