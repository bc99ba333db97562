/** The dataset as points of space: three columns, or its first three principal components' scores. */
import { covarianceOf, type Mat3, type Matrix, momentsOf, sqrtCovariance, whitening } from "../../../math";
import type { SpaceCloud } from "../../../scene/spaceCloud";
import type { Axis } from "../scores";

export const NO_POINTS: SpaceCloud = { xyz: new Float32Array(0), classes: null };

/** Points about their mean with the largest of the three spreads set to 1, so that any data fits beside the unit sphere. O(n). */
export function unitSpaceCloud(columns: readonly Axis[], classes: Int32Array | null): SpaceCloud {
  const n = columns[0]?.values.length ?? 0;
  const means = columns.map(({ values }) => values.reduce((sum, value) => sum + value / n, 0));
  const spreads = columns.map(({ values }, k) =>
    Math.sqrt(values.reduce((sum, value) => sum + (value - (means[k] ?? 0)) ** 2 / n, 0)),
  );
  const unit = Math.max(...spreads) || 1;
  const xyz = new Float32Array(3 * n);
  columns.slice(0, 3).forEach(({ values }, k) => {
    for (let i = 0; i < n; i++) xyz[3 * i + k] = ((values[i] ?? 0) - (means[k] ?? 0)) / unit;
  });
  return { xyz, classes };
}

/** The 3 × 3 covariance (1/n) of the points. O(n). */
export function cloudCovariance({ xyz }: SpaceCloud): Matrix {
  const n = Math.floor(xyz.length / 3);
  return covarianceOf(momentsOf({ rows: n, cols: 3, data: Float64Array.from(xyz) }));
}

/** C^(1/2): the matrix that makes the unit sphere the ellipsoid of one standard deviation. */
export const covarianceRoot = (c: Matrix): Mat3 => Array.from(sqrtCovariance(c).root.data) as unknown as Mat3;

/** The whitening C^(−1/2) of the points, entries to four digits as a reader would type them. */
export const whiteningEntries = (c: Matrix): readonly number[] =>
  Array.from(whitening(c, "zca").matrix.data, (x) => Number(x.toPrecision(6)));
