/** A small chart of positive numbers against the step, on a log axis whose lines stand at powers of ten. */
import type { Vec2 } from "../../../math";
import { tickText } from "../../../scene/marks/axisTicks";
import { curve, type Scales } from "../../../scene/marks/curve";
import { marker } from "../../../scene/marks/dots";
import { type Look, type PathShape, pathShape, type Shape } from "../../../scene/shape";
import { STEPS } from "../model";

export const WIDTH = 200;
const GUTTER = 40;
/** Below this part of the first value a curve has reached rounding error. */
const FLOOR = 1e-16;
const MOST_TICKS = 6;

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
export const scalesOf = ({ height, top, bottom }: LogScale): Scales => ({
  x: (k) => (k / STEPS) * (WIDTH - GUTTER),
  y: (v) => Math.min(height, ((top - Math.log10(Math.max(v, 10 ** bottom))) / (top - bottom)) * height),
});

/** The curve of values against the step, and where it is at step k. */
export function curveTo(scale: LogScale, values: readonly number[], k: number, look: Look): readonly PathShape[] {
  const scales = scalesOf(scale);
  const value = values[k];
  return [
    curve(
      scales,
      values.map((v, step): Vec2 => [step, v]),
      look,
    ),
    ...(value === undefined
      ? []
      : [marker([scales.x(k), scales.y(value)], 4.5, { name: "now", tone: look.tone, width: 2.2 })]),
  ];
}

/** The lines at powers of ten, each named at the right, and the steps below. */
export function logAxis({ count, height, top, every }: LogScale): readonly Shape[] {
  const lines = Array.from({ length: count + 1 }, (_, k) => ({ power: top - k * every, y: (k / count) * height }));
  const end = WIDTH - GUTTER;
  return [
    pathShape(lines.map(({ y }) => `M0 ${y.toFixed(1)}H${end}`).join(""), { name: "rules", tone: "line", width: 1 }),
    ...lines.map(({ power, y }) => tickText(`1e${String(power).replace("-", "−")}`, [WIDTH, y + 4], "end")),
    tickText("step 0", [0, height + 18], "start"),
    tickText(String(STEPS), [end, height + 18], "end"),
  ];
}
