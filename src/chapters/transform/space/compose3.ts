import { IDENTITY3, type Mat3, multiply3, type Vec3 } from "../../../math";
import { stackOf } from "../stack";
import { columnOf, type SpaceShape, withColumn } from "./embedded";
import { type Interpolation, interpolate3, outerSum, type ReadingName } from "./motion";
import { solveForX3 } from "./solve3";

const O: Vec3 = [0, 0, 0];

/** Stacks of 3 × 3 matrices. */
export const {
  product: product3,
  alongStack,
  firstFactor: firstFactor3,
} = stackOf({
  identity: IDENTITY3,
  multiply: multiply3,
  interpolate: (a: Mat3, t: number, way: Interpolation) => interpolate3("3x3", a, t, way),
  divide: (m: Mat3, b: Mat3): Mat3 =>
    ([0, 1, 2] as const).reduce<Mat3>((x, j) => withColumn(x, j, solveForX3(m, columnOf(b, j), O)), IDENTITY3),
});

/** The matrix that the picture shows: columns and rows read the product as it stands, the others build it up, the grid factor by factor. */
export function shownMatrix(
  shape: SpaceShape,
  a: Mat3,
  after: readonly Mat3[],
  t: number,
  way: Interpolation,
  reading: ReadingName,
): Mat3 {
  if (reading === "grid") return shape === "3x3" ? alongStack(a, after, t, way) : interpolate3(shape, a, t, way);
  const total = product3(a, after);
  if (reading === "turns") return interpolate3(shape, total, t, "svd");
  return reading === "outer" ? outerSum(total, t, shape === "3x3" ? 3 : 2) : total;
}
