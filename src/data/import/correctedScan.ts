/** What a pass over the whole file teaches about the plan that it was made under. */
import { correctedPlan } from "./columnPlan";
import { decideDecimal } from "./decimalMark";
import type { ScanPlan } from "./scanPlan";
import type { Table } from "./tableSink";

/** The plan for another pass, or null where this one holds. At most one correction of each kind, so it ends. O(columns). */
export function correctedScan(plan: ScanPlan, table: Table, fill: boolean): ScanPlan | null {
  const decimal = plan.decimalSeen ? plan.decimal : decideDecimal(table.evidence, plan.delimiter);
  if (decimal !== plan.decimal) return { ...plan, decimal, decimalSeen: true, means: null };
  const columns = table.indicators.extended(correctedPlan(plan.columns, table.tallies));
  if (columns !== plan.columns) return { ...plan, columns, means: null };
  return fill && plan.means === null && table.gaps.count > 0 ? { ...plan, means: table.means } : null;
}
