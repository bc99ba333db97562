/** The columns of a summary: their names and kinds, and the rows of the sample. */
import type { CategoryColumn, Column } from "../dataset";
import { array, type Fields, numbers, object, refuse, string } from "./check";

const MOST_COLUMNS = 1000;

export interface Kind {
  readonly name: string;
  readonly kind: "number" | "category";
}

/** Throws ImportError where a column is not described, two have one name, or none holds numbers. */
export function kindsOf(value: unknown): readonly Kind[] {
  const kinds = array(value, "columns").map(kindOf);
  if (kinds.length > MOST_COLUMNS) refuse("columns", `a list of at most ${MOST_COLUMNS}`);
  if (!kinds.some(({ kind }) => kind === "number")) refuse("columns", "a list with at least one number column");
  if (new Set(kinds.map(({ name }) => name)).size < kinds.length)
    refuse("columns", "a list in which no name comes twice");
  return kinds;
}

/** Throws ImportError for another length than `held`, for a number that is not finite, for a category that is not text. O(held × columns). */
export function sampleColumns(kinds: readonly Kind[], value: unknown, held: number): readonly Column[] {
  const lists = array(value, "sample.columns", kinds.length);
  return kinds.map(({ name, kind }, j) => {
    const field = `the sample of ${name}`;
    return kind === "number"
      ? { kind, name, values: numbers(lists[j], field, held) }
      : categoryOf(name, array(lists[j], field, held), field);
  });
}

function kindOf(value: unknown, j: number): Kind {
  const { name, kind }: Fields = object(value, `columns[${j}]`);
  if (kind !== "number" && kind !== "category") return refuse(`columns[${j}].kind`, '"number" or "category"');
  return { name: string(name, `columns[${j}].name`), kind };
}

function categoryOf(name: string, cells: readonly unknown[], field: string): CategoryColumn {
  const places = new Map<string, number>();
  const codes = Int32Array.from(cells, (cell, i) => {
    if (cell === null || cell === "") return -1;
    const level = string(cell, `entry ${i + 1} of ${field}`);
    const place = places.get(level) ?? places.size;
    places.set(level, place);
    return place;
  });
  return { kind: "category", name, levels: [...places.keys()], codes };
}
