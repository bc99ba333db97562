import { type Look, type PathShape, pathShape } from "../shape";
import type { Scales } from "./curve";

export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** Upright bars from `base` to their values, as one path; one without a place on the chart is left out. `gap` is in pixels. */
export const bars = ({ x, y }: Scales, all: readonly Bar[], look: Look, { base = 0, gap = 1 } = {}): PathShape =>
  pathShape(
    all
      .map(({ from, to, value }) => {
        const [left, right, foot, top] = [x(from) + gap / 2, x(to) - gap / 2, y(base), y(value)];
        if (value === base || ![left, right, foot, top].every(Number.isFinite)) return "";
        return `M${put(left)} ${put(foot)}V${put(top)}H${put(Math.max(left + 0.4, right))}V${put(foot)}Z`;
      })
      .join(""),
    { width: 0, fillOpacity: 1, ...look },
  );

const put = (value: number) => value.toFixed(1);

/** How many values fall into each of `bins` equal parts of [from, to]; what lies outside counts in the nearest part. O(n). */
export function histogram(values: ArrayLike<number>, from: number, to: number, bins: number): readonly Bar[] {
  const counts = new Array<number>(bins).fill(0);
  const width = (to - from) / bins;
  for (let i = 0; i < values.length; i++) {
    const bin = Math.max(0, Math.min(bins - 1, Math.floor(((values[i] as number) - from) / width)));
    const before = counts[bin];
    // NaN is in no part.
    if (before !== undefined) counts[bin] = before + 1;
  }
  return counts.map((value, k) => ({ from: from + k * width, to: from + (k + 1) * width, value }));
}
