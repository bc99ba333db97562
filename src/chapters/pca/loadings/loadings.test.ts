import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom, type Matrix, pca, scores, zeros } from "../../../math";
import { barShapes } from "./barShapes";
import { loadingRows, scoreParts } from "./loadingRows";

function cloud(n: number, d: number, seed: number): Matrix {
  const random = createRandom(seed);
  const x = zeros(n, d);
  for (let k = 0; k < x.data.length; k++) x.data[k] = 5 + (1 + (k % d)) * random.normal();
  return x;
}

describe("loadingRows", () => {
  it("has correlations that lie in the unit circle, and on it where there are two features", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 2, max: 6 }), fc.boolean(), (seed, d, z) => {
        const model = pca(cloud(12, d, seed), { standardise: z });
        for (const { values } of loadingRows(model, "correlations", [0, 1], 99, false)) {
          const length = Math.hypot(...values);
          expect(length).toBeLessThan(1 + 1e-12);
          if (d === 2) expect(length).toBeCloseTo(1, 10);
        }
      }),
    );
  });

  it("of two standardised features are √((1 + r)/2) and √((1 − r)/2), whatever r is", () => {
    const x: Matrix = { rows: 4, cols: 2, data: Float64Array.of(1, 2, 2, 1, 3, 5, 4, 4) };
    // x: 1 2 3 4, y: 2 1 5 4: deviations give r = (1.5 + 1 + 1 + 1.5) / √(5 · 10).
    const r = 5 / Math.sqrt(50);
    const rows = loadingRows(pca(x, { standardise: true }), "correlations", [0, 1], 9, false);
    for (const { values } of rows) {
      expect(Math.abs(values[0] ?? 0)).toBeCloseTo(Math.sqrt((1 + r) / 2), 12);
      expect(Math.abs(values[1] ?? 0)).toBeCloseTo(Math.sqrt((1 - r) / 2), 12);
    }
  });

  it("keeps the largest where there is room for few, in their own order or by size", () => {
    const model = pca(cloud(50, 9, 4));
    const all = loadingRows(model, "loadings", [0, 1], 9, false);
    const few = loadingRows(model, "loadings", [0, 1], 4, false);
    const size = (values: readonly number[]) => Math.max(...values.map(Math.abs));
    const kept = new Set(few.map(({ feature }) => feature));
    const least = Math.min(...few.map(({ values }) => size(values)));
    for (const { feature, values } of all) if (!kept.has(feature)) expect(size(values)).toBeLessThanOrEqual(least);
    expect(few.map(({ feature }) => feature)).toEqual([...kept].sort((a, b) => a - b));
    const sorted = loadingRows(model, "loadings", [0, 1], 4, true).map(({ values }) => Math.abs(values[0] ?? 0));
    expect(sorted).toEqual(sorted.toSorted((a, b) => b - a));
  });
});

describe("scoreParts", () => {
  it("add up to the row's score", () => {
    const x = cloud(20, 5, 9);
    for (const standardise of [false, true]) {
      const model = pca(x, { standardise });
      const y = scores(model, x);
      for (const row of [0, 7, 19])
        for (const k of [0, 3]) {
          const sum = scoreParts(model, x, row, k).reduce((total, value) => total + value, 0);
          expect(sum).toBeCloseTo(y.data[row * y.cols + k] as number, 10);
        }
    }
  });
});

describe("barShapes", () => {
  it("draws nothing that is not a number, from a stage of no size to a wide one", () => {
    const model = pca(cloud(30, 6, 2));
    const rows = loadingRows(model, "loadings", [0, 1], 6, false);
    const names = Array.from({ length: 6 }, (_, j) => `a rather long name ${j}`);
    for (const size of [
      { width: 0, height: 0 },
      { width: 320, height: 240 },
      { width: 1400, height: 800 },
    ])
      expect(
        JSON.stringify(barShapes(size, { rows, names, titles: ["PC1", "PC2"], signed: true, parts: null })),
      ).not.toMatch(/NaN|null/);
  });
});
