import { describe, expect, it } from "vitest";
import { columnContributions, createRandom, type Matrix, pca, rowContributions, scores, zeros } from "../../math";
import { columnMeasure, rowMeasures } from "./measures";

function rows(n: number, d: number, seed: number): Matrix {
  const random = createRandom(seed);
  const x = zeros(n, d);
  for (let k = 0; k < x.data.length; k++) x.data[k] = (1 + (k % d)) * random.normal() + (x.data[k - 1] ?? 0) / 2;
  return x;
}
const x = rows(40, 4, 1);

/** Pearson's, from its definition. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (v: readonly number[]) => v.reduce((s, t) => s + t, 0) / v.length;
  const [ma, mb] = [mean(a), mean(b)];
  const sum = (f: (i: number) => number) => a.reduce((s, _, i) => s + f(i), 0);
  return (
    sum((i) => (a[i]! - ma) * (b[i]! - mb)) / Math.sqrt(sum((i) => (a[i]! - ma) ** 2) * sum((i) => (b[i]! - mb) ** 2))
  );
}

describe.each([false, true])("standardise %s", (standardise) => {
  for (const divisor of ["n", "n-1"] as const) {
    const model = pca(x, { standardise, divisor });
    const t = scores(model, x);
    const column = (of: Matrix, j: number) => Array.from({ length: of.rows }, (_, i) => of.data[i * of.cols + j]!);

    it(`correlations are Pearson's between feature and scores, divisor ${divisor}`, () => {
      for (let j = 0; j < 4; j++)
        for (let k = 0; k < 4; k++)
          expect(columnMeasure(model, "correlations", j, k)).toBeCloseTo(correlation(column(x, j), column(t, k)), 12);
    });

    it(`cos² of a feature over all components is 1, contributions of all features to one are 1, divisor ${divisor}`, () => {
      for (let j = 0; j < 4; j++)
        expect([0, 1, 2, 3].reduce((sum, k) => sum + columnMeasure(model, "cos2", j, k), 0)).toBeCloseTo(1, 12);
      const truth = columnContributions(model);
      for (let k = 0; k < 4; k++) {
        expect([0, 1, 2, 3].reduce((sum, j) => sum + columnMeasure(model, "contributions", j, k), 0)).toBeCloseTo(
          1,
          12,
        );
        for (let j = 0; j < 4; j++)
          expect(columnMeasure(model, "contributions", j, k)).toBeCloseTo(truth.data[j * 4 + k]!, 14);
      }
    });

    it(`a row's cos² over all components are 1, and its contributions are those of all rows, divisor ${divisor}`, () => {
      const truth = rowContributions(model, x);
      for (const row of [0, 7, 39]) {
        const found = rowMeasures(model, x, row, 40, divisor);
        expect(found.reduce((sum, { cos2 }) => sum + cos2, 0)).toBeCloseTo(1, 12);
        found.forEach(({ contribution, score }, k) => {
          expect(contribution).toBeCloseTo(truth.data[row * 4 + k]!, 12);
          expect(score).toBeCloseTo(t.data[row * 4 + k]!, 12);
        });
      }
    });
  }
});

it("a feature that stands still has no correlation, and no NaN", () => {
  const still = { ...x, data: x.data.map((value, at) => (at % 4 === 2 ? 5 : value)) };
  const model = pca(still, {});
  for (const measure of ["correlations", "cos2"] as const)
    for (let k = 0; k < 4; k++) expect(columnMeasure(model, measure, 2, k)).toBe(0);
});
