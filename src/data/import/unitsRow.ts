/** A row under the header that says what the numbers are counted in: cm, kg, °C. */
import { type DecimalMark, readCell } from "./cell";
import { fits } from "./rowShape";
import { createTally, kindByMajority, tallyCell } from "./tally";

/** Letters, and the signs that units are written with; a unit has no spaces within and is short. */
const UNIT = /^[([]?[\p{L}%°µμ$€£/][\p{L}\d%°µμ$€£/^²³·*.⁻¹-]{0,11}[)\]]?$/u;
/** Fewer rows below do not show what the columns are. */
const LEAST_ROWS = 3;

/**
 * Whether the first of these rows names units: every column that is of numbers below has a short word or nothing there, and at least
 * half of them a word. O(cells).
 */
export function isUnitsRow(below: readonly (readonly string[])[], width: number, decimal: DecimalMark): boolean {
  const [first, ...rest] = below;
  const data = rest.filter((cells) => fits(cells, width));
  if (!first || !fits(first, width) || data.length < LEAST_ROWS) return false;
  const tallies = Array.from({ length: width }, createTally);
  for (const cells of data) for (const [j, tally] of tallies.entries()) tallyCell(tally, cells[j] ?? "", 0, decimal);
  const above = first
    .filter((_, j) => tallies[j] && kindByMajority(tallies[j]) === "number")
    .map((cell) => cell.trim());
  const kinds = above.map((cell) => readCell(cell, decimal).kind);
  const units = above.filter((cell, k) => kinds[k] === "text" && UNIT.test(cell)).length;
  return (
    units > 0 && 2 * units >= above.length && kinds.every((kind, k) => kind === "missing" || UNIT.test(above[k] ?? ""))
  );
}
