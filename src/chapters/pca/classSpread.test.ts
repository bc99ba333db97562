import fc from "fast-check";
import { expect, it } from "vitest";
import { type Mat3, matmul, transpose } from "../../math";
import { classSpreads } from "./classSpread";
import { ellipsoidOf } from "./space/classEllipsoids";

it("has the mean and the covariance of each class's own points, and leaves out what is too small or has no place", () => {
  const xy = Float32Array.of(0, 0, 2, 0, 0, 2, 2, 2, 9, 9, Number.NaN, 1, 5, 1, 7, 1, 9, 1);
  const codes = Int32Array.of(0, 0, 0, 0, 1, 1, 2, 2, 2);
  expect(classSpreads(xy, 2, codes, 3)).toEqual([
    { code: 0, mean: [1, 1], covariance: [1, 0, 0, 1] },
    { code: 2, mean: [7, 1], covariance: [expect.closeTo(8 / 3, 12), 0, 0, 0] },
  ]);
  // The corners of a box about (1, 2, 3), 2 × 4 × 6: its covariance is diag(1, 4, 9).
  const corners = Array.from({ length: 8 }, (_, k) => [k & 1 ? 0 : 2, k & 2 ? 0 : 4, k & 4 ? 0 : 6]);
  expect(classSpreads(Float32Array.from(corners.flat()), 3, new Int32Array(8), 1)).toEqual([
    { code: 0, mean: [1, 2, 3], covariance: [1, 0, 0, 0, 4, 0, 0, 0, 9] },
  ]);
  // Three points always lie in a plane of three axes, and a class of no point is none.
  expect(classSpreads(Float32Array.from(corners.slice(0, 3).flat()), 3, Int32Array.of(0, 0, 0), 2)).toEqual([]);
});

it("an ellipsoid M of two deviations has MMᵀ = 4C", () => {
  const entry = fc.double({ min: -5, max: 5, noNaN: true });
  fc.assert(
    fc.property(fc.tuple(...Array.from({ length: 9 }, () => entry)), (entries) => {
      const a = { rows: 3, cols: 3, data: Float64Array.from(entries) };
      const c = matmul(a, transpose(a)).data;
      const m = { rows: 3, cols: 3, data: Float64Array.from(ellipsoidOf([...c] as unknown as Mat3)) };
      matmul(m, transpose(m)).data.forEach((value, k) => {
        expect(Math.abs(value - 4 * (c[k] as number))).toBeLessThan(1e-12 * (1 + Math.max(...c)));
      });
    }),
  );
});
