import { describe, expect, it } from "vitest";
import { createRandom, type Matrix, pca, zeros } from "../../../math";
import { jitter, stripsOf } from "./layout";

function rows(n: number, d: number): Matrix {
  const random = createRandom(2);
  const x = zeros(n, d);
  for (let k = 0; k < x.data.length; k++) x.data[k] = 7 + (1 + (k % d)) * random.normal();
  return x;
}
const variance = (values: Float64Array) => values.reduce((sum, value) => sum + value * value, 0) / values.length;

describe("stripsOf", () => {
  const x = rows(50, 5);

  it.each([false, true])(
    "every strip has the variance that it states, about 0, and together features and components have the same (standardised %s)",
    (standardise) => {
      const strips = stripsOf(pca(x, { standardise }), x, 20);
      expect(strips.map(({ kind }) => kind)).toEqual([...Array(5).fill("feature"), ...Array(5).fill("component")]);
      for (const strip of strips) {
        expect(strip.values.reduce((a, b) => a + b, 0) / 50).toBeCloseTo(0, 10);
        expect(variance(strip.values)).toBeCloseTo(strip.variance, 10);
      }
      const total = (kind: string) => strips.filter((s) => s.kind === kind).reduce((sum, s) => sum + s.variance, 0);
      expect(total("feature")).toBeCloseTo(total("component"), 9);
    },
  );

  it("takes the features of largest variance and the first components where there is little room", () => {
    const strips = stripsOf(pca(x), x, 4);
    expect(strips.map(({ kind, at }) => `${kind} ${at}`)).toEqual([
      "feature 4",
      "feature 3",
      "component 0",
      "component 1",
    ]);
  });

  it("gives the room that the few need not to the many", () => {
    const wide = rows(3, 9);
    const strips = stripsOf(pca(wide), wide, 10);
    const components = strips.filter(({ kind }) => kind === "component").length;
    expect([strips.length, components]).toEqual([10, pca(wide).explainedVariance.length]);
  });
});

it("jitter stays within the strip and spreads evenly", () => {
  const heights = Array.from({ length: 1000 }, (_, row) => jitter(row));
  expect(Math.max(...heights.map(Math.abs))).toBeLessThanOrEqual(1);
  for (let bin = 0; bin < 10; bin++)
    expect(heights.filter((h) => Math.floor(5 * (h + 1)) === bin).length).toBeGreaterThan(95);
});
