/** The bars of a column's summary, as path data: all held rows, and over them those that are meant. */
import type { NumberSummary, TextSummary } from "../../data/columnSummary";
import type { CategoryColumn, NumberColumn } from "../../data/dataset";
import { type Bar, bars, histogram } from "../../scene/marks/bars";

export const WIDTH = 132;
export const HEIGHT = 36;
const BINS = 24;
/** Levels that have a bar. */
const MOST_LEVELS = 12;

export interface SmallBars {
  readonly all: string;
  readonly meant: string;
  /** The highest bar in words. */
  readonly words: string;
}

/** Bars over [min, max] in equal parts. O(held). */
export function numberBars(
  { name, values }: NumberColumn,
  { min, max }: NumberSummary,
  mask: Uint8Array | null,
  format: (value: number) => string,
): SmallBars {
  // One value alone stands in the middle.
  const [from, to] = min < max ? [min, max] : [min - 0.5, max + 0.5];
  const all = histogram(values, from, to, BINS);
  const meant = mask
    ? histogram(
        values.filter((_, row) => mask[row] === 1),
        from,
        to,
        BINS,
      )
    : [];
  const { from: start, to: end, value } = all.reduce((a, b) => (b.value > a.value ? b : a));
  const words =
    min < max
      ? `The highest bar of ${name} is from ${format(start)} to ${format(end)}, with ${count(value)} of ${count(values.length)} rows.`
      : `${name} is ${format(min)} in every row.`;
  return { ...paths(all, meant, from, to), words };
}

/** One bar for each of the most frequent levels. O(held). */
export function levelBars(
  { name, codes }: CategoryColumn,
  { levels }: TextSummary,
  mask: Uint8Array | null,
): SmallBars {
  const shown = levels.slice(0, MOST_LEVELS);
  const bar = (value: number, k: number): Bar => ({ from: k, to: k + 1, value });
  const counted = new Map<number, number>();
  if (mask)
    codes.forEach((code, row) => {
      if (mask[row] === 1) counted.set(code, (counted.get(code) ?? 0) + 1);
    });
  const all = shown.map(({ count }, k) => bar(count, k));
  const meant = shown.map(({ code }, k) => bar(counted.get(code) ?? 0, k));
  return {
    ...paths(all, meant, 0, Math.max(4, shown.length)),
    words: shown[0]
      ? `${name} is most often ${shown[0].text}, in ${count(shown[0].count)} of ${count(codes.length)} rows.`
      : `${name} is empty.`,
  };
}

const count = (rows: number): string => rows.toLocaleString("en");

function paths(all: readonly Bar[], meant: readonly Bar[], from: number, to: number) {
  const most = Math.max(1, ...all.map(({ value }) => value));
  const scales = {
    x: (at: number) => ((at - from) / (to - from)) * WIDTH,
    // The least bar is still to be seen.
    y: (value: number) => HEIGHT - (value === 0 ? 0 : Math.max(1, (value / most) * HEIGHT)),
  };
  const d = (some: readonly Bar[]) => bars(scales, some, { name: "histogram", tone: "data" }).d;
  return { all: d(all), meant: d(meant) };
}
