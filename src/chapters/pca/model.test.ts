import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decompose } from "../../../tests/support/decompose";
import { oracleCases, oracleTable, preparationOf } from "../../../tests/support/pcaTruth";
import type { Dataset } from "../../data/dataset";
import { covarianceOf, createRandom, type Matrix, momentsOf, noMoments, type Pca, pca } from "../../math";
import {
  covarianceEntry,
  equalVariances,
  keptShare,
  loading,
  MOST_SIDE,
  scoresOfRow,
  scoresOn,
  spreadOf,
  taskOf,
  totalVariance,
} from "./model";

/** A dataset of nothing but these rows of numbers. */
function datasetOf(x: Matrix, rows = x.rows): Dataset {
  return {
    id: "test",
    name: "Test",
    source: "",
    licence: "",
    rows,
    held: x.rows,
    columns: [],
    moments: momentsOf(x),
    colour: "",
    target: "",
    notes: [],
  };
}
const table = (rows: number, cols: number, seed: number): Matrix => {
  const random = createRandom(seed);
  return {
    rows,
    cols,
    data: Float64Array.from({ length: rows * cols }, (_, k) => random.normal() * (1 + (k % cols)) + 3),
  };
};
const found = (x: Matrix, options = {}, dataset = datasetOf(x)): Pca => {
  const outcome = decompose(dataset, x, momentsOf(x), options);
  if (outcome.kind === "none") throw new Error(outcome.reason);
  return outcome.pca;
};
const tables = fc
  .record({ rows: fc.integer({ min: 3, max: 40 }), cols: fc.integer({ min: 1, max: 6 }), seed: fc.nat() })
  .map(({ rows, cols, seed }) => table(rows, cols, seed));

describe("decompose", () => {
  it.each(oracleCases.map((c) => [c.name, c] as const))("agrees with the oracle: %s", (_, c) => {
    const { shape, data } = oracleTable(c.input.X);
    const x: Matrix = { rows: shape[0], cols: shape[1], data: Float64Array.from(data) };
    found(x, preparationOf(c.input.mode)).explainedVariance.forEach((value, k) => {
      // The path by the moments squares: its error is relative to λ₁, not to λ.
      const bound = Math.max(c.tol.explainedVariance.value, 1e-13 * (c.expected.explainedVariance[0] as number));
      expect(Math.abs(value - (c.expected.explainedVariance[k] ?? 0))).toBeLessThanOrEqual(bound);
    });
  });

  it("takes the rows when they are all there and few, else the moments, and both agree", () => {
    const x = table(60, 4, 5);
    const whole = decompose(datasetOf(x), x, momentsOf(x), {});
    const sampled = decompose(datasetOf(x, 600), x, momentsOf(x), {});
    expect(whole.kind === "found" && whole.from).toBe("rows");
    expect(sampled.kind === "found" && sampled.from).toBe("moments");
    if (whole.kind === "none" || sampled.kind === "none") return;
    whole.pca.explainedVariance.forEach((value, k) => {
      expect(Math.abs(value - (sampled.pca.explainedVariance[k] as number))).toBeLessThan(1e-12 * value);
    });
  });

  it("uses the moments of all rows, not those of the sample that is held", () => {
    const all = table(400, 3, 9);
    const held: Matrix = { rows: 50, cols: 3, data: all.data.slice(0, 150) };
    const sampled: Dataset = { ...datasetOf(held, 400), moments: momentsOf(all) };
    const outcome = decompose(sampled, held, momentsOf(all), {});
    expect(outcome.kind === "found" && outcome.pca.explainedVariance[0]).toBeCloseTo(
      pca(all).explainedVariance[0] as number,
      11,
    );
  });

  it.each([
    ["no dataset", null, table(3, 2, 1), /on its way/],
    [
      "no column",
      datasetOf({ rows: 3, cols: 0, data: new Float64Array(0) }),
      { rows: 3, cols: 0, data: new Float64Array(0) },
      /no column of numbers/,
    ],
    ["one row", datasetOf(table(1, 2, 1)), table(1, 2, 1), /at least two rows/],
    ["no rows", datasetOf(table(0, 2, 1)), table(0, 2, 1), /at least two rows/],
    [
      "constant columns",
      datasetOf(table(1, 1, 1)),
      { rows: 3, cols: 1, data: Float64Array.from([7, 7, 7]) },
      /Nothing varies/,
    ],
    [
      "numbers too large to square",
      datasetOf(table(1, 1, 1)),
      { rows: 3, cols: 1, data: Float64Array.from([1e300, -1e300, 5e299]) },
      /too large/,
    ],
  ] as const)("says why there are no components: %s", (_, dataset, x, words) => {
    for (const standardise of [false, true]) {
      const moments = x.cols === 0 ? noMoments(0) : momentsOf(x);
      const outcome = decompose(dataset, x, moments, { standardise });
      expect(outcome.kind === "none" && outcome.reason).toMatch(words);
    }
  });

  it("takes the rows of a table with more columns than rows, whose comoment nobody has counted", () => {
    const x = table(5, 1200, 3);
    const wide = { ...datasetOf(x), moments: { ...noMoments(0), n: 5, mean: momentsOf(x).mean } };
    const outcome = decompose(wide, x, wide.moments, {});
    if (outcome.kind === "none") throw new Error(outcome.reason);
    expect(outcome.from).toBe("rows");
    const reference = pca(x);
    outcome.pca.explainedVariance.forEach((value, k) => {
      expect(value).toBe(reference.explainedVariance[k]);
    });
    const total = spreadOf(wide.moments, x).squares.reduce((sum, v) => sum + v, 0) / 5;
    expect(totalVariance(outcome.pca) / total).toBeCloseTo(1, 12);
  });

  it("says what is too much for any worker, and which tasks are long", () => {
    const how = { centre: true, standardise: false, divisor: "n" } as const;
    const of = (rows: number, cols: number) => {
      const x: Matrix = { rows, cols, data: new Float64Array(rows * cols).map((_, k) => (k * k) % 17) };
      const mean = new Float64Array(cols);
      return taskOf(
        { ...datasetOf(table(2, 1, 1)), rows, held: rows },
        x,
        { n: rows, mean, comoment: new Float64Array(0) },
        how,
      );
    };
    const longs = [of(20, 5000), of(300, 900), of(1000, 784)].map((task) => task.kind === "task" && task.long);
    expect(longs).toEqual([false, true, true]);
    const over = of(MOST_SIDE + 1, MOST_SIDE + 2);
    expect(over.kind === "none" && over.reason).toMatch(/2002 features of 2001 rows.*Choose 2000 features or fewer/);
  });

  it("leaves a constant column out when standardising, and keeps it otherwise", () => {
    const x: Matrix = { rows: 4, cols: 2, data: Float64Array.from([1, 5, 2, 5, 3, 5, 5, 5]) };
    expect([...found(x, { standardise: true }).columns]).toEqual([0]);
    expect([...found(x).columns]).toEqual([0, 1]);
    expect(found(x).explainedVariance[1]).toBe(0);
  });

  it("signs every component so that its largest loading is positive", () => {
    fc.assert(
      fc.property(tables, (x) => {
        const model = found(x);
        for (let k = 0; k < model.components.cols; k++) {
          const column = Array.from({ length: x.cols }, (_, j) => loading(model, j, k));
          const lead = column.reduce((a, b) => (Math.abs(b) > Math.abs(a) * (1 + 1e-9) ? b : a), 0);
          expect(lead).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe("what is read from the components", () => {
  it("is the covariance again, entry by entry", () => {
    fc.assert(
      fc.property(tables, fc.constantFrom("n" as const, "n-1" as const), (x, divisor) => {
        const model = found(x, { divisor });
        const c = covarianceOf(momentsOf(x), divisor);
        const scale = totalVariance(model);
        for (let a = 0; a < x.cols; a++)
          for (let b = 0; b < x.cols; b++)
            expect(Math.abs(covarianceEntry(model, a, b) - (c.data[a * x.cols + b] as number))).toBeLessThan(
              1e-12 * scale,
            );
      }),
    );
  });

  it("is scores with variance λ and no covariance, the same for a row alone", () => {
    fc.assert(
      fc.property(tables, (x) => {
        fc.pre(x.cols >= 2);
        const model = found(x);
        const y = scoresOn(model, x, [1, 0]);
        const c = covarianceOf(momentsOf(y)).data;
        const scale = totalVariance(model);
        expect(Math.abs((c[0] as number) - (model.explainedVariance[1] as number))).toBeLessThan(1e-12 * scale);
        expect(Math.abs((c[3] as number) - (model.explainedVariance[0] as number))).toBeLessThan(1e-12 * scale);
        expect(Math.abs(c[1] as number)).toBeLessThan(1e-12 * scale);
        const last = scoresOfRow(model, x, x.rows - 1);
        expect(last[0]).toBeCloseTo(y.data[2 * x.rows - 1] as number, 12);
      }),
    );
  });

  it("adds up to everything with all components kept, to nothing with none", () => {
    const model = found(table(30, 4, 2));
    expect(keptShare(model, 4)).toBeCloseTo(1, 14);
    expect(keptShare(model, 0)).toBe(0);
    expect(keptShare(model, 2)).toBeGreaterThan(keptShare(model, 1));
  });
});

describe("components that no variance tells apart", () => {
  const cloud = (cols: number, ...data: number[]) =>
    found({ rows: data.length / cols, cols, data: Float64Array.from(data) });

  it("are found where λ is repeated, and where several are zero", () => {
    expect(equalVariances(cloud(2, 1, 0, -1, 0, 0, 1, 0, -1))).toEqual([[0, 1]]);
    expect(equalVariances(cloud(3, 1, 2, 3, 2, 4, 6, 3, 6, 9, 4, 8, 12))).toEqual([[1, 2]]);
  });

  it("are none where each λ stands alone", () => {
    expect(equalVariances(cloud(2, 1, 2, 2, 4, 3, 6, 4, 8))).toEqual([]);
    expect(equalVariances(cloud(2, 1, 0, -1, 0, 0, 1.000001, 0, -1))).toEqual([]);
  });
});
