/** Whether 1,5 or 1.5 is how this file writes one and a half. */
import { type DecimalMark, plainNumber } from "./cell";

/** Cells that are numbers under one decimal mark only, and those such as 1,234 that both could claim. */
export interface DecimalEvidence {
  comma: number;
  dot: number;
  either: number;
}

/** Nothing seen yet. */
export const noDecimalEvidence = (): DecimalEvidence => ({ comma: 0, dot: 0, either: 0 });

const COMMA_NUMBER = /^[+-]?(\d+|\d{1,3}(\.\d{3})+),\d+([eE][+-]?\d+)?$/;
const THOUSANDS = /^[+-]?\d{1,3}(,\d{3})+$/;

/** Adds what one cell tells; a plain whole number tells nothing. O(length). */
export function weighDecimal(evidence: DecimalEvidence, cell: string): void {
  const text = cell.trim();
  if (THOUSANDS.test(text)) evidence.either++;
  else if (COMMA_NUMBER.test(text)) evidence.comma++;
  else if (text.includes(".") && !Number.isNaN(plainNumber(text.replaceAll(",", "")))) evidence.dot++;
}

/**
 * The mark that more cells need. Where none tells, a file that separates by semicolons does so because its comma is taken, and
 * anywhere else 1,234 is thousands.
 */
export function decideDecimal({ comma, dot, either }: DecimalEvidence, delimiter: string): DecimalMark {
  if (comma !== dot) return comma > dot ? "," : ".";
  return delimiter === ";" && either > 0 && dot === 0 ? "," : ".";
}
