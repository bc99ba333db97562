/** All that a finished import knows, for the notes to tell. */
import type { Column } from "../dataset";
import type { Layout } from "./layout";
import type { Scan } from "./scan";
import type { ScanPlan } from "./scanPlan";
import type { Tally } from "./tally";

export interface Outcome {
  readonly layout: Layout;
  readonly plan: ScanPlan;
  readonly scan: Scan;
  readonly columns: readonly Column[];
  readonly encodingGuessed: boolean;
}

/** The columns of the file that were taken for numbers, with their counts. */
export const numberTallies = (outcome: Outcome) => talliesOf(outcome, (kind) => kind === "number");

/** The columns of the file whose kind is asked for, with their counts. */
export function talliesOf({ plan, scan }: Outcome, wanted: (kind: string) => boolean) {
  return plan.columns.flatMap((column, j) =>
    wanted(column.kind) ? [{ ...column, at: j, tally: scan.table.tallies[j] as Tally }] : [],
  );
}

const SHOWN = 6;

/** 'a, b and c', or the first six 'and 12 more'. */
export const shortList = (words: readonly string[]): readonly string[] =>
  words.length <= SHOWN ? words : [...words.slice(0, SHOWN), `${words.length - SHOWN} more`];
