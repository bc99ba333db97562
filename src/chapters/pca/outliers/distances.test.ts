import { describe, expect, it } from "vitest";
import { createRandom, type Matrix, pca, zeros } from "../../../math";
import { distancesOf, limitsOf } from "./distances";

function rows(n: number, d: number): Matrix {
  const random = createRandom(3);
  const x = zeros(n, d);
  for (let k = 0; k < x.data.length; k++) x.data[k] = (1 + (k % d)) * random.normal();
  return x;
}
const average = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("distancesOf", () => {
  it.each(["n", "n-1"] as const)("has the averages that it states, with divisor %s", (divisor) => {
    const x = rows(50, 5);
    const model = pca(x, { divisor });
    for (const kept of [1, 2, 4, 5]) {
      const { t2, q, mean } = distancesOf(model, x, kept, 50, divisor === "n" ? 50 : 49);
      expect(average(t2)).toBeCloseTo(mean.t2, 10);
      expect(average(q)).toBeCloseTo(mean.q, 10);
    }
  });

  it("puts a row far off the plane, and one far out within it, before all others", () => {
    const x = rows(60, 3);
    for (let i = 0; i < 60; i++) x.data[3 * i] = 0.01 * (i % 2 === 0 ? 1 : -1);
    x.data[3 * 7] = 2;
    x.data[3 * 20 + 2] = 40;
    const { order, t2, q } = distancesOf(pca(x), x, 2, 60, 60);
    expect(order.slice(0, 2).sort((a, b) => a - b)).toEqual([7, 20]);
    expect(q.indexOf(Math.max(...q))).toBe(7);
    expect(t2.indexOf(Math.max(...t2))).toBe(20);
  });

  it("has nothing off the plane when all components are kept", () => {
    const x = rows(20, 3);
    const { q, order } = distancesOf(pca(x), x, 3, 20, 20);
    expect(Math.max(...q)).toBeLessThan(1e-20);
    expect(new Set(order).size).toBe(20);
  });
});

describe("limitsOf", () => {
  it("leaves about one row in twenty of a normal table beyond each, and one in a hundred", () => {
    const x = rows(4000, 6);
    const model = pca(x);
    const { t2, q } = distancesOf(model, x, 3, 4000, 4000);
    for (const level of [0.95, 0.99]) {
      const limits = limitsOf(model, 3, 4000, "n", level);
      const share = (values: Float64Array, limit: number | null) =>
        values.filter((value) => value > (limit ?? Number.NaN)).length / 4000;
      expect(Math.abs(share(t2, limits.t2) - (1 - level))).toBeLessThan(0.012);
      expect(Math.abs(share(q, limits.q) - (1 - level))).toBeLessThan(0.012);
    }
  });

  it("has none for Q when all is kept or nothing varies off them, and none for T² of too few rows", () => {
    const x = rows(20, 3);
    expect(limitsOf(pca(x), 3, 20, "n", 0.95).q).toBeNull();
    const line: Matrix = {
      rows: 6,
      cols: 2,
      data: Float64Array.from({ length: 12 }, (_, k) => (k >> 1) * (1 + (k % 2))),
    };
    const flat = limitsOf(pca(line), 2, 6, "n", 0.95);
    expect(flat.q).toBeNull();
    // What does not vary counts for no component: one is left, for which six rows are enough.
    expect(flat.t2).not.toBeNull();
    expect(limitsOf(pca(rows(4, 3)), 3, 4, "n", 0.95).t2).toBeNull();
  });
});
