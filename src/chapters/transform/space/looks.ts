/** The looks of chapter 1's pictures of space. One object for each look: edges of one look join into one path. */
import type { SolidLook } from "../../../scene/solid";

const look = (name: string, tone: string, rest: Partial<SolidLook> = {}): SolidLook => ({ name, tone, ...rest });

export const LOOKS = {
  ghost: look("ghost grid", "axis", { width: 0.8, opacity: 0.75, fades: true }),
  axes: look("axes", "line-strong", { width: 1.2, fades: true, opacity: 0.8 }),
  floor: look("grid", "grid-moved", { width: 1, fades: true }),
  walls: look("grid", "grid-moved", { width: 0.8, opacity: 0.55, fades: true }),
  movedAxes: look("grid", "grid-moved", { width: 1.9, fades: true }),
  unitCube: look("unit cube", "muted", { width: 1, dash: [2, 3.5], opacity: 0.7 }),
  face: look("cube", "singular", { fillOpacity: 0.1, veil: 0.12 }),
  faceEdge: look("cube", "singular", { width: 1.3 }),
  faceFlipped: look("cube", "diverge-neg", { fillOpacity: 0.12, veil: 0.12 }),
  faceEdgeFlipped: look("cube", "diverge-neg", { width: 1.3, dash: [5, 4] }),
  sphere: look("unit sphere", "muted", { width: 1.1, dash: [2.5, 4], opacity: 0.85 }),
  ellipsoid: look("ellipsoid", "singular", { width: 1.8, fillOpacity: 0.05 }),
  sectionFront: look("ellipsoid", "singular", { width: 1.1, opacity: 0.75 }),
  sectionBack: look("ellipsoid", "singular", { width: 0.9, opacity: 0.4, dash: [3, 3.5] }),
  inverse: look("inverse", "good", { width: 1.6, dash: [8, 4] }),
  covariance: look("covariance", "data", { width: 1.6, fillOpacity: 0.05 }),
  eigen: look("eigen", "eigen", { width: 1.7, dash: [8, 6], fades: true }),
  eigenLit: look("eigen", "eigen", { width: 2.8, dash: [8, 6] }),
  eigenPlane: look("eigen", "eigen", { fillOpacity: 0.09, veil: 0.1, dash: [8, 6] }),
  columnSpace: look("column space", "singular", { fillOpacity: 0.1, veil: 0.2 }),
  columnLine: look("column space", "singular", { width: 2.4, fades: true }),
  nullSpace: look("null space", "bad", { fillOpacity: 0.07, veil: 0.12, dash: [2, 4] }),
  nullLine: look("null space", "bad", { width: 2.2, dash: [2, 4], fades: true }),
  x: look("x", "muted"),
  ax: look("Ax", "ink"),
  i: look("i", "basis-i"),
  j: look("j", "basis-j"),
  k: look("k", "basis-k"),
  iTerm: look("i", "basis-i", { width: 2.2 }),
  jTerm: look("j", "basis-j", { width: 2.2 }),
  kTerm: look("k", "basis-k", { width: 2.2 }),
  step: look("iterates", "ink", { width: 1.5, opacity: 0.8 }),
  stepDot: look("iterates", "ink", { opacity: 0.9 }),
  error: look("error", "bad", { width: 1.5, fillOpacity: 0.1 }),
  errorArrow: look("error", "bad", { width: 1.75 }),
  outer: look("outer", "singular", { width: 2.4 }),
  rows: [
    look("row 1", "class-0", { fillOpacity: 0.11, veil: 0.16 }),
    look("row 2", "class-1", { fillOpacity: 0.11, veil: 0.16 }),
    look("row 3", "class-3", { fillOpacity: 0.11, veil: 0.16 }),
  ],
} as const;

/** Of the three columns, in their order. */
export const COLUMN_LOOKS = [LOOKS.i, LOOKS.j, LOOKS.k] as const;
export const TERM_LOOKS = [LOOKS.iTerm, LOOKS.jTerm, LOOKS.kTerm] as const;
export const COLUMN_NAMES = ["Aî", "Aĵ", "Ak̂"] as const;
export const BASIS_NAMES = ["î", "ĵ", "k̂"] as const;
