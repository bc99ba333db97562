/** The chapter's numbers as tables and as a formula, with every digit, to take along. */
import type { Column, Dataset } from "../../data/dataset";
import { exportCsv } from "../../data/exportCsv";
import type { Divisor, Matrix, Pca } from "../../math";
import { bmatrix } from "../latex";
import { scoresOn } from "./model";
import { usedNames } from "./plane";

/** Numbers in a table of scores beyond which a spreadsheet no longer opens it. */
const MOST_NUMBERS = 5e6;

/** One row for each used feature with its mean, its scale and its loadings, after λ and its shares. O(dk). */
export function componentsCsv(model: Pca, names: readonly string[]): string {
  const { mean, scale, explainedVariance, explainedVarianceRatio, components } = model;
  const k = explainedVariance.length;
  const label = (name: string, cells: readonly string[]): Column => ({ kind: "label", name, values: cells });
  const numbers = (name: string, values: readonly number[]): Column => ({
    kind: "number",
    name,
    values: Float64Array.from(values),
  });
  const features = usedNames(model, names);
  const columns = [
    label("name", ["explained variance", "explained variance ratio", ...features]),
    label("mean", ["", "", ...Array.from(mean, String)]),
    label("scale", ["", "", ...Array.from(scale, String)]),
    ...Array.from({ length: k }, (_, j) =>
      numbers(`PC${j + 1}`, [
        explainedVariance[j] as number,
        explainedVarianceRatio[j] as number,
        ...features.map((_, i) => components.data[i * k + j] as number),
      ]),
    ),
  ];
  return exportCsv({ columns, held: features.length + 2 });
}

/** How many components a table of the scores of that many rows has room for. */
export const scoreColumns = (model: Pca, rows: number): number =>
  Math.max(1, Math.min(model.explainedVariance.length, Math.floor(MOST_NUMBERS / Math.max(1, rows))));

/** The held rows by their labels and categories, and their scores on the first components. O(ndk). */
export function scoresCsv(dataset: Pick<Dataset, "columns" | "held">, model: Pca, x: Matrix): string {
  const ks = Array.from({ length: scoreColumns(model, x.rows) }, (_, k) => k);
  const { data, cols, rows } = scoresOn(model, x, ks);
  const columns: readonly Column[] = [
    ...dataset.columns.filter(({ kind }) => kind !== "number"),
    ...ks.map((k): Column => {
      const values = Float64Array.from({ length: rows }, (_, i) => data[i * cols + k] as number);
      return { kind: "number", name: `PC${k + 1}`, values };
    }),
  ];
  return exportCsv({ columns, held: dataset.held });
}

/** C, λ and V of the components kept, as they are named on screen, for LaTeX with amsmath. */
export function latexOf(model: Pca, kept: number, divisor: Divisor, standardise: boolean): string {
  const { rows, cols, data } = model.components;
  const ks = Array.from({ length: Math.min(kept, cols) }, (_, k) => k);
  const v = bmatrix(Array.from({ length: rows }, (_, i) => ks.map((k) => data[i * cols + k] as number)));
  const lambda = bmatrix([ks.map((k) => model.explainedVariance[k] as number)]);
  const [c, x] = standardise ? ["R", "Z"] : ["C", "X"];
  return `${c} = \\tfrac{1}{${divisor}} ${x}^{\\top} ${x}, \\quad V = ${v}, \\quad \\lambda = ${lambda}`;
}
