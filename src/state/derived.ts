/** What follows from the state and is shown by more than one chapter: the shared dataset, read as the chosen columns say. */
import {
  categoryColumn,
  featureMatrix,
  featureMoments,
  featureNames,
  numberColumn,
  numberColumns,
} from "../data/columns";
import type { CategoryColumn, Dataset, NumberColumn } from "../data/dataset";
import { type Matrix, type Moments, noMoments, zeros } from "../math";
import type { State } from "./store";

/** Remembers the last call: a selector that computes gives the same reference for the same inputs. */
export function memo<A extends readonly unknown[], R>(compute: (...inputs: A) => R): (...inputs: A) => R {
  let last: { inputs: A; value: R } | null = null;
  return (...inputs) => {
    if (!last?.inputs.every((input, i) => Object.is(input, inputs[i]))) last = { inputs, value: compute(...inputs) };
    return last.value;
  };
}

const NO_NAMES: readonly string[] = [];
const NO_ROWS: Matrix = zeros(0, 0);
const NO_MOMENTS: Moments = noMoments(0);

const names = memo((dataset: Dataset | null, chosen: readonly string[]) =>
  dataset ? featureNames(dataset, chosen) : NO_NAMES,
);
const rows = memo((dataset: Dataset | null, of: readonly string[]) => (dataset ? featureMatrix(dataset, of) : NO_ROWS));
const moments = memo((dataset: Dataset | null, of: readonly string[]) =>
  dataset ? featureMoments(dataset, of) : NO_MOMENTS,
);
const category = memo((dataset: Dataset | null, name: string) =>
  dataset && name !== NO_COLOUR ? categoryColumn(dataset, name) : undefined,
);
const predicted = memo((dataset: Dataset | null, name: string) =>
  dataset
    ? (numberColumn(dataset, name) ?? numberColumn(dataset, dataset.target) ?? numberColumns(dataset).at(-1))
    : undefined,
);

/** What `data.colour` holds when the points are to have one colour: a name that no column can have. */
export const NO_COLOUR = "\u0000none";

export const dataset = (s: State): Dataset | null => s.loaded.dataset;
/** Names of the columns that are X. */
export const features = (s: State): readonly string[] => names(s.loaded.dataset, s.data.features);
/** X: held rows × features. */
export const featureRows = (s: State): Matrix => rows(s.loaded.dataset, features(s));
/** Moments of X over all rows, held or not. */
export const featureMomentsNow = (s: State): Moments => moments(s.loaded.dataset, features(s));
/** The category that colours the points and that a classifier predicts; undefined where there is none. */
export const colour = (s: State): CategoryColumn | undefined => category(s.loaded.dataset, s.data.colour);
/** The number column that a regression predicts; undefined where there is none. */
export const target = (s: State): NumberColumn | undefined => predicted(s.loaded.dataset, s.data.target);
