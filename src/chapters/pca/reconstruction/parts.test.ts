import { describe, expect, it } from "vitest";
import { createRandom, type Matrix, momentsOf, pca, zeros } from "../../../math";
import { MOST_ROWS, partsOf } from "./parts";

function rows(n: number, d: number, seed = 5): Matrix {
  const random = createRandom(seed);
  const x = zeros(n, d);
  for (let k = 0; k < x.data.length; k++) x.data[k] = 3 + (1 + (k % d)) * random.normal() + 0.7 * (x.data[k - 1] ?? 0);
  return x;
}
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);
const deviationsOf = (x: Matrix) => {
  const { comoment } = momentsOf(x);
  return Float64Array.from({ length: x.cols }, (_, j) => Math.sqrt(comoment[j * (x.cols + 1)]! / x.rows));
};

describe("partsOf", () => {
  const x = rows(40, 4);
  const deviations = deviationsOf(x);

  it.each([1, 2, 3, 4])("with %d kept: fitted and residual add up to X, and what is lost is Σλ of the rest", (kept) => {
    const model = pca(x);
    const { original, fitted, residual, q, r2 } = partsOf(model, x, kept, deviations, false);
    original.data.forEach((value, k) => {
      expect(fitted.data[k]! + residual.data[k]!).toBeCloseTo(value, 12);
    });
    const left = sum(model.explainedVariance.slice(kept));
    expect(sum(q) / 40).toBeCloseTo(left, 10);
    // Column by column: what is kept of each, weighed by its variance, is what is kept of all.
    const variances = deviations.map((s) => s * s);
    const all = sum(variances);
    expect(sum(r2.map((part, j) => part * variances[j]!)) / all).toBeCloseTo(1 - left / all, 12);
    if (kept === 4) expect(Math.max(...residual.data.map(Math.abs))).toBeLessThan(1e-12);
  });

  it("original is in standard deviations from the mean", () => {
    const { original } = partsOf(pca(x), x, 2, deviations, false);
    for (let j = 0; j < 4; j++) {
      const column = Array.from({ length: 40 }, (_, i) => original.data[4 * i + j]!);
      expect(sum(column)).toBeCloseTo(0, 10);
      expect(sum(column.map((v) => v * v)) / 40).toBeCloseTo(1, 12);
    }
  });

  it("standardised components give the same kind of picture", () => {
    const model = pca(x, { standardise: true });
    const { original, fitted, residual } = partsOf(model, x, 2, new Float64Array(4).fill(1), false);
    original.data.forEach((value, k) => {
      expect(fitted.data[k]! + residual.data[k]!).toBeCloseTo(value, 12);
    });
    expect(sum(residual.data.map((v) => v * v)) / 40).toBeCloseTo(sum(model.explainedVariance.slice(2)), 10);
  });

  it("puts the worst rows first when asked, and of many rows shows as many as there is room for", () => {
    const { order, q } = partsOf(pca(x), x, 2, deviations, true);
    expect(order.every((row, i) => i === 0 || q[order[i - 1]!]! >= q[row]!)).toBe(true);
    const many = rows(1000, 3);
    const even = partsOf(pca(many), many, 1, deviationsOf(many), false);
    expect(even.order).toHaveLength(MOST_ROWS);
    expect(new Set(even.order).size).toBe(MOST_ROWS);
    expect(even.order.at(-1)).toBeGreaterThan(990);
    const worst = partsOf(pca(many), many, 1, deviationsOf(many), true);
    expect(worst.q[worst.order[0]!]).toBe(Math.max(...worst.q));
  });

  it("has no NaN where a column stands still", () => {
    const still = { ...x, data: x.data.map((value, at) => (at % 4 === 1 ? 2 : value)) };
    const { original, residual, r2 } = partsOf(pca(still), still, 2, deviationsOf(still), false);
    for (const values of [original.data, residual.data, r2]) expect(values.every(Number.isFinite)).toBe(true);
  });
});
