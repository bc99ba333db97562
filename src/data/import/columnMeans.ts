/** Each column's mean over all its numbers, also those in rows that are dropped for want of another: what stands in for a gap. */
import type { Moments } from "../../math";

export interface ColumnMeans {
  /** A row with gaps, as NaN. */
  add(row: Float64Array): void;
  /** Together with the rows without gaps. */
  finish(complete: Moments): Float64Array;
}

/** Welford's running mean of each column. O(d) a row. */
export function createColumnMeans(d: number): ColumnMeans {
  const n = new Float64Array(d);
  const mean = new Float64Array(d);
  return {
    add(row) {
      for (let j = 0; j < d; j++) {
        const value = row[j] as number;
        if (Number.isNaN(value)) continue;
        const count = (n[j] as number) + 1;
        n[j] = count;
        mean[j] = (mean[j] as number) + (value - (mean[j] as number)) / count;
      }
    },
    finish: (complete) =>
      mean.map((partial, j) => {
        const share = (n[j] as number) / (complete.n + (n[j] as number));
        return complete.n === 0 ? partial : (complete.mean[j] as number) * (1 - share) + partial * share;
      }),
  };
}
