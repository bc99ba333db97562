/** Live numbers for the slots of a formula, in the forms in which numbers stand there. */
import { derive, type Source } from "../../scene/source";
import { formatFixed } from "../../ui/formatNumber";

const MINUS = "\u2212";
type Slots = Record<string, Source<string>>;

/** Entry `k` in two decimals; `scale` says how large the numbers were that it was computed from. */
export const entry = (of: Source<readonly number[]>, k: number, scale: Source<number>): Source<string> =>
  derive([of, scale], (values, size) => formatFixed(values[k] ?? 0, 2, size));

/**
 * A number as it stands by itself under its own key; as a term, split into `-sign` and `-size`, so that a sum reads 'a − b' and never 'a + −b'; and as
 * a `-factor`, in brackets where it is negative.
 */
export const formsOf = (key: string, text: Source<string>): Slots => ({
  [key]: text,
  [`${key}-sign`]: derive([text], (t) => (t.startsWith(MINUS) ? MINUS : "+")),
  [`${key}-size`]: derive([text], (t) => (t.startsWith(MINUS) ? t.slice(1) : t)),
  [`${key}-factor`]: derive([text], (t) => (t.startsWith(MINUS) ? `(${t})` : t)),
});

/** The place of a live number; in braces, so that it is set as one number beside a sign. */
export const slot = (key: string): string => `{\\htmlClass{slot-${key}}{0.00}}`;
/** The plus or minus before a later term of a sum. */
export const plus = (key: string): string => `\\mathbin{\\htmlClass{slot-${key}-sign}{+}}`;
/** What lights up with the things of this name. */
export const named = (symbol: string, tex: string): string => `\\htmlClass{sym-${symbol}}{${tex}}`;
/** A matrix in brackets, its numbers in line on the right. */
export const matrixOf = (rows: readonly (readonly string[])[]): string =>
  `\\begin{bmatrix*}[r]${rows.map((row) => row.join("&")).join("\\\\")}\\end{bmatrix*}`;
/** A vector in brackets. */
export const columnOf = (entries: readonly string[]): string => matrixOf(entries.map((value) => [value]));
