/** What is believed of a file before a pass over it: all that the pass does not find out itself. */
import type { DecimalMark } from "./cell";
import type { ColumnPlan } from "./columnPlan";
import type { Delimiter } from "./delimiter";
import type { Encoding } from "./encoding";

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
