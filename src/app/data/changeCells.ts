/** The reader's own changes to the table; each is one undo step. The file and the dataset that came of it stay as they are. */
import { editCell } from "../../data/edits";
import { commit } from "../../state/history";
import { MOST_EDITS, PARAMETERS } from "../../state/parameters";
import { store, update } from "../../state/store";
import { parseNumber } from "../../ui/parseNumber";
import { cellText } from "./cellText";

/** Letters that a link carries of one cell. */
const LONGEST = 500;
const FULL = `${MOST_EDITS.toLocaleString("en")} cells have been changed, as many as a link can carry. Export the table as CSV and read that, to go on.`;

/** Puts what was typed into a cell. '' where that went well, else the sentence that says why not. */
export function changeCell(row: number, column: number, typed: string): string {
  const { loaded, data } = store.getState();
  const original = loaded.dataset?.columns[column];
  if (!loaded.dataset || !original) return "There is no such cell any more.";
  const read = original.kind === "number" ? parseCell(typed) : parseText(typed);
  if (!read.ok) return read.message;
  const standing = data.edits.find(([r, c]) => r === row && c === column);
  const rest = data.edits.filter(([r, c]) => r !== row || c !== column);
  const asBefore = row < loaded.dataset.held && same(read.value, original, row);
  if (standing ? standing[2] === read.value : asBefore) return "";
  if (!asBefore && rest.length >= MOST_EDITS) return FULL;
  commit(() => update("data", { edits: asBefore ? rest : editCell(data.edits, row, column, read.value) }));
  return "";
}

/** Puts a row of means under the last one. '' where that went well, else why not. */
export function addRow(): string {
  const added = store.getState().data.added + 1;
  if (PARAMETERS.data.added.parse(added) === undefined)
    return `${(added - 1).toLocaleString("en")} rows have been added, as many as a link can carry. Export the table as CSV and read that, to go on.`;
  commit(() => update("data", { added }));
  return "";
}

/** The dataset as it came. */
export const dropChanges = (): void => commit(() => update("data", { edits: [], added: 0 }));

/** Components need a number in each row, so an empty cell is refused too. */
function parseCell(typed: string) {
  const read = parseNumber(typed);
  if (read.ok) return read;
  const why = typed.trim() === "" ? "A column of numbers has one in each row." : read.message;
  return { ok: false, message: `${why} Type a number such as 2.5, or press Escape to keep what was there.` } as const;
}

function parseText(typed: string) {
  const value = typed.trim();
  return value.length <= LONGEST
    ? ({ ok: true, value } as const)
    : ({
        ok: false,
        message: `A cell holds at most ${LONGEST} letters, and this has ${value.length}. Shorten it, or press Escape to keep what was there.`,
      } as const);
}

const same = (value: number | string, column: Parameters<typeof cellText>[0], row: number) =>
  column.kind === "number" ? column.values[row] === value : cellText(column, row) === value;
