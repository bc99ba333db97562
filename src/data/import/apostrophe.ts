/**
 * The guard that keeps a spreadsheet from running a cell as a formula: an apostrophe before = + − @, tab or return, and before #,
 * which would make a comment of a header. Text that has one of its own gets another, so that taking one off gives the text back.
 */
const RUNS = /^'*[=+\-@\t\r#]/;
const GUARDED = /^'+[=+\-@\t\r#]/;

/** Text as it is safe to write into a CSV file. */
export const guarded = (text: string): string => (RUNS.test(text) ? `'${text}` : text);

/** Text as it was before `guarded`. */
export const unguarded = (text: string): string => (GUARDED.test(text) ? text.slice(1) : text);
