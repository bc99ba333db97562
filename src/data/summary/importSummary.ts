/** A summary file in, a dataset out: exact moments of all rows that were used, and a sample of them for the pictures. */
import type { Dataset, Note } from "../dataset";
import { createHash } from "../import/fnv1a";
import { ImportError } from "../import/importError";
import { inWords } from "../import/lineCount";
import type { ImportOptions } from "../import/options";
import { type Fields, numbers, object, refuse, string, whole } from "./check";
import { comomentOf } from "./comoment";
import { parseJson, textOf } from "./parseJson";
import { kindsOf, sampleColumns } from "./sampleColumns";
import { refuseOtherRows } from "./sampleFits";

const VERSION = 1;
const MOST_SAMPLED = 50_000;

/** README.md beside this describes the file. The same text always gives the same dataset. Throws ImportError, and nothing else, where it gives none. O(bytes). */
export async function importSummary(input: Blob | string, options: ImportOptions): Promise<Dataset> {
  const text = (await textOf(input)).replace(/^\uFEFF/, "");
  const file = object(parseJson(text), "the whole");
  refuseOtherFormats(file);
  const rows = whole(file.rows, "rows", 2);
  const dropped = whole(file.dropped ?? 0, "dropped", 0);
  const kinds = kindsOf(file.columns);
  const features = kinds.flatMap(({ kind, name }) => (kind === "number" ? [name] : []));
  const mean = numbers(file.mean, "mean", features.length);
  const moments = { n: rows, mean, comoment: comomentOf(file.comoment, features, rows, mean) };
  const sample = object(file.sample, "sample");
  const held = whole(sample.rows, "sample.rows", 1, Math.min(rows, MOST_SAMPLED));
  const columns = sampleColumns(kinds, sample.columns, held);
  refuseOtherRows(columns, moments);
  const colour = string(file.colour ?? "", "colour");
  if (colour !== "" && !kinds.some(({ kind, name }) => kind === "category" && name === colour))
    refuse("colour", "the name of a category column");
  return {
    id: options.id ?? identity(text, options.name),
    name: string(file.name, "name") || options.name,
    source: options.source ?? (string(file.source ?? "", "source") || "your file"),
    licence: options.licence ?? "",
    rows,
    held,
    columns,
    moments,
    colour,
    target: "",
    notes: notesOf(rows, held, dropped),
  };
}

function refuseOtherFormats({ format, version }: Fields): void {
  if (format !== "eigenscope-summary") refuse("format", '"eigenscope-summary"');
  if (whole(version, "version", 1) > VERSION)
    throw new ImportError(
      "damaged-summary",
      `This summary file has version ${version}; this page reads version ${VERSION}. Reload the page to get a newer one.`,
    );
}

function notesOf(rows: number, held: number, dropped: number): readonly Note[] {
  const points = held < rows ? `the points are a sample of ${inWords(held)}` : "the points are all of them";
  const made = `Made by Copy as Dask from ${inWords(rows)} rows; ${points}.`;
  const note: Note = { kind: "note", code: "summary", text: made };
  if (dropped === 0) return [note];
  const left = `${inWords(dropped)} ${dropped === 1 ? "row was" : "rows were"} dropped: no number in every column.`;
  return [note, { kind: "warn", code: "rows-dropped", text: left }];
}

/** As a table's: the contents' hash, and the name for people. */
function identity(text: string, name: string): string {
  const hash = createHash();
  hash.update(new TextEncoder().encode(text));
  const short = name.replace(/\.[^.]*$/, "").replace(/[^\p{L}\p{N}]+/gu, "-");
  return `file:${Array.from(short).slice(0, 24).join("").toLowerCase()}:${hash.digest()}`;
}
