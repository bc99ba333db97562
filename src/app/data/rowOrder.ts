/** In which order the table shows the held rows. */
import type { Column, Dataset } from "../../data/dataset";

export interface Sorting {
  /** Index among the dataset's columns. */
  readonly column: number;
  readonly down: boolean;
}

/** What a press on a column's head makes of the order: up, then down, then as in the file. */
export function nextSorting(now: Sorting | null, column: number): Sorting | null {
  if (now?.column !== column) return { column, down: false };
  return now.down ? null : { column, down: true };
}

/**
 * Held rows, top to bottom: those in `first` before the others, each part by the column's values. Empty cells come last in both
 * directions, and rows that are equal keep the file's order. O(held · log held).
 */
export function rowOrder(data: Dataset, sorting: Sorting | null, first: Uint8Array | null): Int32Array {
  const order = Int32Array.from({ length: data.held }, (_, row) => row);
  const column = sorting ? data.columns[sorting.column] : undefined;
  const compare = column && comparing(column, sorting?.down ?? false);
  if (!compare && !first) return order;
  return order.sort((a, b) => (first?.[b] ?? 0) - (first?.[a] ?? 0) || (compare?.(a, b) ?? 0) || a - b);
}

/** The order as it was made, for a dataset whose rows have become more or fewer since: new rows come last, however it is sorted. O(held). */
export function keptOrder(order: Int32Array, held: number): Int32Array {
  if (order.length === held) return order;
  const kept = order.filter((row) => row < held);
  return Int32Array.from({ length: held }, (_, line) => kept[line] ?? line);
}

/** The line on which each row stands: the inverse of an order. O(rows). */
export function linesOf(order: Int32Array): Int32Array {
  const lines = new Int32Array(order.length);
  order.forEach((row, line) => {
    lines[row] = line;
  });
  return lines;
}

/** '2' before '10', and capitals beside their small letters. */
const words = new Intl.Collator("en", { numeric: true });

function comparing(column: Column, down: boolean): (a: number, b: number) => number {
  const sign = down ? -1 : 1;
  if (column.kind === "number") {
    const { values } = column;
    return (a, b) => sign * ((values[a] as number) - (values[b] as number));
  }
  const ranks = ranksOf(column);
  return (a, b) => {
    const [p, q] = [ranks(a), ranks(b)];
    if (p < 0 || q < 0) return p < 0 && q < 0 ? 0 : p < 0 ? 1 : -1;
    return sign * (p - q);
  };
}

type TextColumn = Exclude<Column, { kind: "number" }>;
const known = new WeakMap<TextColumn, (row: number) => number>();

/** The place of each row's text among all the column's texts; −1 for an empty cell. Once for each column, whatever is edited in others. */
function ranksOf(column: TextColumn): (row: number) => number {
  const ranks = known.get(column) ?? rank(column);
  known.set(column, ranks);
  return ranks;
}

function rank(column: TextColumn): (row: number) => number {
  const texts = column.kind === "label" ? column.values : column.levels;
  const sorted = [...new Set(texts)].filter((text) => text !== "").sort(words.compare);
  const places = new Map(sorted.map((text, place) => [text, place]));
  const rankOf = (text: string | undefined) => places.get(text ?? "") ?? -1;
  if (column.kind === "label") return (row) => rankOf(column.values[row]);
  const ranks = column.levels.map(rankOf);
  return (row) => ranks[column.codes[row] ?? -1] ?? -1;
}
