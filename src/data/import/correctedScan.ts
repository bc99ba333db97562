/** What a pass over the whole file teaches about the plan that it was made under. */
import { MOST_WITH_COMOMENT } from "../dataset";
import { correctedPlan, limitedPlan } from "./columnPlan";
import { decideDecimal } from "./decimalMark";
import type { ScanPlan } from "./scanPlan";
import type { Table } from "./tableSink";

/** The plan for another pass, or null where this one holds. At most one correction of each kind, so it ends. O(columns). */
export function correctedScan(plan: ScanPlan, table: Table, fill: boolean): ScanPlan | null {
  const decimal = plan.decimalSeen ? plan.decimal : decideDecimal(table.evidence, plan.delimiter);
  if (decimal !== plan.decimal) return { ...plan, decimal, decimalSeen: true, means: null };
  const columns = table.indicators.extended(correctedPlan(plan.columns, table.tallies));
  if (columns !== plan.columns) return { ...plan, columns, means: null };
  const tooLong = table.numbers.length > MOST_WITH_COMOMENT && table.used > table.order.length;
  const narrower = tooLong ? limitedPlan(plan.columns, table.indicators.size) : plan.columns;
  if (narrower.some((column, j) => column !== plan.columns[j])) return { ...plan, columns: narrower, means: null };
  return fill && plan.means === null && table.gaps.count > 0 ? { ...plan, means: table.means } : null;
}
