/** Ratings predicted by the SVD of the table whose blanks are filled with their column's mean. */
import { lowRank } from "../factor/subspaces";
import { svd } from "../factor/svd";
import { type Matrix, zeros } from "../matrix/matrix";

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
  const columnMean = new Float64Array(m);
  const centred = zeros(n, m);
  for (let j = 0; j < m; j++) {
    let [sum, count] = [0, 0];
    for (let i = 0; i < n; i++)
      if (!Number.isNaN(data[i * m + j]!)) {
        sum += data[i * m + j]!;
        count += 1;
      }
    columnMean[j] = count === 0 ? 0 : sum / count;
    for (let i = 0; i < n; i++) {
      const value = data[i * m + j]!;
      centred.data[i * m + j] = Number.isNaN(value) ? 0 : value - columnMean[j]!;
    }
  }
  const factors = svd(centred);
  const predicted = lowRank(factors, Math.min(k, factors.s.length));
  for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) predicted.data[i * m + j]! += columnMean[j]!;
  return { predicted, columnMean, singularValues: factors.s };
}
