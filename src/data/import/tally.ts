/** What a column's cells were, counted over the rows that were read; and what that makes the column. */
import { type CellKind, type DecimalMark, quickNumber, readCell } from "./cell";
import { createLineCount, type LineCount } from "./lineCount";

export interface Tally {
  numbers: number;
  grouped: number;
  readonly missing: LineCount;
  readonly infinite: LineCount;
  readonly text: LineCount;
  /** The first cell that is text, for the message. */
  firstText: string;
}

/** Nothing counted yet. */
export const createTally = (): Tally => ({
  numbers: 0,
  grouped: 0,
  missing: createLineCount(),
  infinite: createLineCount(),
  text: createLineCount(),
  firstText: "",
});

/** Counts a cell that is not a plain number, and returns its value: NaN unless it has one after all. */
export function tallyOdd(tally: Tally, cell: string, line: number, decimal: DecimalMark): number {
  const { kind, value } = readCell(cell, decimal);
  count(tally, kind, cell, line);
  return value;
}

/** Counts a cell of whatever kind and returns its value, NaN where it has none. */
export function tallyCell(tally: Tally, cell: string, line: number, decimal: DecimalMark): number {
  const value = quickNumber(cell, decimal);
  if (!Number.isFinite(value)) return tallyOdd(tally, cell, line, decimal);
  tally.numbers++;
  return value;
}

function count(tally: Tally, kind: CellKind, cell: string, line: number): void {
  if (kind === "number" || kind === "grouped") {
    tally.numbers++;
    if (kind === "grouped") tally.grouped++;
    return;
  }
  if (kind === "text" && tally.text.count === 0) tally.firstText = cell.trim().slice(0, 40);
  tally[kind].add(line);
}

/** 'number' where most cells that say something are numbers, 'empty' where none says anything, else 'text'. */
export function kindByMajority({ numbers, text }: Tally): "number" | "text" | "empty" {
  if (numbers === 0 && text.count === 0) return "empty";
  return numbers > text.count ? "number" : "text";
}

/** Cells that hold no finite number although the column is one of numbers. */
export const faults = ({ missing, infinite, text }: Tally): number => missing.count + infinite.count + text.count;
