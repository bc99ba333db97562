/** What a pass over the whole file teaches about the plan that it was made under. */
import { MOST_WITH_COMOMENT } from "../dataset";
import { correctedPlan, limitedPlan } from "./columnPlan";
import { decideDecimal } from "./decimalMark";
import { ImportError } from "./importError";
import { inWords, listInWords } from "./lineCount";
import { shortList } from "./outcome";
import type { ScanPlan } from "./scanPlan";
import type { Table } from "./tableSink";

/** The plan for another pass, or null where this one holds. Throws ImportError where no plan would. At most one correction of each kind, so it ends. O(columns). */
export function correctedScan(plan: ScanPlan, table: Table, fill: boolean): ScanPlan | null {
  const decimal = plan.decimalSeen ? plan.decimal : decideDecimal(table.evidence, plan.delimiter);
  if (decimal !== plan.decimal) return { ...plan, decimal, decimalSeen: true, means: null };
  const columns = table.indicators.extended(correctedPlan(plan.columns, table.tallies));
  if (columns !== plan.columns) return { ...plan, columns, means: null };
  const tooLong = table.numbers.length > MOST_WITH_COMOMENT && table.used > table.order.length;
  if (tooLong && table.indicators.size >= MOST_WITH_COMOMENT) refuseTooManyIndicators(plan, table);
  const narrower = tooLong ? limitedPlan(plan.columns, table.indicators.size) : plan.columns;
  if (narrower.some((column, j) => column !== plan.columns[j])) return { ...plan, columns: narrower, means: null };
  return fill && plan.means === null && table.gaps.count > 0 ? { ...plan, means: table.means } : null;
}

/** No number column is left that could be set aside in their stead. */
function refuseTooManyIndicators({ columns }: ScanPlan, { indicators, used, order }: Table): never {
  const names = columns.flatMap(({ kind, name }) => (kind === "one-hot" ? [name] : []));
  throw new ImportError(
    "too-many-levels",
    `A column of 0 and 1 for each value makes ${inWords(indicators.size)} columns of ${listInWords(shortList(names))}; with ${inWords(MOST_WITH_COMOMENT)} of them or more, at most ${inWords(order.length)} rows can be held, and the table has ${inWords(used)}. Read some of these columns as a category or a label instead.`,
  );
}
