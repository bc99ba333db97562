/** How a feature or a row stands to a component, by the usual measures (Abdi & Williams 2010, Principal component analysis, §§ on contributions and squared cosines). */
import type { Divisor, Matrix, Pca } from "../../math";
import { cos2 } from "../../math";
import type { Parameters } from "../../state/parameters";
import { covarianceEntry, loading, scoresOfRow } from "./model";

export type Measure = Parameters["pca"]["measure"];

export const MEASURES: readonly { readonly value: Measure; readonly label: string; readonly note: string }[] = [
  { value: "loadings", label: "Loadings v", note: "Columns of V: unit length, at right angles." },
  {
    value: "correlations",
    label: "Correlations",
    note: "Of each feature with each component's scores: v √λ over the feature's deviation.",
  },
  {
    value: "cos2",
    label: "cos² of features",
    note: "Part of each feature's variance that lies along the component; over all components it is 1.",
  },
  {
    value: "contributions",
    label: "Contributions v²",
    note: "Part of each component that is owed to the feature; over all features it is 1.",
  },
];

/** The measure of used column `j` on component `k`. A correlation or cos² of a feature that stands still is 0. O(k). */
export function columnMeasure(model: Pca, measure: Measure, j: number, k: number): number {
  const v = loading(model, j, k);
  if (measure === "loadings") return v;
  if (measure === "contributions") return v * v;
  const variance = covarianceEntry(model, j, j);
  if (!(variance > model.zeroVariance)) return 0;
  const r = v * Math.sqrt((model.explainedVariance[k] ?? 0) / variance);
  return measure === "cos2" ? Math.min(1, r * r) : Math.max(-1, Math.min(1, r));
}

export interface RowMeasure {
  readonly score: number;
  /** Part of the row's squared distance from the mean that lies along the component. */
  readonly cos2: number;
  /** Part of the component's sum of squares that is owed to the row: t² / (nλ), or t² / ((n − 1)λ). */
  readonly contribution: number;
}

/** Of one row on every component; `n` rows in all. O(dk). */
export function rowMeasures(model: Pca, x: Matrix, row: number, n: number, divisor: Divisor): readonly RowMeasure[] {
  const one = { rows: 1, cols: x.cols, data: x.data.subarray(row * x.cols, (row + 1) * x.cols) };
  const cosines = cos2(model, one).data;
  const rows = divisor === "n" ? n : n - 1;
  return Array.from(scoresOfRow(model, x, row), (score, k) => {
    const lambda = model.explainedVariance[k] ?? 0;
    const told = lambda > model.zeroVariance;
    return { score, cos2: cosines[k] ?? 0, contribution: told ? score ** 2 / (rows * lambda) : 0 };
  });
}
