/** What the importer found and did, in sentences: how the file was read, which columns came in, which cells and rows did not. */
import type { Note } from "../dataset";
import { cellNotes } from "./cellNotes";
import { columnNotes } from "./columnNotes";
import { formatNotes } from "./formatNotes";
import type { Outcome } from "./outcome";
import { rowNotes } from "./rowNotes";

/** In the order in which a reader asks. 'warn' means that something was left out or guessed. */
export function importNotes(outcome: Outcome): readonly Note[] {
  return [...formatNotes(outcome), ...columnNotes(outcome), ...cellNotes(outcome), ...rowNotes(outcome)];
}
