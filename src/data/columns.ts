/** Reading columns out of a dataset: what every chapter starts from. */
import { type Matrix, type Moments, zeros } from "../math";
import type { CategoryColumn, Dataset, NumberColumn } from "./dataset";

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

/** The moments over all rows of the named number columns, in the order of `names`. O(d²). */
export function featureMoments(dataset: Dataset, names: readonly string[]): Moments {
  const all = numberColumns(dataset);
  const index = named(dataset, names).map((column) => all.indexOf(column));
  const { n, mean, comoment } = dataset.moments;
  return {
    n,
    mean: Float64Array.from(index, (j) => mean[j] as number),
    comoment: Float64Array.from(index.flatMap((p) => index.map((q) => comoment[p * all.length + q] as number))),
  };
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
  const all = numberColumns(dataset);
  const variance = (column: NumberColumn) => dataset.moments.comoment[all.indexOf(column) * (all.length + 1)] as number;
  const ranked = [...named(dataset, names)].sort((a, b) => variance(b) - variance(a));
  const first = numberColumn(dataset, x) ?? ranked.find(({ name }) => name !== y) ?? ranked[0];
  const second = numberColumn(dataset, y) ?? ranked.find((column) => column !== first) ?? first;
  return first && second ? [first, second] : undefined;
}
