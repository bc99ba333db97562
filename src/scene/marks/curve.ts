import type { Vec2 } from "../../math";
import { type Look, type PathShape, pathShape } from "../shape";
import { openPath } from "./pathData";

/** Where values stand on a chart whose axes have units of their own; scales of d3 are two of them. */
export interface Scales {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/** A curve through values; one that has no place on the chart (NaN, the logarithm of 0) leaves a gap. */
export function curve({ x, y }: Scales, points: readonly Vec2[], look: Look): PathShape {
  const runs: Vec2[][] = [[]];
  for (const [a, b] of points) {
    const at: Vec2 = [x(a), y(b)];
    if (at.every(Number.isFinite)) runs.at(-1)?.push(at);
    else runs.push([]);
  }
  return pathShape(runs.map(openPath).join(""), look);
}
