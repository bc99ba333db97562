import type { Column } from "../../data/dataset";
import { formatExact } from "../../ui/formatNumber";

/** What a cell holds, every digit of it; '' where nothing is known. */
export function cellText(column: Column, row: number): string {
  if (column.kind === "number") return formatExact(column.values[row] ?? 0);
  if (column.kind === "label") return column.values[row] ?? "";
  return column.levels[column.codes[row] ?? -1] ?? "";
}
