/** The reader's own changes to a dataset: cells that hold something else, and rows beyond the last. The dataset itself stays. */
import { type Moments, momentsOf } from "../math";
import { featureMatrix } from "./columns";
import type { Column, Dataset, NumberColumn } from "./dataset";

/** Held row (from `held` on: an added one), index among the columns, and what stands there: a number, or text. */
export type Edit = readonly [row: number, column: number, to: number | string];

/** What the id of a changed dataset ends in. */
const EDITED = "+edited";
/** The id of a dataset without its reader's changes. */
export const baseId = (id: string): string => (id.endsWith(EDITED) ? id.slice(0, -EDITED.length) : id);

/** Multiply-adds that counting all rows again may cost in a frame; beyond them the moments are brought up to date row by row. */
const RECOUNT = 2e6;

/**
 * The dataset with the changes made, later ones over earlier. A change that its column cannot hold, or whose row is not there, is
 * left out. The same object where there are none. O(changed columns × held), and O(d²) for each changed row or a recount of all.
 */
export function withEdits(dataset: Dataset, edits: readonly Edit[], added: number): Dataset {
  if (edits.length === 0 && added === 0) return dataset;
  const held = dataset.held + added;
  const fitting = edits.filter(([row, column, to]) => row < held && fits(dataset.columns[column], to));
  if (fitting.length === 0 && added === 0) return dataset;
  let number = 0;
  const columns = dataset.columns.map((column, k) => {
    const mean = column.kind === "number" ? (dataset.moments.mean[number++] as number) : 0;
    const own = fitting.filter((edit) => edit[1] === k);
    return own.length === 0 && added === 0 ? column : changed(column, own, dataset.held, added, mean);
  });
  const whole = { ...dataset, id: `${dataset.id}${EDITED}`, columns, rows: dataset.rows + added, held };
  return { ...whole, moments: momentsAfter(dataset, whole, new Set(fitting.map(([row]) => row)), added) };
}

/** The edits with one cell more; a former change of the same cell gives way. O(edits). */
export const editCell = (edits: readonly Edit[], row: number, column: number, to: number | string): readonly Edit[] => [
  ...edits.filter(([r, c]) => r !== row || c !== column),
  [row, column, to],
];

function fits(column: Column | undefined, to: number | string): boolean {
  if (column?.kind === "number") return typeof to === "number" && Number.isFinite(to);
  return column !== undefined && typeof to === "string";
}

function changed(column: Column, edits: readonly Edit[], held: number, added: number, mean: number): Column {
  if (column.kind === "number") {
    const values = new Float64Array(held + added).fill(mean, held);
    values.set(column.values);
    for (const [row, , to] of edits) values[row] = to as number;
    return { ...column, values };
  }
  if (column.kind === "label") {
    const values = [...column.values, ...Array.from({ length: added }, () => "")];
    for (const [row, , to] of edits) values[row] = to as string;
    return { ...column, values };
  }
  const levels = [...column.levels];
  const codes = new Int32Array(held + added).fill(-1, held);
  codes.set(column.codes);
  for (const [row, , to] of edits) {
    const text = (to as string).trim();
    if (text !== "" && !levels.includes(text)) levels.push(text);
    codes[row] = levels.indexOf(text);
  }
  return { ...column, levels, codes };
}

function momentsAfter(before: Dataset, after: Dataset, rows: ReadonlySet<number>, added: number): Moments {
  const names = (of: Dataset) => of.columns.filter((column) => column.kind === "number").map(({ name }) => name);
  const d = before.moments.mean.length;
  if (before.held === before.rows && after.held * d * d <= RECOUNT)
    return momentsOf(featureMatrix(after, names(after)));
  const valuesAt = (of: Dataset, row: number) =>
    Float64Array.from(
      of.columns.filter((column): column is NumberColumn => column.kind === "number"),
      ({ values }) => values[row] as number,
    );
  let now = before.moments;
  for (const row of rows)
    if (row < before.held) now = withRow(withoutRow(now, valuesAt(before, row)), valuesAt(after, row));
  for (let k = 0; k < added; k++) now = withRow(now, valuesAt(after, before.held + k));
  return now;
}

/** Moments with one row more (Welford 1962). O(d²). */
function withRow({ n, mean, comoment }: Moments, x: Float64Array): Moments {
  const step = x.map((value, j) => value - (mean[j] as number));
  return {
    n: n + 1,
    mean: mean.map((value, j) => value + (step[j] as number) / (n + 1)),
    comoment: plusOuter(comoment, step, n / (n + 1)),
  };
}

/** Moments with one of their rows less: `withRow` backwards. O(d²). */
function withoutRow({ n, mean, comoment }: Moments, x: Float64Array): Moments {
  const step = x.map((value, j) => value - (mean[j] as number));
  return {
    n: n - 1,
    mean: mean.map((value, j) => value - (step[j] as number) / (n - 1)),
    comoment: plusOuter(comoment, step, -n / (n - 1)),
  };
}

function plusOuter(comoment: Float64Array, step: Float64Array, weight: number): Float64Array {
  const d = step.length;
  return comoment.map((value, at) => {
    const sum = value + weight * (step[Math.floor(at / d)] as number) * (step[at % d] as number);
    return at % (d + 1) === 0 ? Math.max(0, sum) : sum;
  });
}
