/**
 * Pieces of text in, rows of cells out, each with the line on which it began. Papa Parse does the quoting. Line ends of all three
 * kinds, even mixed, become \n; blank lines are not rows.
 */
import Papa from "papaparse";
import { ImportError } from "./importError";
import { createLineCount, type LineCount } from "./lineCount";

export interface RowReader {
  push(text: string): void;
  /** Reads what is left; nothing may be pushed after it. */
  end(): void;
  /** The line of a quote that is never closed; what follows it was left out. 0 where there is none. */
  unclosed(): number;
  /** Rows in which text follows a closing quote, so that the cell's end is a guess. */
  readonly malformed: LineCount;
}

const LONGEST_ROW = 2 ** 24;

/** Calls onRow for each row, in order. Throws ImportError for a row of more than 16 million characters. O(text). */
export function createRowReader(delimiter: string, onRow: (cells: string[], line: number) => void): RowReader {
  const parser = new Papa.Parser({ delimiter, newline: "\n" });
  const malformed = createLineCount();
  let rest = "";
  let line = 1;
  let unclosed = 0;

  const read = (last: boolean) => {
    const quoted = rest.includes('"');
    const { data, errors, meta } = parser.parse(rest, 0, !last) as Papa.ParseResult<string[]>;
    rest = rest.slice(meta.cursor);
    const faulty = new Map(errors.map(({ row, code }) => [row, code]));
    for (let i = 0; i < data.length; i++) {
      const cells = data[i] as string[];
      if (faulty.size > 0 && faulty.get(i) === "MissingQuotes") unclosed = line;
      else if (cells.length > 1 || (cells[0] as string).trim() !== "") {
        if (faulty.has(i)) malformed.add(line);
        onRow(cells, line);
      }
      line += quoted ? 1 + newlines(cells) : 1;
    }
    if (!last && rest.length > LONGEST_ROW) {
      throw new ImportError(
        "row-too-long",
        `The row that begins on line ${line} has no end within 16 million characters. Check for a quote that is not closed there.`,
        line,
      );
    }
  };

  return {
    push(text) {
      const joined = rest + text;
      // A \r at the end may be half of a \r\n.
      const held = joined.endsWith("\r") ? "\r" : "";
      rest = withNewlines(held ? joined.slice(0, -1) : joined);
      read(false);
      rest += held;
    },
    end() {
      rest = withNewlines(rest);
      read(true);
    },
    unclosed: () => unclosed,
    malformed,
  };
}

const withNewlines = (text: string) => (text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);

function newlines(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) count++;
  }
  return count;
}
