/** Stable names for why a file is refused. */
export type ImportErrorCode =
  | "unreadable"
  | "empty-file"
  | "not-text"
  | "html-page"
  | "row-too-long"
  | "no-rows"
  | "no-numeric-columns"
  | "no-complete-rows"
  | "too-many-levels"
  | "bad-json"
  | "too-few-rows"
  | "damaged-summary";

/** A file that gives no dataset. The message is one sentence or two: what is wrong, where, and what to do. */
export class ImportError extends Error {
  override readonly name = "ImportError";
  constructor(
    readonly code: ImportErrorCode,
    message: string,
    /** Counted from 1. */
    readonly line?: number,
    readonly cell?: string,
  ) {
    super(message);
  }
}
