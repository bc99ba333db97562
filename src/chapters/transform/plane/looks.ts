/** How the things of the plane look; a name is also what lights a shape from the formula or the numbers. */
import type { Look } from "../../../scene/shape";

export const LOOKS = {
  ghost: { name: "ghost", tone: "grid-ghost", width: 1 },
  axes: { name: "axes", tone: "axis", width: 1.5 },
  moved: { name: "grid", tone: "grid-moved", width: 1, opacity: 0.75 },
  movedAxes: { name: "grid", tone: "grid-moved", width: 2 },
  area: { name: "area", tone: "singular", width: 1.25, fillOpacity: 0.14 },
  /** The other side of the plane: another hue, and a dashed edge for who sees no hue. */
  areaFlipped: { name: "area", tone: "diverge-neg", width: 1.25, dash: [5, 4], fillOpacity: 0.16 },
  square: { name: "area", tone: "muted", width: 1, dash: [2.5, 4] },
  circle: { name: "ellipse", tone: "muted", width: 1.25, dash: [2.5, 4] },
  ellipse: { name: "ellipse", tone: "singular", width: 2 },
  inverse: { name: "inverse", tone: "good", width: 1.75, dash: [8, 4] },
  spread: { name: "covariance", tone: "muted", width: 1.25, dash: [7, 3, 1.5, 3] },
  movedSpread: { name: "covariance", tone: "ink", width: 1.75, dash: [7, 3, 1.5, 3] },
  eigen: { name: "eigen", tone: "eigen", width: 1.6, dash: [8, 6] },
  turn: { name: "eigen", tone: "eigen", width: 2 },
  x: { name: "x", tone: "muted" },
  ax: { name: "ax", tone: "ink" },
  i: { name: "i", tone: "basis-i" },
  j: { name: "j", tone: "basis-j" },
  more: { name: "more", tone: "muted", width: 2 },
  moreImage: { name: "more", tone: "ink", width: 2 },
} as const satisfies Record<string, Look>;

/** The dataset is the background here. */
export const POINT_LOOK = { opacity: 0.55, size: 0.8 } as const;
