/** Ratings predicted by the SVD of the table whose blanks are filled with their column's mean. */
import { lowRank } from "../factor/subspaces";
import { svd } from "../factor/svd";
import { type Matrix, zeros } from "../matrix/matrix";
import { columnMeans } from "./observed";

export interface MeanFilled {
  /** n × m, every cell predicted. */
  readonly predicted: Matrix;
  /** Mean of the observed cells of each column; 0 for a column without any. */
  readonly columnMean: Float64Array;
  /** Of the centred, filled table. */
  readonly singularValues: Float64Array;
}

/** Blanks are NaN: filled with the column mean, columns centred, rank k kept, means added back. O(nm·min(n, m)). */
export function meanFilled(ratings: Matrix, k: number): MeanFilled {
  const { rows: n, cols: m, data } = ratings;
  const columnMean = columnMeans(ratings);
  const centred = zeros(n, m);
  for (let k = 0; k < n * m; k++) centred.data[k] = Number.isNaN(data[k]!) ? 0 : data[k]! - columnMean[k % m]!;
  const factors = svd(centred);
  const predicted = lowRank(factors, k);
  for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) predicted.data[i * m + j]! += columnMean[j]!;
  return { predicted, columnMean, singularValues: factors.s };
}
