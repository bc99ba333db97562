/** Reading columns out of a dataset: what every chapter starts from. */
import { type Matrix, type Moments, momentsOf, zeros } from "../math";
import { type CategoryColumn, type Dataset, MOST_WITH_COMOMENT, type NumberColumn } from "./dataset";

export const numberColumns = ({ columns }: Dataset): readonly NumberColumn[] =>
  columns.filter((column) => column.kind === "number");

export const categoryColumns = ({ columns }: Dataset): readonly CategoryColumn[] =>
  columns.filter((column) => column.kind === "category");

/** The names among `chosen` that are number columns, in the dataset's order; where none is, all of them. */
export function featureNames(dataset: Dataset, chosen: readonly string[]): readonly string[] {
  const names = numberColumns(dataset).map(({ name }) => name);
  const kept = names.filter((name) => chosen.includes(name));
  return kept.length > 0 ? kept : names;
}

/** Held rows × the named number columns, in the order of `names`; a name that is not a number column is left out. O(nd). */
export function featureMatrix(dataset: Dataset, names: readonly string[]): Matrix {
  const columns = named(dataset, names);
  const out = zeros(dataset.held, columns.length);
  columns.forEach(({ values }, j) => {
    for (let i = 0; i < dataset.held; i++) out.data[i * columns.length + j] = values[i] as number;
  });
  return out;
}

/**
 * The moments over all rows of the named number columns, in the order of `names`. O(d²); O(nd²) where the dataset is too wide to hold
 * its comoment. The comoment of more than MOST_WITH_COMOMENT names is left empty.
 */
export function featureMoments(dataset: Dataset, names: readonly string[]): Moments {
  const all = numberColumns(dataset);
  const index = indexOf(all, named(dataset, names));
  const { n, mean, comoment } = dataset.moments;
  if (index.length > MOST_WITH_COMOMENT)
    return { n, mean: Float64Array.from(index, (j) => mean[j] as number), comoment: new Float64Array(0) };
  if (isWide(dataset)) return momentsOf(featureMatrix(dataset, names));
  return {
    n,
    mean: Float64Array.from(index, (j) => mean[j] as number),
    comoment: Float64Array.from(index.flatMap((p) => index.map((q) => comoment[p * all.length + q] as number))),
  };
}

/** The named number columns, the one of largest variance over all rows first. O(d log d), and O(nd) in a wide dataset. */
export function byVariance(dataset: Dataset, names: readonly string[]): readonly NumberColumn[] {
  const all = numberColumns(dataset);
  const columns = named(dataset, names);
  const { comoment } = dataset.moments;
  const index = indexOf(all, columns);
  const scatter = columns.map(({ values }, k) =>
    isWide(dataset)
      ? (momentsOf({ rows: values.length, cols: 1, data: values }).comoment[0] as number)
      : (comoment[(index[k] as number) * (all.length + 1)] as number),
  );
  return columns
    .map((column, k) => ({ column, scatter: scatter[k] as number }))
    .sort((a, b) => b.scatter - a.scatter)
    .map(({ column }) => column);
}

/** Whether the comoment is left to be counted from the rows, all of which are held. */
const isWide = ({ moments }: Dataset): boolean => moments.comoment.length < moments.mean.length;

function indexOf(all: readonly NumberColumn[], columns: readonly NumberColumn[]): readonly number[] {
  const places = new Map(all.map((column, j) => [column, j]));
  return columns.map((column) => places.get(column) as number);
}

/** The column of that name and kind, else the fallback's, else undefined. */
export function categoryColumn(dataset: Dataset, name: string): CategoryColumn | undefined {
  const all = categoryColumns(dataset);
  return all.find((column) => column.name === name) ?? all.find((column) => column.name === dataset.colour);
}

export function numberColumn(dataset: Dataset, name: string): NumberColumn | undefined {
  return numberColumns(dataset).find((column) => column.name === name);
}

function named(dataset: Dataset, names: readonly string[]): readonly NumberColumn[] {
  const byName = new Map(numberColumns(dataset).map((column) => [column.name, column]));
  return names.flatMap((name) => byName.get(name) ?? []);
}

/**
 * The two columns on the axes of a plane picture: the named ones where they are number columns, else those of largest variance
 * among `names`. Undefined where there is no column; a lone column stands on both axes.
 */
export function pairOfColumns(
  dataset: Dataset,
  names: readonly string[],
  x: string,
  y: string,
): readonly [NumberColumn, NumberColumn] | undefined {
  const ranked = byVariance(dataset, names);
  const first = numberColumn(dataset, x) ?? ranked.find(({ name }) => name !== y) ?? ranked[0];
  const second = numberColumn(dataset, y) ?? ranked.find((column) => column !== first) ?? first;
  return first && second ? [first, second] : undefined;
}
