import type { Vec2 } from "../../math";
import { formatNumber } from "../formatNumber";
import type { TextShape } from "../shape";
import { gridStep, toPixel, toWorld, type View2d } from "../view2d";
import type { Box } from "./placeLabels";

const EDGE = 8;

/** Tick numbers along the bottom and the left edge of a stage, and what stands on its axes, with units where there are any. */
export function axisTicks(view: View2d, right: string, up: string): readonly TextShape[] {
  const step = gridStep(view, 90);
  const words: TextShape[] = [];
  const [west, south] = toWorld(view, [0, view.height]);
  const [east, north] = toWorld(view, [view.width, 0]);
  for (let k = Math.ceil(west / step); k * step <= east; k++) {
    const [x] = toPixel(view, [k * step, 0]);
    if (x > 46 && x < view.width - 24) words.push(tickText(number(k, step), [x, view.height - EDGE], "middle"));
  }
  for (let k = Math.ceil(south / step); k * step <= north; k++) {
    const [, y] = toPixel(view, [0, k * step]);
    if (y > 40 && y < view.height - 40) words.push(tickText(number(k, step), [EDGE, y + 4], "start"));
  }
  if (right !== "") words.push(title(right, [view.width - EDGE, view.height - EDGE - 16], "end"));
  if (up !== "") words.push(title(up, [EDGE, 20], "start"));
  return words;
}

/** Where the numbers and names stand, and a legend beside them: labels keep off. */
export const tickStrips = ({ width, height }: View2d): readonly Box[] => [
  { left: 0, top: 0, right: width, bottom: 34 },
  { left: 0, top: height - 40, right: width, bottom: height },
  { left: 0, top: 0, right: 38, bottom: height },
];

/** One number along an axis; `at` is its baseline. */
export const tickText = (text: string, at: Vec2, anchor: TextShape["anchor"]): TextShape => ({
  kind: "text",
  name: "tick",
  text,
  at,
  anchor,
  tone: "muted",
  face: "ui",
  size: 11,
});
const title = (text: string, at: Vec2, anchor: TextShape["anchor"]): TextShape => ({
  ...tickText(text, at, anchor),
  name: "axisTitle",
  size: 12,
  weight: 600,
});

/** k steps as a number: multiplied by a power of ten's inverse where the step is one, so that 3 · 0.1 reads 0.3. */
const number = (k: number, step: number) =>
  formatNumber(step < 1 ? k / Math.round(1 / step) : k * step, Math.abs(step));
