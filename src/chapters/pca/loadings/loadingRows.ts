/** Which features a picture of the loadings has room for, in which order, and what each of them is on the components shown. */
import { type Matrix, type Pca, standardised } from "../../../math";
import { columnMeasure, type Measure } from "../measures";
import { loading } from "../model";

export interface LoadingRow {
  /** Used column. */
  readonly feature: number;
  /** One for each component shown. */
  readonly values: readonly number[];
}

/**
 * At most `most` features, those that are largest on any of the components `ks`; in their own order, or those of the largest value on
 * the first component first. O(d·k).
 */
export function loadingRows(
  model: Pca,
  measure: Measure,
  ks: readonly number[],
  most: number,
  largestFirst: boolean,
): readonly LoadingRow[] {
  const size = ({ values }: LoadingRow) => Math.max(...values.map(Math.abs));
  const first = ({ values }: LoadingRow) => Math.abs(values[0] ?? 0);
  const all = Array.from(
    model.columns,
    (_, feature): LoadingRow => ({ feature, values: ks.map((k) => columnMeasure(model, measure, feature, k)) }),
  );
  const kept = all.length <= most ? all : all.toSorted((a, b) => size(b) - size(a)).slice(0, Math.max(0, most));
  return kept.toSorted(largestFirst ? (a, b) => first(b) - first(a) : (a, b) => a.feature - b.feature);
}

/** What each used column gives to one row's score on component `k`: z v, whose sum over all columns is the score. O(d). */
export function scoreParts(model: Pca, x: Matrix, row: number, k: number): Float64Array {
  const one = { rows: 1, cols: x.cols, data: x.data.subarray(row * x.cols, (row + 1) * x.cols) };
  return standardised(model, one).data.map((value, j) => value * loading(model, j, k));
}
