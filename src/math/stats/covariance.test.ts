import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalMatrix } from "../../../tests/support/arbitraryMatrix";
import {
  columnMoments,
  covarianceOf,
  createRandom,
  EPSILON,
  fromRows,
  type Matrix,
  mergeMoments,
  momentsOf,
  noMoments,
  type PartMoments,
  partMoments,
  ShapeError,
  settled,
} from "..";

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
      let moments: PartMoments = noMoments(1);
      for (let i = 0; i < n; i += 1000)
        moments = mergeMoments(moments, momentsOf({ rows: 1000, cols: 1, data: data.slice(i, i + 1000) }));
      return covarianceOf(moments, "n-1").data[0]!;
    };
    expect(Math.abs(variance(shifted) / variance(small) - 1)).toBeLessThan(1e-9);
  });

  it("at mean 1e8 are the nearest doubles to the exact ones, however small the parts that were merged", () => {
    const random = createRandom(3);
    const n = 20_000;
    // Multiples of 2⁻²⁰, so that sums of whole numbers are exact.
    const whole = Array.from({ length: n }, () => Math.round((1e8 + random.normal()) * 2 ** 20));
    const data = Float64Array.from(whole, (value) => value / 2 ** 20);
    const sum = whole.reduce((total, value) => total + BigInt(value), 0n);
    const squares = whole.reduce((total, value) => total + BigInt(value) ** 2n, 0n);
    // n Σx² − (Σx)² is a whole number; n · 2⁴⁰ of it is one unit of the co-moment.
    const comoment = Number(BigInt(n) * squares - sum ** 2n) / n / 2 ** 40;
    for (const size of [1, 10, 1000, 7]) {
      let moments: PartMoments = noMoments(1);
      for (let i = 0; i < n; i += size) {
        const part = data.subarray(i, i + size);
        moments = mergeMoments(moments, partMoments({ rows: part.length, cols: 1, data: part }));
      }
      const { mean } = settled(moments);
      // |mean − Σx / n| in units of 1 / (n · 2²⁰), of which half an ulp of 1e8 is 2⁻²⁷ · n · 2²⁰.
      const off = BigInt(Math.round(mean[0]! * 2 ** 26)) * BigInt(n) - sum * 2n ** 6n;
      expect(Math.abs(Number(off)) / n / 2 ** 26).toBeLessThanOrEqual(2 ** -27 * 1.000001);
      expect(Math.abs(moments.comoment[0]! / comoment - 1)).toBeLessThan(1e-12);
      // The remainder has what the mean alone cannot hold.
      const fine = Number(BigInt(moments.mean[0]! * 2 ** 26) * BigInt(n) - sum * 2n ** 6n) / n / 2 ** 26;
      expect(Math.abs(fine + moments.rest![0]!)).toBeLessThan(1e-14);
    }
  });

  it("refuse to merge different widths, naming both", () => {
    expect(() => mergeMoments(noMoments(2), noMoments(3))).toThrow(ShapeError);
    expect(() => mergeMoments(noMoments(2), noMoments(3))).toThrow(/2 columns.*3/);
  });
});

describe("momentsOf", () => {
  const x = fromRows([
    [1, 10],
    [2, 10],
    [6, 16],
  ]);
  it("is Σ(x − mean)(x − mean)ᵀ, symmetric to the bit", () => {
    expect(momentsOf(x)).toEqual({ n: 3, mean: Float64Array.of(3, 12), comoment: Float64Array.of(14, 18, 18, 24) });
    const { comoment } = momentsOf(normalMatrix(301, 9, 1));
    for (let p = 0; p < 9; p++) for (let q = 0; q < 9; q++) expect(comoment[p * 9 + q]).toBe(comoment[q * 9 + p]);
  });
  it("of no row and of one row are zeros", () => {
    expect(momentsOf({ rows: 0, cols: 2, data: new Float64Array(0) })).toEqual(noMoments(2));
    expect(momentsOf(fromRows([[3, 4]]))).toEqual({ n: 1, mean: Float64Array.of(3, 4), comoment: new Float64Array(4) });
  });
  it("have a variance of a constant column that is never negative", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.double({ min: -1e12, max: 1e12, noNaN: true }), (n, value) => {
        const { mean, comoment } = momentsOf({ rows: n, cols: 1, data: new Float64Array(n).fill(value) });
        expect(comoment[0]).toBeGreaterThanOrEqual(0);
        expect(Math.sqrt(comoment[0]! / n)).toBeLessThanOrEqual(4 * EPSILON * Math.abs(value));
        expect(Math.abs(mean[0]! - value)).toBeLessThanOrEqual(EPSILON * Math.abs(value));
      }),
    );
  });
  it("are those of the columns alone on the diagonal", () => {
    const wide = normalMatrix(40, 7, 2);
    const [whole, alone] = [momentsOf(wide), columnMoments(wide)];
    expect(alone.n).toBe(40);
    for (let j = 0; j < 7; j++) {
      expect(alone.mean[j]).toBeCloseTo(whole.mean[j]!, 14);
      expect(alone.squares[j]).toBeCloseTo(whole.comoment[j * 7 + j]!, 12);
    }
    expect(columnMoments(x)).toEqual({ n: 3, mean: Float64Array.of(3, 12), squares: Float64Array.of(14, 24) });
    expect(columnMoments({ rows: 0, cols: 1, data: new Float64Array(0) })).toEqual({
      n: 0,
      mean: Float64Array.of(0),
      squares: Float64Array.of(0),
    });
  });
  it("keep a mean whose sum is out of range", () => {
    expect(columnMoments(fromRows([[1.5e308], [1.5e308], [1e308]])).mean[0]! / 1e308).toBeCloseTo(4 / 3, 14);
  });
});

describe("covarianceOf", () => {
  it("divides by n or n − 1, and is zero for fewer than two rows", () => {
    const moments = momentsOf(
      fromRows([
        [1, 10],
        [2, 10],
        [6, 16],
      ]),
    );
    expect([...covarianceOf(moments).data]).toEqual([14 / 3, 6, 6, 8]);
    expect(covarianceOf(moments, "n-1")).toEqual({ rows: 2, cols: 2, data: Float64Array.of(7, 9, 9, 12) });
    expect([...covarianceOf(momentsOf(fromRows([[3, 4]])), "n-1").data]).toEqual([0, 0, 0, 0]);
  });
});

it("merging with no rows gives the other's moments", () => {
  const some = momentsOf(
    fromRows([
      [1, 10],
      [2, 10],
    ]),
  );
  expect(mergeMoments(noMoments(2), some)).toEqual(some);
  expect(mergeMoments(some, noMoments(2))).toEqual(some);
  expect(settled(mergeMoments(some, momentsOf(fromRows([[6, 16]]))))).toEqual({
    n: 3,
    mean: Float64Array.of(3, 12),
    comoment: Float64Array.of(14, 18, 18, 24),
  });
});
