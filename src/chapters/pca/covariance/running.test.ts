import { describe, expect, it } from "vitest";
import { createRandom, type Matrix, pca, zeros } from "../../../math";
import { covarianceEntry } from "../model";
import { createBuilder } from "./running";

function rows(n: number, d: number): Matrix {
  const random = createRandom(11);
  const x = zeros(n, d);
  for (let k = 0; k < x.data.length; k++) x.data[k] = 5 + (1 + (k % d)) * random.normal() + 0.5 * (x.data[k - 1] ?? 0);
  return x;
}
const x = rows(30, 4);

describe.each(["n", "n-1"] as const)("createBuilder, divisor %s", (divisor) => {
  it.each([false, true])("comes to C exactly, standardised %s", (standardise) => {
    const model = pca(x, { divisor, standardise });
    const { average, whole, error } = createBuilder(model, x, divisor === "n" ? 30 : 29).at(30);
    expect(error).toBe(0);
    for (let p = 0; p < 4; p++)
      for (let q = 0; q < 4; q++) {
        expect(average.data[4 * p + q]).toBeCloseTo(covarianceEntry(model, p, q), 12);
        expect(whole.data[4 * p + q]).toBe(average.data[4 * p + q]);
      }
  });
});

describe("on the way", () => {
  const model = pca(x);
  const builder = createBuilder(model, x, 30);
  const centred = (i: number, j: number) => x.data[4 * i + j]! - model.mean[j]!;

  it("is the last row's outer product, and the average of those so far", () => {
    const { outer, average } = builder.at(7);
    for (let p = 0; p < 4; p++)
      for (let q = 0; q < 4; q++) {
        expect(outer.data[4 * p + q]).toBeCloseTo(centred(6, p) * centred(6, q), 12);
        let sum = 0;
        for (let i = 0; i < 7; i++) sum += centred(i, p) * centred(i, q);
        expect(average.data[4 * p + q]).toBeCloseTo(sum / 7, 12);
      }
  });

  it("is the same however one came there", () => {
    const there = builder.at(12);
    builder.at(30);
    builder.at(3);
    expect(builder.at(12).average.data).toEqual(there.average.data);
  });

  it("is nothing before the first row, as far from C as C is large", () => {
    const { outer, average, error } = builder.at(0);
    expect([...outer.data, ...average.data].every((value) => value === 0)).toBe(true);
    expect(error).toBe(1);
  });

  it("has no NaN where nothing varies", () => {
    const still = { rows: 3, cols: 2, data: Float64Array.of(1, 2, 1, 2, 1, 2) };
    const flat = { ...pca(rows(3, 2)), mean: Float64Array.of(1, 2), scale: Float64Array.of(1, 1) };
    expect(createBuilder(flat, still, 3).at(2).error).toBe(0);
  });
});
