/** Whether the first row names the columns, and the names that it gives. */
import type { DecimalMark } from "./cell";
import { readCell } from "./cell";
import { type HeaderNames, headerNames } from "./headerNames";
import { kindByMajority, type Tally } from "./tally";

export interface Header extends HeaderNames {
  readonly present: boolean;
  /** The first row has more or fewer names than the table has columns. */
  readonly uneven: boolean;
}

/**
 * A row of names has text above a column of numbers, or no number at all. `below` are the counts of the rows under it; `said`, where
 * the user has said it, decides. O(columns).
 */
export function findHeader(
  first: readonly string[],
  below: readonly Tally[],
  decimal: DecimalMark,
  said: boolean | undefined,
): Header {
  const cells = aligned(first, below);
  const kinds = cells.map((cell) => readCell(cell, decimal).kind);
  const contradicts = kinds.some((kind, j) => kind === "text" && below[j] && kindByMajority(below[j]) === "number");
  const present = said ?? (contradicts || kinds.every((kind) => kind === "text" || kind === "missing"));
  const names = present ? cells.slice(0, below.length) : below.map(() => "");
  const uneven = present && first.filter((cell, j) => j < below.length || cell.trim() !== "").length !== below.length;
  return { ...headerNames(names), present, uneven };
}

/** R leaves out the name of the column that names the rows, so its header is one short. */
function aligned(first: readonly string[], below: readonly Tally[]): readonly string[] {
  const last = below.at(-1);
  const short = first.length === below.length - 1 && last !== undefined && kindByMajority(last) !== "empty";
  const cells = short ? ["", ...first] : first;
  return below.map((_, j) => cells[j] ?? "");
}
