/** What each column is taken for. */

import { MOST_WITH_COMOMENT } from "../dataset";
import { cellText } from "./cellText";
import type { Header } from "./header";
import type { ColumnRole, ImportOptions } from "./options";
import { isRowNumber } from "./rowNumbers";
import { kindByMajority, type Tally } from "./tally";

/** 'text' becomes a category or a label once its values are known; 'empty' and 'ignored' columns are left out. */
export type ColumnKind = ColumnRole | "text" | "empty";

export interface ColumnPlan {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Why it is not for the cells alone to say: the user said so, it numbers the rows, or it is one too many. */
  readonly fixed: "" | "said" | "row-number" | "too-many";
  /** Of a 'one-hot' column: the values known so far, each a column of its own. */
  readonly levels?: readonly string[];
}

/** Kinds from the first part's counts, the user's word first. O(cells). */
export function planColumns(
  { names, present, unnamed }: Header,
  tallies: readonly Tally[],
  rows: readonly (readonly string[])[],
  { roles, colour = "" }: ImportOptions,
): readonly ColumnPlan[] {
  const plans = names.map((name, j): ColumnPlan => {
    const role = roles?.get(name) ?? (name === colour ? "category" : undefined);
    if (role === "one-hot")
      return { name, kind: role, fixed: "said", levels: levelsOf(rows.map((cells) => cells[j] ?? "")) };
    if (role) return { name, kind: role, fixed: "said" };
    return { name, kind: kindByMajority(tallies[j] as Tally), fixed: "" };
  });
  const numbersRows = plans.map(
    ({ name, kind, fixed }, j) =>
      present &&
      kind === "number" &&
      fixed === "" &&
      isRowNumber(
        unnamed.includes(j + 1) ? "" : name,
        rows.map((cells) => cells[j] ?? ""),
      ),
  );
  // A table of nothing but row numbers is better read as numbers than refused.
  if (!plans.some(({ kind }, j) => kind === "number" && !numbersRows[j])) return plans;
  return plans.map((plan, j) => (numbersRows[j] ? { ...plan, kind: "label", fixed: "row-number" } : plan));
}

/** The same columns but for the numbers that with `others` beside them exceed MOST_WITH_COMOMENT: what is left of a table both too wide and too long. O(columns). */
export function limitedPlan(plans: readonly ColumnPlan[], others: number): readonly ColumnPlan[] {
  let numbers = others;
  return plans.map((plan) => {
    if (plan.kind === "number" && ++numbers > MOST_WITH_COMOMENT)
      return { ...plan, kind: "ignored", fixed: "too-many" };
    return plan;
  });
}

/** Values of a category, each once, in the order in which they come. */
const levelsOf = (cells: readonly string[]) => [...new Set(cells.map(cellText).filter((text) => text !== ""))];

/** The columns as the counts over all rows make them; the same list where nothing changes. O(columns). */
export function correctedPlan(columns: readonly ColumnPlan[], tallies: readonly Tally[]): readonly ColumnPlan[] {
  const corrected = columns.map((plan, j) => {
    const kind = kindByMajority(tallies[j] as Tally);
    return plan.fixed !== "" || plan.kind === kind ? plan : { ...plan, kind };
  });
  return corrected.every((plan, j) => plan === columns[j]) ? columns : corrected;
}
