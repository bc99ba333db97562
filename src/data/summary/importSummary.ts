/** A summary file in, a dataset out: exact moments of all rows that were used, and a sample of them for the pictures. */
import type { CategoryColumn, Column, Dataset } from "../dataset";
import { createHash } from "../import/fnv1a";
import { ImportError } from "../import/importError";
import { inWords } from "../import/lineCount";
import type { ImportOptions } from "../import/options";
import { array, type Fields, numbers, object, refuse, string, whole } from "./check";
import { comomentOf } from "./comoment";

const VERSION = 1;
const MOST_SAMPLED = 50_000;
const MOST_COLUMNS = 1000;

/** The same text always gives the same dataset. Throws ImportError, and nothing else, where it gives none. O(bytes). */
export async function importSummary(input: Blob | string, options: ImportOptions): Promise<Dataset> {
  const text = (typeof input === "string" ? input : await textOf(input)).replace(/^\uFEFF/, "");
  const file = object(parsed(text), "the whole");
  if (file.format !== "eigenscope-summary") refuse("format", '"eigenscope-summary"');
  if (whole(file.version, "version", 1) > VERSION)
    throw new ImportError(
      "damaged-summary",
      `This summary file has version ${file.version}; this page reads version ${VERSION}. Reload the page to get a newer one.`,
    );
  const rows = whole(file.rows, "rows", 2);
  const dropped = whole(file.dropped ?? 0, "dropped", 0);
  const kinds = array(file.columns, "columns").map(kindOf);
  refuseNames(kinds);
  const features = kinds.flatMap(({ kind, name }) => (kind === "number" ? [name] : []));
  const mean = numbers(file.mean, "mean", features.length);
  const comoment = comomentOf(file.comoment, features);
  const sample = object(file.sample, "sample");
  const held = whole(sample.rows, "sample.rows", 1, Math.min(rows, MOST_SAMPLED));
  const values = array(sample.columns, "sample.columns", kinds.length);
  const columns = kinds.map((kind, j) => columnOf(kind, values[j], held));
  const colour = string(file.colour ?? "", "colour");
  if (colour !== "" && !kinds.some(({ kind, name }) => kind === "category" && name === colour))
    refuse("colour", "the name of a category column");
  const hash = createHash();
  hash.update(new TextEncoder().encode(text));
  return {
    id: options.id ?? `summary:${hash.digest()}`,
    name: string(file.name, "name") || options.name,
    source: options.source ?? string(file.source ?? "", "source"),
    licence: options.licence ?? "",
    rows,
    held,
    columns,
    moments: { n: rows, mean, comoment },
    colour,
    target: "",
    notes: [
      {
        kind: "note",
        code: "summary",
        text: `Made by Copy as Dask from ${inWords(rows)} rows; the points are a sample of ${inWords(held)}.`,
      },
      ...(dropped > 0
        ? [
            {
              kind: "warn",
              code: "rows-dropped",
              text: `${inWords(dropped)} rows without a finite number in every column were left out.`,
            } as const,
          ]
        : []),
    ],
  };
}

async function textOf(file: Blob): Promise<string> {
  try {
    return await file.text();
  } catch {
    throw new ImportError(
      "unreadable",
      "The file could not be read to its end; it may have been moved or changed. Choose it again.",
    );
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (reason) {
    const place = /position (\d+)/.exec(String(reason))?.[1];
    const line = place === undefined ? undefined : text.slice(0, Number(place)).split("\n").length;
    throw new ImportError(
      "damaged-summary",
      `This summary file is broken JSON${line === undefined ? "" : ` on line ${line}`}; it may be cut short. Make the file again with Copy as Dask.`,
      line,
    );
  }
}

interface Kind {
  readonly name: string;
  readonly kind: "number" | "category";
}

function kindOf(value: unknown, j: number): Kind {
  const { name, kind }: Fields = object(value, `columns[${j}]`);
  if (kind !== "number" && kind !== "category") refuse(`columns[${j}].kind`, '"number" or "category"');
  return { name: string(name, `columns[${j}].name`), kind: kind as Kind["kind"] };
}

function refuseNames(kinds: readonly Kind[]): void {
  if (kinds.length > MOST_COLUMNS) refuse("columns", `a list of at most ${MOST_COLUMNS}`);
  if (!kinds.some(({ kind }) => kind === "number")) refuse("columns", "a list with at least one number column");
  if (new Set(kinds.map(({ name }) => name)).size < kinds.length)
    refuse("columns", "a list in which no name comes twice");
}

function columnOf({ name, kind }: Kind, value: unknown, held: number): Column {
  const field = `the sample of ${name}`;
  return kind === "number"
    ? { kind, name, values: numbers(value, field, held) }
    : categoryOf(name, array(value, field, held), field);
}

function categoryOf(name: string, cells: readonly unknown[], field: string): CategoryColumn {
  const places = new Map<string, number>();
  const codes = Int32Array.from(cells, (cell, i) => {
    if (cell === null || cell === "") return -1;
    const level = string(cell, `entry ${i + 1} of ${field}`);
    if (!places.has(level)) places.set(level, places.size);
    return places.get(level) as number;
  });
  return { kind: "category", name, levels: [...places.keys()], codes };
}
