/** A column in a few numbers, for whoever looks through a dataset. */
import type { CategoryColumn, Dataset, LabelColumn, NumberColumn } from "./dataset";

export interface NumberSummary {
  /** Over all rows used, held or not. */
  readonly mean: number;
  /** Standard deviation with the divisor n, over all rows used. */
  readonly deviation: number;
  /** Of the rows that are held. */
  readonly min: number;
  readonly max: number;
}

/** `at` is the column's place among the dataset's number columns. O(held). */
export function numberSummary({ moments }: Dataset, { values }: NumberColumn, at: number): NumberSummary {
  const { n, mean, comoment } = moments;
  const scatter = comoment[at * (mean.length + 1)] as number;
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { mean: mean[at] as number, deviation: Math.sqrt(Math.max(0, scatter) / Math.max(1, n)), min, max };
}

export interface TextSummary {
  /** Held rows whose cell is empty. */
  readonly missing: number;
  /** Distinct values and their held rows, the most frequent first; equal ones in the order in which they first appear. */
  readonly levels: readonly { readonly text: string; readonly count: number; readonly code: number }[];
}

/** Rows of each level; `code` is its place in the column's levels. O(held + levels · log levels). */
export function categorySummary({ levels, codes }: CategoryColumn): TextSummary {
  const counts = new Array<number>(levels.length).fill(0);
  let missing = 0;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    if (code < 0) missing++;
    else counts[code] = (counts[code] ?? 0) + 1;
  }
  return {
    missing,
    levels: levels
      .map((text, code) => ({ text, count: counts[code] ?? 0, code }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || a.code - b.code),
  };
}

/** As `categorySummary`, for text that is no category. O(held). */
export function labelSummary({ name, values }: LabelColumn): TextSummary {
  const codeOf = new Map<string, number>();
  const codes = Int32Array.from(values, (text) => {
    if (text === "") return -1;
    const code = codeOf.get(text) ?? codeOf.size;
    codeOf.set(text, code);
    return code;
  });
  return categorySummary({ kind: "category", name, levels: [...codeOf.keys()], codes });
}
