/** The dataset of a finished pass. */
import type { Column, Dataset } from "../dataset";
import { ImportError } from "./importError";
import { indicatorNames } from "./indicators";
import { inWords, linesInWords, listInWords } from "./lineCount";
import { importNotes } from "./notes";
import { choicesInWords, type ImportOptions } from "./options";
import { numberTallies, type Outcome, shortList } from "./outcome";
import { faults } from "./tally";

/** Throws ImportError where fewer than two rows are left. O(held × columns). */
export function assemble(found: Omit<Outcome, "columns">, options: ImportOptions): Dataset {
  const { table } = found.scan;
  const columns = columnsOf(found);
  const outcome: Outcome = { ...found, columns };
  refuseTooFewRows(outcome);
  return {
    id: options.id ?? identity(outcome, options),
    name: options.name,
    source: options.source ?? "your file",
    licence: options.licence ?? "",
    rows: table.used,
    held: table.order.length,
    columns,
    moments: table.moments,
    colour: colourOf(columns, options.colour),
    target: columns.some(({ kind, name }) => kind === "number" && name === options.target)
      ? (options.target ?? "")
      : "",
    notes: importNotes(outcome),
  };
}

function columnsOf({ plan, scan: { table } }: Omit<Outcome, "columns">): readonly Column[] {
  let k = 0;
  const numbers = (name: string): Column => {
    const held = table.numbers[k++] as readonly number[];
    return { kind: "number", name, values: Float64Array.from(table.order, (place) => held[place] as number) };
  };
  const own = plan.columns.flatMap(({ name, kind }, j): readonly Column[] => {
    if (kind === "empty" || kind === "ignored" || kind === "one-hot") return [];
    const text = table.texts.get(j);
    if (kind !== "number") return text ? [text.finish(name, kind, table.order)] : [];
    return [numbers(name)];
  });
  return [...own, ...indicatorNames(plan.columns, new Set(own.map(({ name }) => name))).map(numbers)];
}

function refuseTooFewRows(outcome: Outcome): void {
  const { table, read, ragged, unclosed } = outcome.scan;
  if (table.used >= 2) return;
  if (table.gaps.count > 0) {
    const names = listInWords(shortList(numberTallies(outcome).flatMap((c) => (faults(c.tally) > 0 ? [c.name] : []))));
    throw new ImportError(
      "no-complete-rows",
      `Only ${table.used} of ${inWords(read)} rows have a number in every column; values are missing in ${names}. Fill them with column means, or leave those columns out.`,
      table.gaps.first[0],
    );
  }
  const few = `The table has ${table.used} row${table.used === 1 ? "" : "s"} and needs at least two`;
  const refuse = (why: string, line?: number): never => {
    throw new ImportError("too-few-rows", `${few}${why}`, line);
  };
  if (unclosed > 0)
    refuse(
      `; the quote on line ${unclosed} is never closed, and all after it was left out. Close that quote.`,
      unclosed,
    );
  if (ragged.count > 0) {
    const width = outcome.plan.columns.length;
    const cells = `${width} cell${width === 1 ? "" : "s"}`;
    refuse(`; left out for not having ${cells}: ${linesInWords(ragged)}. Give each row ${cells}.`, ragged.first[0]);
  }
  refuse(". Add rows, or choose a file with more of them.");
}

/** The usual range for telling classes apart by colour. */
const MOST_COLOURS = 20;

function colourOf(columns: readonly Column[], asked: string | undefined): string {
  const categories = columns.filter((column) => column.kind === "category");
  if (asked !== undefined) return categories.find(({ name }) => name === asked)?.name ?? "";
  return categories.find(({ levels }) => levels.length >= 2 && levels.length <= MOST_COLOURS)?.name ?? "";
}

/** The contents' hash, with the choices that change the values; the name is there for people. */
function identity({ scan: { hash } }: Outcome, options: ImportOptions): string {
  const choices = choicesInWords(options);
  if (choices !== "") hash.update(new TextEncoder().encode(choices));
  const short = options.name.replace(/\.[^.]*$/, "").replace(/[^\p{L}\p{N}]+/gu, "-");
  return `file:${Array.from(short).slice(0, 24).join("").toLowerCase()}:${hash.digest()}`;
}
