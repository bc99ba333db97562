/** How the file was read: its encoding, delimiter, decimal mark and header. */
import type { Note } from "../dataset";
import { linesInWords, listInWords } from "./lineCount";
import { type Outcome, shortList } from "./outcome";

const DELIMITERS = { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars" } as const;

/** Always the format, and what was guessed or changed. O(columns). */
export function formatNotes(outcome: Outcome): readonly Note[] {
  const { plan, encodingGuessed } = outcome;
  const notes: Note[] = [
    {
      kind: "note",
      code: "format",
      text: `Read as ${plan.encoding}, cells separated by ${DELIMITERS[plan.delimiter]}.`,
    },
  ];
  if (encodingGuessed) {
    const text = `The file does not say its encoding and is not UTF-8; it was read as ${plan.encoding}. If letters look wrong, save it as UTF-8.`;
    notes.push({ kind: "warn", code: "encoding-guessed", text });
  }
  if (plan.decimal === ",") {
    notes.push({
      kind: "warn",
      code: "decimal-comma",
      text: "A comma was read as the decimal mark: 1,5 is one and a half.",
    });
  }
  return [...notes, ...commentNotes(outcome), ...headerNotes(outcome), ...unitNotes(outcome)];
}

function commentNotes({ layout: { preamble }, scan: { comments } }: Outcome): readonly Note[] {
  const parts = [
    ...(preamble.count > 0 ? [`above the table (${linesInWords(preamble)})`] : []),
    ...(comments.count > 0 ? [`inside it (${linesInWords(comments)})`] : []),
  ];
  if (parts.length === 0) return [];
  return [{ kind: "warn", code: "comments-skipped", text: `Comments and titles were skipped ${listInWords(parts)}.` }];
}

function unitNotes({ layout: { units }, plan: { columns } }: Outcome): readonly Note[] {
  const named = units.flatMap((unit, j) => (unit.trim() === "" ? [] : [`${columns[j]?.name} in ${unit.trim()}`]));
  if (named.length === 0) return [];
  const text = `The row under the header was read as units and not as data: ${listInWords(shortList(named))}.`;
  return [{ kind: "note", code: "units-row", text }];
}

function headerNotes({ layout: { header }, plan: { columns } }: Outcome): readonly Note[] {
  if (!header.present) {
    const text =
      "The first row looks like data, so no row was taken for names: the columns are called column 1, column 2 and so on.";
    return [{ kind: "warn", code: "no-header", text }];
  }
  const notes: Note[] = [];
  if (header.repeated.length > 0) {
    const text = `More than one column is called ${listInWords(shortList(header.repeated))}; a number was added to tell them apart.`;
    notes.push({ kind: "warn", code: "duplicate-header", text });
  }
  const unnamed = header.unnamed.filter((position) => columns[position - 1]?.kind !== "empty");
  if (unnamed.length > 0) {
    const text = `No name stands above column ${listInWords(shortList(unnamed.map(String)))}; it is called by its position.`;
    notes.push({ kind: "warn", code: "empty-header", text });
  }
  if (header.uneven) {
    const text = `The header does not have as many cells as the rows, which have ${columns.length}. Check that each name stands above its column.`;
    notes.push({ kind: "warn", code: "header-width", text });
  }
  return notes;
}
