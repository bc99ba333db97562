import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covarianceOf, createRandom, type Matrix, mergeMoments, momentsOf, noMoments, ShapeError } from "..";

const table = fc
  .record({ rows: fc.integer({ min: 2, max: 60 }), cols: fc.integer({ min: 1, max: 5 }), seed: fc.nat() })
  .map(({ rows, cols, seed }): Matrix => {
    const random = createRandom(seed);
    return { rows, cols, data: Float64Array.from({ length: rows * cols }, () => random.normal() * 3 + 10) };
  });
const part = ({ cols, data }: Matrix, from: number, to: number): Matrix => ({
  rows: to - from,
  cols,
  data: data.slice(from * cols, to * cols),
});

describe("moments", () => {
  it("merge to the moments of all rows, wherever the rows are cut", () => {
    fc.assert(
      fc.property(table, fc.double({ min: 0, max: 1, noNaN: true }), (x, share) => {
        const cut = Math.floor(share * x.rows);
        const merged = mergeMoments(momentsOf(part(x, 0, cut)), momentsOf(part(x, cut, x.rows)));
        const whole = momentsOf(x);
        expect(merged.n).toBe(whole.n);
        whole.mean.forEach((value, j) => {
          expect(merged.mean[j]).toBeCloseTo(value, 11);
        });
        whole.comoment.forEach((value, k) => {
          expect(Math.abs(merged.comoment[k]! - value)).toBeLessThan(1e-10 * x.rows);
        });
      }),
    );
  });

  it("keep their digits at mean 1e8 and variance 1", () => {
    const random = createRandom(3);
    const n = 20_000;
    const small = Float64Array.from({ length: n }, () => Math.round(random.normal() * 2 ** 20) / 2 ** 20);
    const shifted = small.map((value) => value + 1e8);
    // Multiples of 2⁻²⁰ are exact beside 1e8 (27 bits), so both columns have the same true variance.
    const variance = (data: Float64Array) => {
      let moments = noMoments(1);
      for (let i = 0; i < n; i += 1000)
        moments = mergeMoments(moments, momentsOf({ rows: 1000, cols: 1, data: data.slice(i, i + 1000) }));
      return covarianceOf(moments, "n-1").data[0]!;
    };
    expect(Math.abs(variance(shifted) / variance(small) - 1)).toBeLessThan(1e-9);
  });

  it("refuse to merge different widths, naming both", () => {
    expect(() => mergeMoments(noMoments(2), noMoments(3))).toThrow(ShapeError);
    expect(() => mergeMoments(noMoments(2), noMoments(3))).toThrow(/2 columns.*3/);
  });
});
