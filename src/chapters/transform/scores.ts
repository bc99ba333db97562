import { type Matrix, type Moments, type PcaOptions, pcaOfMoments, scores } from "../../math";

/** A column of the picture: what it is called and one value for each held row. */
export interface Axis {
  readonly name: string;
  readonly values: Float64Array;
}

/** The first `count` principal components' scores of the held rows, by the moments of all rows; fewer where there are fewer columns. O(nd·count + d³). */
export function scoreAxes(rows: Matrix, moments: Moments, options: PcaOptions, count: number): readonly Axis[] {
  // The comoment of too many columns is left empty.
  if (moments.comoment.length === 0 || moments.n < 2) return [];
  const y = scores(pcaOfMoments(moments, options), rows);
  return Array.from({ length: Math.min(count, y.cols) }, (_, k) => ({
    name: `PC${k + 1}`,
    values: Float64Array.from({ length: y.rows }, (_, i) => y.data[i * y.cols + k] as number),
  }));
}
