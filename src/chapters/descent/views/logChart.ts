/** A small chart of positive numbers against the step, on a log axis whose lines stand at powers of ten. */
import type { LabelPlace } from "../../../scene/marks";
import { STEPS } from "../model";

export const WIDTH = 200;
export const GUTTER = 40;
/** Below this part of the first value a curve has reached rounding error. */
const FLOOR = 1e-16;
export const MOST_TICKS = 6;

export interface LogScale {
  readonly height: number;
  /** Powers of ten: of the top line, between lines, and of the bottom line. */
  readonly top: number;
  readonly every: number;
  readonly bottom: number;
  /** Lines below the top one. */
  readonly count: number;
}

export function logScale(values: readonly number[], first: number, height: number): LogScale {
  const positive = values.filter((value) => value > 0);
  const most = Math.max(...positive, 1e-300);
  const least = Math.max(Math.min(...positive, most), (first || most) * FLOOR);
  const every = Math.max(1, Math.ceil((Math.log10(most) - Math.log10(least)) / (MOST_TICKS - 2)));
  const top = Math.ceil(Math.log10(most));
  const count = Math.max(1, Math.ceil((top - Math.log10(least)) / every));
  return { height, top, every, count, bottom: top - count * every };
}

/** Where value v at step k stands; what is 0, or below the bottom line, stands on it. */
export const place = ({ height, top, bottom }: LogScale, k: number, v: number): readonly [number, number] => [
  (k / STEPS) * (WIDTH - GUTTER),
  Math.min(height, ((top - Math.log10(Math.max(v, 10 ** bottom))) / (top - bottom)) * height),
];

const put = (point: readonly [number, number]) => point.map((v) => v.toFixed(1)).join(" ");

export const curveOf = (scale: LogScale, values: readonly number[]): string =>
  values.length < 2 ? "" : `M${values.map((v, k) => put(place(scale, k, v))).join("L")}`;

export function markerOf(scale: LogScale, values: readonly number[], k: number): string {
  const value = values[k];
  if (value === undefined) return "";
  const [x, y] = place(scale, k, value);
  return `M${put([x - 4.5, y])}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0`;
}

const lineHeight = ({ count, height }: LogScale, k: number) => (k / count) * height;

export const rulesOf = (scale: LogScale): string =>
  Array.from({ length: scale.count + 1 }, (_, k) => `M0 ${lineHeight(scale, k).toFixed(1)}H${WIDTH - GUTTER}`).join("");

/** The k-th line's power of ten, at the right. */
export const tickOf = (scale: LogScale, k: number): LabelPlace => ({
  text: `1e${String(scale.top - k * scale.every).replace("-", "−")}`,
  at: k <= scale.count ? [WIDTH, lineHeight(scale, k) + 4] : null,
});
