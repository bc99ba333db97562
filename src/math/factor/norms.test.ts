import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryMatrix } from "../../../tests/support/arbitraryMatrix";
import {
  EPSILON,
  euclideanNorm,
  frobeniusNorm,
  fromRows,
  infinityNorm,
  nuclearNorm,
  oneNorm,
  spectralNorm,
  transpose,
  zeros,
} from "..";

describe("norms", () => {
  it("know a matrix by hand: columns sum to 4 and 6, rows to 3 and 7, squares to 30", () => {
    const a = fromRows([
      [1, -2],
      [-3, 4],
    ]);
    expect([oneNorm(a), infinityNorm(a)]).toEqual([6, 7]);
    expect(frobeniusNorm(a)).toBeCloseTo(Math.sqrt(30), 15);
    // σ² are the roots of x² − 30x + 4.
    expect(spectralNorm(a)).toBeCloseTo(Math.sqrt(15 + Math.sqrt(221)), 14);
    expect(nuclearNorm(a)).toBeCloseTo(Math.sqrt(34), 14);
  });

  it("are zero for what is zero or empty", () => {
    for (const norm of [oneNorm, infinityNorm, frobeniusNorm, spectralNorm, nuclearNorm])
      for (const a of [zeros(2, 3), zeros(0, 3), zeros(3, 0)]) expect(norm(a), norm.name).toBe(0);
  });

  it("tell wide from tall", () => {
    const a = fromRows([[1, 2, 3]]);
    expect([oneNorm(a), infinityNorm(a), oneNorm(transpose(a)), infinityNorm(transpose(a))]).toEqual([3, 6, 6, 3]);
  });

  it("neither over- nor underflow before the norm does", () => {
    for (const k of [2 ** 1021, 2 ** 401, 2 ** 399, 2 ** -399, 2 ** -401, 2 ** -1060])
      expect(frobeniusNorm({ rows: 1, cols: 2, data: Float64Array.of(3 * k, -4 * k) }) / k).toBe(5);
    expect(euclideanNorm([Number.MAX_VALUE, Number.MAX_VALUE])).toBe(Number.POSITIVE_INFINITY);
    expect(euclideanNorm([Number.NEGATIVE_INFINITY, 1])).toBe(Number.POSITIVE_INFINITY);
    expect(euclideanNorm([1, Number.NaN, 2])).toBeNaN();
    expect(euclideanNorm([])).toBe(0);
    expect(oneNorm({ rows: 1, cols: 2, data: Float64Array.of(1, Number.NaN) })).toBeNaN();
  });

  it("stand in the order that the theorems say", () => {
    const size = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(arbitraryMatrix(size, size), (a) => {
        const [two, fro, nuc] = [spectralNorm(a), frobeniusNorm(a), nuclearNorm(a)];
        const slack = 1 + 50 * EPSILON;
        expect(two).toBeLessThanOrEqual(fro * slack);
        expect(fro).toBeLessThanOrEqual(nuc * slack);
        expect(nuc).toBeLessThanOrEqual(Math.sqrt(Math.min(a.rows, a.cols)) * fro * slack);
        expect(two).toBeLessThanOrEqual(Math.sqrt(oneNorm(a)) * Math.sqrt(infinityNorm(a)) * slack);
        expect(oneNorm(a)).toBe(infinityNorm(transpose(a)));
      }),
    );
  });
});
