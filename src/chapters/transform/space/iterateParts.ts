import type { Vec3 } from "../../../math";
import type { Solid } from "../../../scene/solid";
import { LOOKS } from "./looks";

/** A dot for each of x, Ax, A²x, …, and the steps between them. */
export const iterateSolids = (path: readonly Vec3[]): readonly Solid[] =>
  path.flatMap((to, k): readonly Solid[] => {
    const dot: Solid = { kind: "edge", from: to, to, look: LOOKS.stepDot, taper: [3, 3] };
    const from = path[k - 1];
    return from ? [{ kind: "edge", from, to, look: LOOKS.step }, dot] : [dot];
  });

/** Ax, A²x, …; a product's powers stand in brackets. */
export const iteratesName = (name: string): string => `${name}x, ${name.length > 1 ? `(${name})` : name}²x, …`;
