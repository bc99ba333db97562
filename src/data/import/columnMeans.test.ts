import { expect, it } from "vitest";
import { momentsOf, noMoments } from "../../math";
import { createColumnMeans } from "./columnMeans";

it("is the mean of each column's numbers, over rows with gaps and rows without", () => {
  const means = createColumnMeans(2);
  means.add(Float64Array.of(10, Number.NaN));
  means.add(Float64Array.of(Number.NaN, 7));
  const complete = momentsOf({ rows: 2, cols: 2, data: Float64Array.of(1, 2, 3, 6) });
  const [a, b] = means.finish(complete);
  expect(a).toBeCloseTo(14 / 3, 14);
  expect(b).toBeCloseTo(15 / 3, 14);
});

it("needs no row without a gap, and keeps digits far from zero", () => {
  const means = createColumnMeans(1);
  for (const value of [1e15 + 1, 1e15 + 2, 1e15 + 3]) means.add(Float64Array.of(value));
  expect(means.finish(noMoments(1))[0]).toBe(1e15 + 2);
});
