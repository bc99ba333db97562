/** A dataset's held rows as a CSV file that a spreadsheet can open without running anything. */
import type { Column, Dataset } from "./dataset";
import { guarded } from "./import/apostrophe";
import { plainNumber } from "./import/cell";

/**
 * RFC 4180 with a header and \n between rows. Numbers are written so that they read back to the last bit; text that a spreadsheet
 * would take for a formula gets a leading apostrophe, which the importer takes off again. With `only`, the rows where it has 1. O(held × columns).
 */
export function exportCsv(
  { columns, held }: Pick<Dataset, "columns" | "held">,
  only: Uint8Array | null = null,
): string {
  const writers = columns.map(cellsOf);
  const lines = [columns.map(({ name }) => text(name)).join(",")];
  for (let i = 0; i < held; i++) if (!only || only[i] === 1) lines.push(writers.map((cell) => cell(i)).join(","));
  return `${lines.join("\n")}\n`;
}

function cellsOf(column: Column): (row: number) => string {
  if (column.kind === "number") return (row) => String(column.values[row]);
  if (column.kind === "label") return (row) => text(column.values[row] ?? "");
  const levels = column.levels.map(text);
  return (row) => levels[column.codes[row] ?? -1] ?? "";
}

const NEEDS_QUOTES = /[",\n\r]|^\s|\s$/;

function text(cell: string): string {
  const safe = Number.isNaN(plainNumber(cell)) ? guarded(cell) : cell;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
