/** What each column was taken for, and which were left out. */
import type { Column, Note } from "../dataset";
import { inWords, listInWords } from "./lineCount";
import { numberTallies, type Outcome, shortList, talliesOf } from "./outcome";

/** One note for each kind or exception that occurred. O(columns). */
export function columnNotes(outcome: Outcome): readonly Note[] {
  const { columns, scan, layout } = outcome;
  const named = (kind: Column["kind"]) => columns.filter((column) => column.kind === kind).map(({ name }) => name);
  const numbers = named("number");
  const constant = numbers.filter((_, k) => scan.table.constant[k]);
  const empty = talliesOf(outcome, (kind) => kind === "empty").filter(
    ({ at }) => !layout.header.unnamed.includes(at + 1),
  );
  const fixed = (why: string, kind: string) =>
    outcome.plan.columns.filter((column) => column.fixed === why && column.kind === kind).map(nameOf);
  return [
    ...say("note", "categories", "Read as categories", named("category")),
    ...say("note", "labels", "Read as labels", named("label")),
    ...looksNotes(outcome),
    ...say("note", "one-hot", "A column of 0 and 1 for each value, as you asked", fixed("said", "one-hot")),
    ...say("note", "row-numbers", "A label, since it only numbers the rows", fixed("row-number", "label")),
    ...say("note", "columns-ignored", "Left out, as you asked", fixed("said", "ignored")),
    ...say(
      "warn",
      "too-many-columns",
      "Left out, since so many rows of more than 1,024 columns of numbers cannot be held",
      fixed("too-many", "ignored"),
    ),
    ...say("warn", "empty-column", "Left out, with no value in any row", empty.map(nameOf)),
    ...say("warn", "constant-column", "The same in every row, so standardising leaves it out", constant),
    ...mixedNotes(outcome),
    ...(numbers.length === 1
      ? [
          {
            // Beside a label it is what a short list looks like; alone it may be a delimiter missed.
            kind: columns.length === 1 ? "warn" : "note",
            code: "one-column",
            text: `Only ${numbers[0]} holds numbers, so there is one component and nothing to compare it with.`,
          } as const,
        ]
      : []),
    ...groupedNotes(outcome),
  ];
}

const nameOf = ({ name }: { readonly name: string }) => name;

function say(kind: Note["kind"], code: string, opening: string, names: readonly string[]): readonly Note[] {
  return names.length === 0 ? [] : [{ kind, code, text: `${opening}: ${listInWords(shortList(names))}.` }];
}

/** What a column of text looks like, where that tells the reader why it is none of numbers. */
function looksNotes({ columns }: Outcome): readonly Note[] {
  const looking = (like: RegExp) =>
    columns.flatMap((column) => {
      const values = column.kind === "label" ? column.values : column.kind === "category" ? column.levels : [];
      const filled = values.filter((value) => value !== "");
      return filled.length > 0 && filled.every((value) => like.test(value))
        ? [{ name: column.name, such: filled[0] }]
        : [];
    });
  const names = (some: readonly { readonly name: string }[]) => some.map(nameOf);
  const marked = looking(MARKED);
  return [
    ...say("note", "dates", "Dates and times, so no numbers", names(looking(DATE))),
    ...say("note", "booleans", "Yes or no, so categories", names(looking(BOOLEAN))),
    ...(marked.length === 0
      ? []
      : [
          {
            kind: "warn",
            code: "marked-numbers",
            text: `Read as text, since each number has a sign or a unit beside it, such as “${marked[0]?.such}”: ${listInWords(shortList(names(marked)))}. Take the signs out to use them as numbers.`,
          } as const,
        ]),
  ];
}

const DATE =
  /^(\d{4}[-/.]\d{1,2}([-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}\.? \p{L}{3,9}\.? \d{4}|\p{L}{3,9}\.? \d{1,2},? \d{4})?([T ]?\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?( ?[AaPp]\.?[Mm]\.?)?)?( ?(Z|[+-]\d{2}:?\d{2}))?$/u;
const BOOLEAN = /^(true|false|yes|no|t|f|y|n)$/i;
const MARKED = /^([$€£¥] ?[+-]?[\d.,]+|[+-]?[\d.,]*\d[\d.,]* ?(%|‰|[$€£¥]|°[CF]?|[\p{L}µμ]{1,3}[²³]?))$/u;

/** Text with numbers among it: the majority decided, and the reader should know. */
function mixedNotes(outcome: Outcome): readonly Note[] {
  return talliesOf(outcome, (kind) => kind === "text")
    .filter(({ tally }) => tally.numbers > 0)
    .map(({ name, tally }) => ({
      kind: "warn",
      code: "mixed-column",
      text: `${name} was read as text: ${inWords(tally.numbers)} of its cells are numbers and ${inWords(tally.text.count)} are not.`,
    }));
}

function groupedNotes(outcome: Outcome): readonly Note[] {
  const grouped = numberTallies(outcome).filter(({ tally }) => tally.grouped > 0);
  if (grouped.length === 0) return [];
  const [read, value] = outcome.plan.decimal === "." ? ["1,234", "1234"] : ["1.234", "1234"];
  const names = listInWords(shortList(grouped.map(nameOf)));
  return [
    {
      kind: "warn",
      code: "grouped-numbers",
      text: `Thousands are set apart in ${names}: ${read} was read as ${value}.`,
    },
  ];
}
