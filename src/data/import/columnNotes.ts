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
    ...say("note", "row-numbers", "A label, since it only numbers the rows", fixed("row-number", "label")),
    ...say("note", "columns-ignored", "Left out, as you asked", fixed("said", "ignored")),
    ...say("warn", "too-many-columns", "Left out, beyond 1,024 columns of numbers", fixed("too-many", "ignored")),
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
