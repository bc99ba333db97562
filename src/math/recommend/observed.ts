/** The observed cells of a table of ratings whose blanks are NaN, row by row. */
import { DomainError } from "../errors";
import { type Matrix, transpose } from "../matrix/matrix";

export interface Observed {
  /** Row i has the cells `start[i]` to `start[i + 1] − 1`. */
  readonly start: Int32Array;
  /** Column of each cell. */
  readonly index: Int32Array;
  readonly value: Float64Array;
}

/** By rows and by columns, less a baseline for each column. Throws DomainError for an infinite rating. O(nm). */
export function observedCells(
  routine: string,
  ratings: Matrix,
  baseline: Float64Array,
): { readonly byRow: Observed; readonly byColumn: Observed } {
  const centred = { ...ratings, data: ratings.data.map((value, k) => value - baseline[k % ratings.cols]!) };
  const infinite = ratings.data.findIndex((value) => Math.abs(value) === Number.POSITIVE_INFINITY);
  if (infinite >= 0) {
    const cell = `rating (${Math.floor(infinite / ratings.cols)}, ${infinite % ratings.cols})`;
    throw new DomainError(routine, cell, "a finite number, or NaN for a blank");
  }
  return { byRow: byRows(centred), byColumn: byRows(transpose(centred)) };
}

function byRows({ rows, cols, data }: Matrix): Observed {
  const start = new Int32Array(rows + 1);
  const index: number[] = [];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) if (!Number.isNaN(data[i * cols + j]!)) index.push(j);
    start[i + 1] = index.length;
  }
  const value = new Float64Array(index.length);
  for (let i = 0; i < rows; i++) for (let c = start[i]!; c < start[i + 1]!; c++) value[c] = data[i * cols + index[c]!]!;
  return { start, index: Int32Array.from(index), value };
}

/** Mean of the observed cells of each column; 0 for a column without any. O(nm). */
export function columnMeans({ rows, cols, data }: Matrix): Float64Array {
  const mean = new Float64Array(cols);
  for (let j = 0; j < cols; j++) {
    let [sum, count] = [0, 0];
    for (let i = 0; i < rows; i++)
      if (!Number.isNaN(data[i * cols + j]!)) {
        sum += data[i * cols + j]!;
        count++;
      }
    mean[j] = count === 0 ? 0 : sum / count;
  }
  return mean;
}

/** Root of the mean squared difference over the cells that are not blank in `ratings`; 0 where all are. O(nm). */
export function ratingsRmse(predicted: Matrix, ratings: Matrix): number {
  let [sum, count] = [0, 0];
  ratings.data.forEach((value, k) => {
    if (Number.isNaN(value)) return;
    sum += (predicted.data[k]! - value) ** 2;
    count++;
  });
  return count === 0 ? 0 : Math.sqrt(sum / count);
}
