import { expect, it } from "vitest";
import { classSpreads } from "./classEllipses";

it("has the mean and the covariance of each class's own points, and leaves out what is too small or has no place", () => {
  const xy = Float32Array.of(0, 0, 2, 0, 0, 2, 2, 2, 9, 9, Number.NaN, 1, 5, 1, 7, 1, 9, 1);
  const codes = Int32Array.of(0, 0, 0, 0, 1, 1, 2, 2, 2);
  expect(classSpreads(xy, codes, 3)).toEqual([
    { code: 0, mean: [1, 1], block: [1, 0, 0, 1] },
    { code: 2, mean: [7, 1], block: [expect.closeTo(8 / 3, 12), 0, 0, 0] },
  ]);
});
