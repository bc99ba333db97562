/** What the caller may say about a file; all that is left out is found in the file. */
import type { DecimalMark } from "./cell";
import type { Delimiter } from "./delimiter";

/** 'one-hot' makes a column of 0 and 1 of each value of a category; 'ignored' leaves the column out. */
export type ColumnRole = "number" | "category" | "label" | "one-hot" | "ignored";

export interface ImportOptions {
  readonly name: string;
  /** For shipped data; an imported file is otherwise named by its contents. */
  readonly id?: string;
  readonly source?: string;
  readonly licence?: string;
  /** The category that colours the points; a column of numbers with that name becomes a category. */
  readonly colour?: string;
  readonly target?: string;
  /** Rows with a missing number are dropped, or the column's mean stands in. Default 'drop'. */
  readonly missing?: "drop" | "mean";
  /** Whether the first row holds names. */
  readonly header?: boolean;
  readonly delimiter?: Delimiter;
  readonly decimal?: DecimalMark;
  /** Columns by name, taken for what the user says rather than for what they look like. */
  readonly roles?: ReadonlyMap<string, ColumnRole>;
}

export interface ImportProgress {
  readonly bytes: number;
  /** Bytes to be read in all; grows by the file's size when the file must be read a second time. */
  readonly total: number;
  readonly rows: number;
}

/** The choices that change the values, spelled for the identity: '' where all are left to the file. */
export function choicesInWords(options: ImportOptions): string {
  const { missing = "drop", header, delimiter, decimal, roles, colour = "" } = options;
  const chosen = [...(roles ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
  const words = [missing, header ?? null, chosen, colour];
  if (delimiter !== undefined || decimal !== undefined)
    return JSON.stringify([...words, delimiter ?? "", decimal ?? ""]);
  if (missing === "drop" && header === undefined && chosen.length === 0 && colour === "") return "";
  return JSON.stringify(words);
}
