/** A column of text while it is read: held rows only, each distinct value once. */
import type { CategoryColumn, LabelColumn } from "../dataset";

export interface HeldText {
  set(place: number, text: string): void;
  /** A category or a label as asked; 'text' is a category where few values stand for many rows. */
  finish(name: string, kind: "text" | "category" | "label", order: readonly number[]): CategoryColumn | LabelColumn;
}

const MOST_LEVELS = 64;
/** Of the cells with text, at most this share may be distinct. */
const DISTINCT_SHARE = 0.75;

/** '' stands for no value. Memory grows with the held rows alone. */
export function createHeldText(): HeldText {
  const held: string[] = [];
  const seen = new Map<string, string>();
  return {
    set(place, text) {
      // A slice of the chunk would keep the whole chunk alive.
      const copy = seen.get(text) ?? copied(text);
      if (seen.size < MOST_LEVELS) seen.set(copy, copy);
      held[place] = copy;
    },
    finish(name, kind, order) {
      const values = order.map((place) => held[place] as string);
      if (kind === "label") return { kind, name, values };
      const levels = [...new Set(values)].filter((value) => value !== "");
      const filled = values.filter((value) => value !== "").length;
      const few = levels.length <= MOST_LEVELS && levels.length <= DISTINCT_SHARE * filled;
      return kind === "category" || few ? coded(name, levels, values) : { kind: "label", name, values };
    },
  };
}

function coded(name: string, levels: readonly string[], values: readonly string[]): CategoryColumn {
  const code = new Map(levels.map((level, k) => [level, k]));
  return { kind: "category", name, levels, codes: Int32Array.from(values, (value) => code.get(value) ?? -1) };
}

/** join writes a string of its own, where slice and + may only refer to their parts. */
const copied = (text: string) => (text.length < 13 ? text : [text.slice(0, 1), text.slice(1)].join(""));
