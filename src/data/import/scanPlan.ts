/** What is believed of a file before a pass over it, and what the pass teaches. */
import type { DecimalMark } from "./cell";
import { type ColumnPlan, correctedPlan } from "./columnPlan";
import { decideDecimal } from "./decimalMark";
import type { Delimiter } from "./delimiter";
import type { Encoding } from "./encoding";
import type { Table } from "./tableSink";

export interface ScanPlan {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly decimal: DecimalMark;
  readonly decimalSeen: boolean;
  /** Rows before the first one of data. */
  readonly skip: number;
  readonly columns: readonly ColumnPlan[];
  /** What stands in for gaps, of the number columns; null where rows with gaps are dropped, or the means are not known yet. */
  readonly means: Float64Array | null;
}

/** The plan for another pass, or null where this one holds. At most one correction of each kind, so it ends. O(columns). */
export function correctedScan(plan: ScanPlan, table: Table, fill: boolean): ScanPlan | null {
  const decimal = plan.decimalSeen ? plan.decimal : decideDecimal(table.evidence, plan.delimiter);
  if (decimal !== plan.decimal) return { ...plan, decimal, decimalSeen: true, means: null };
  const columns = correctedPlan(plan.columns, table.tallies);
  if (columns !== plan.columns) return { ...plan, columns, means: null };
  return fill && plan.means === null && table.gaps.count > 0 ? { ...plan, means: table.means } : null;
}
