/** Which character separates the cells. */
import { isMissing, readCell } from "./cell";
import { createRowReader } from "./rowReader";
import { commonWidth, startsComment } from "./rowShape";

const CANDIDATES = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof CANDIDATES)[number];
const ROWS = 200;

/**
 * The candidate under which most rows have the same width, of two or more, and most cells that say something are numbers; a comma
 * where none gives two columns. O(prefix).
 */
export function detectDelimiter(prefix: string, whole: boolean): Delimiter {
  let best: Delimiter = ",";
  let bestScore = 0;
  for (const delimiter of CANDIDATES) {
    if (!prefix.includes(delimiter)) continue;
    const { rows, faulty } = firstRows(prefix, delimiter, whole);
    // Under a wrong delimiter quotes do not close where cells end, and swallow the rows that would speak against it.
    const score = fitness(rows) / (faulty ? 10 : 1);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

function firstRows(prefix: string, delimiter: Delimiter, whole: boolean) {
  const rows: string[][] = [];
  const reader = createRowReader(delimiter, (cells) => {
    if (rows.length < ROWS && !startsComment(cells)) rows.push(cells);
  });
  reader.push(prefix);
  if (whole) reader.end();
  return { rows, faulty: reader.unclosed() > 0 || reader.malformed.count > 0 };
}

function fitness(rows: readonly (readonly string[])[]): number {
  const width = commonWidth(rows);
  if (width < 2) return 0;
  const regular = rows.filter((cells) => cells.length === width);
  // An empty cell speaks for nothing: a sign at the start of each line would otherwise make a column of them.
  const speaking = regular.flat().filter((cell) => !isMissing(cell));
  const numbers = speaking.filter(isNumberEitherWay).length;
  return (regular.length / rows.length) * (1 + numbers / Math.max(1, speaking.length));
}

const isNumberEitherWay = (cell: string) =>
  readCell(cell, ".").kind !== "text" || readCell(cell, ",").kind === "number";
