/** How the text is laid out as a table, guessed from its first part; the pass over the whole file confirms or corrects it. */
import type { DecimalMark } from "./cell";
import { type ColumnPlan, planColumns } from "./columnPlan";
import { decideDecimal, noDecimalEvidence, weighDecimal } from "./decimalMark";
import { type Delimiter, detectDelimiter } from "./delimiter";
import { findHeader, type Header } from "./header";
import { ImportError } from "./importError";
import { createLineCount, type LineCount } from "./lineCount";
import type { ImportOptions } from "./options";
import { createRowReader } from "./rowReader";
import { commonWidth, fits, isPreamble, startsComment } from "./rowShape";
import { createTally, type Tally, tallyCell } from "./tally";
import { isUnitsRow } from "./unitsRow";

export interface Layout {
  readonly delimiter: Delimiter;
  readonly decimal: DecimalMark;
  /** False where no cell of the first part tells the decimal mark. */
  readonly decimalSeen: boolean;
  /** Rows before the first one of data: comments, titles and the header. */
  readonly skip: number;
  /** The lines of comments and titles above the table. */
  readonly preamble: LineCount;
  readonly header: Header;
  /** What the row under the header says each column is counted in; empty where there is no such row. */
  readonly units: readonly string[];
  readonly columns: readonly ColumnPlan[];
}

/** `prefix` is the file's first part, or the whole of it. Throws ImportError where there is no row of data in it. O(prefix). */
export function detectLayout(prefix: string, whole: boolean, options: ImportOptions): Layout {
  if (prefix.trim() === "") {
    throw new ImportError("empty-file", "The file is empty. Choose a CSV file with a header and at least two rows.");
  }
  const delimiter = options.delimiter ?? detectDelimiter(prefix, whole);
  const { rows, lines } = readRows(prefix, delimiter, whole);
  const width = commonWidth(rows.filter((cells) => !startsComment(cells)));
  const start = rows.findIndex((cells) => !isPreamble(cells, width));
  const [first, ...below] = start < 0 ? [] : rows.slice(start);
  if (!first) throw new ImportError("no-rows", "The file holds only comments. Choose a file with at least two rows.");
  const data = below.filter((cells) => fits(cells, width));

  const evidence = noDecimalEvidence();
  for (const cells of [first, ...data]) for (const cell of cells) weighDecimal(evidence, cell);
  const decimal = options.decimal ?? decideDecimal(evidence, delimiter);
  const header = findHeader(first, tallies(data, width, decimal), decimal, options.header);
  const units = header.present && isUnitsRow(below, width, decimal);
  const used = header.present ? data.slice(units ? 1 : 0) : [first, ...data];
  if (used.length === 0) {
    if (!whole) refuseLongRow((lines.at(-1) ?? 0) + 1);
    const message = "The file has a header and no rows under it. Choose a file with at least two rows of numbers.";
    throw new ImportError("no-rows", message, lines[start]);
  }
  const preamble = createLineCount();
  for (const line of lines.slice(0, start)) preamble.add(line);
  return {
    delimiter,
    decimal,
    decimalSeen: options.decimal !== undefined || evidence.comma + evidence.dot > 0,
    skip: start + (header.present ? 1 : 0) + (units ? 1 : 0),
    units: units ? (below[0] ?? []) : [],
    preamble,
    header,
    columns: planColumns(header, tallies(used, width, decimal), used, options),
  };
}

function readRows(prefix: string, delimiter: Delimiter, whole: boolean) {
  const rows: string[][] = [];
  const lines: number[] = [];
  const reader = createRowReader(delimiter, (cells, line) => {
    rows.push(cells);
    lines.push(line);
  });
  reader.push(prefix);
  if (whole) reader.end();
  else if (rows.length === 0) refuseLongRow(1);
  return { rows, lines };
}

function refuseLongRow(line: number): never {
  throw new ImportError(
    "row-too-long",
    `Line ${line} has no end within the first megabyte of the file. Check for a quote that is not closed there, or choose a table with fewer columns.`,
    line,
  );
}

function tallies(rows: readonly (readonly string[])[], width: number, decimal: DecimalMark): readonly Tally[] {
  const columns = Array.from({ length: width }, createTally);
  for (const cells of rows) {
    for (const [j, tally] of columns.entries()) tallyCell(tally, cells[j] ?? "", 0, decimal);
  }
  return columns;
}
