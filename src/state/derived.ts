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
import type { Edit } from "../data/edits";
import { shownClasses, unpackRows } from "../data/selection";
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

let lastNames = NO_NAMES;
const names = memo((dataset: Dataset | null, chosen: readonly string[]) => {
  const now = dataset ? featureNames(dataset, chosen) : NO_NAMES;
  // An edited cell makes another dataset with the same names, for which nothing need be drawn anew.
  if (now.length !== lastNames.length || now.some((name, j) => name !== lastNames[j])) lastNames = now;
  return lastNames;
});
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

const edited = memo((dataset: Dataset | null, edits: readonly Edit[], added: number, editor: State["editor"]) =>
  dataset && editor ? editor(dataset, edits, added) : dataset,
);
const mask = memo((packed: string, held: number) => unpackRows(packed, held));
const shown = memo(shownClasses);

/** The dataset that is on screen, with the reader's own changes. */
export const dataset = (s: State): Dataset | null => edited(s.loaded.dataset, s.data.edits, s.data.added, s.editor);
/** 1 for each held row that is meant, 0 for the others; null where none is meant in particular. */
export const selection = (s: State): Uint8Array | null => mask(s.data.selected, dataset(s)?.held ?? 0);
/** For each held row, the class that colours it or that it stands back; null where all have one colour. */
export const pointClasses = (s: State): Int32Array | null => shown(colour(s)?.codes ?? null, selection(s));
/** Names of the columns that are X. */
export const features = (s: State): readonly string[] => names(dataset(s), s.data.features);
/** X: held rows × features. */
export const featureRows = (s: State): Matrix => rows(dataset(s), features(s));
/** Moments of X over all rows, held or not. */
export const featureMomentsNow = (s: State): Moments => moments(dataset(s), features(s));
/** The category that colours the points and that a classifier predicts; undefined where there is none. */
export const colour = (s: State): CategoryColumn | undefined => category(dataset(s), s.data.colour);
/** The number column that a regression predicts; undefined where there is none. */
export const target = (s: State): NumberColumn | undefined => predicted(dataset(s), s.data.target);
