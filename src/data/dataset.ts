/**
 * What a dataset is: named columns of the rows that are held, and the moments of all its number columns over all rows.
 * An immutable value. A table too long to hold keeps a uniform sample of its rows; the moments stay exact for every row used.
 */
import type { Moments } from "../math";

export interface NumberColumn {
  readonly kind: "number";
  readonly name: string;
  /** One finite number for each held row. */
  readonly values: Float64Array;
}

export interface CategoryColumn {
  readonly kind: "category";
  readonly name: string;
  /** Distinct values, in the order in which they first appear. */
  readonly levels: readonly string[];
  /** Index into `levels` for each held row; −1 where the cell was empty. */
  readonly codes: Int32Array;
}

/** Text that names a row, or a column that is neither numbers nor few enough values to colour by. */
export interface LabelColumn {
  readonly kind: "label";
  readonly name: string;
  readonly values: readonly string[];
}

export type Column = NumberColumn | CategoryColumn | LabelColumn;

/** What the importer did, for the reader: 'note' is for information, 'warn' means that something was left out or guessed. */
export interface Note {
  readonly kind: "note" | "warn";
  /** A stable name for the meaning, such as 'rows-dropped'. */
  readonly code: string;
  /** A whole sentence, with counts and, where they help, line numbers. */
  readonly text: string;
}

/** Number columns beyond which the comoment, which grows with their square (8 MB here), is counted from the rows when it is asked for. */
export const MOST_WITH_COMOMENT = 1024;

export interface Dataset {
  /** Its identity: what a link and the history hold. The same id always means the same values. */
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly licence: string;
  /** Rows used, of which `held` are in the columns. */
  readonly rows: number;
  readonly held: number;
  readonly columns: readonly Column[];
  /**
   * Of the number columns, in their order, over all rows used. Where there are more than MOST_WITH_COMOMENT of them all rows are held
   * and the comoment is empty: `featureMoments` counts it for the columns that are asked for.
   */
  readonly moments: Moments;
  /** The category that colours the points, and the number to predict, where the dataset has a usual one; else ''. */
  readonly colour: string;
  readonly target: string;
  readonly notes: readonly Note[];
}
