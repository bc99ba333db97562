import type { CategoryColumn, Dataset } from "../../data/dataset";
import type { Matrix, Pca } from "../../math";
import { scoresOfRow } from "./model";

export interface PointReading {
  readonly title: string;
  /** Index of its class, −1 for none. */
  readonly code: number;
  /** What the label columns call it. */
  readonly labels: readonly string[];
  /** Every feature, `column` its index into X. */
  readonly values: readonly { readonly column: number; readonly name: string; readonly value: number }[];
  readonly scores: readonly { readonly name: string; readonly value: number }[];
}

/** All that is known of one held row. O(d·k). */
export function readPoint(
  { rows, held, columns }: Dataset,
  classes: CategoryColumn | undefined,
  model: Pca,
  x: Matrix,
  names: readonly string[],
  row: number,
): PointReading {
  return {
    title: rows === held ? `Row ${row + 1}` : `Row ${row + 1} of the sample`,
    code: classes?.codes[row] ?? -1,
    labels: columns.flatMap((column) => (column.kind === "label" ? (column.values[row] ?? []) : [])),
    values: names.map((name, column) => ({ column, name, value: x.data[row * x.cols + column] as number })),
    scores: Array.from(scoresOfRow(model, x, row), (value, k) => ({ name: `PC${k + 1}`, value })),
  };
}
