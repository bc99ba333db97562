/** Cells that hold no usable value, by reason, column and line. */
import type { Note } from "../dataset";
import { inWords, type LineCount, linesInWords, listInWords } from "./lineCount";
import { numberTallies, type Outcome, shortList, talliesOf } from "./outcome";
import type { Tally } from "./tally";

/** One note for each reason that occurred. O(columns). */
export function cellNotes(outcome: Outcome): readonly Note[] {
  const numbers = numberTallies(outcome);
  const text = talliesOf(outcome, (kind) => kind === "text" || kind === "category");
  const [odd] = numbers.filter(({ tally }) => tally.text.count > 0);
  return [
    ...say("warn", "missing-values", numbers, (tally) => tally.missing, "Cells without a value:"),
    ...say(
      "warn",
      "non-finite",
      numbers,
      (tally) => tally.infinite,
      "Cells that are infinite or too large, counted as missing:",
    ),
    ...say(
      "warn",
      "not-a-number",
      numbers,
      (tally) => tally.text,
      `Cells that are not numbers, such as “${odd?.tally.firstText ?? ""}”, counted as missing:`,
    ),
    ...say("note", "no-category", text, (tally) => tally.missing, "Cells without a value, whose rows are kept:"),
  ];
}

function say(
  kind: Note["kind"],
  code: string,
  columns: readonly { readonly name: string; readonly tally: Tally }[],
  which: (tally: Tally) => LineCount,
  opening: string,
): readonly Note[] {
  const met = columns.filter(({ tally }) => which(tally).count > 0);
  if (met.length === 0) return [];
  const parts = met.map(
    ({ name, tally }) => `${inWords(which(tally).count)} in ${name} (${linesInWords(which(tally))})`,
  );
  return [{ kind, code, text: `${opening} ${listInWords(shortList(parts))}.` }];
}
