import type { Look } from "../../../scene/shape";

/** The looks of what the first picture does without. */
export const LATER_LOOKS = {
  column: { name: "column-space", tone: "singular", width: 2.5, opacity: 0.7 },
  kernel: { name: "null-space", tone: "bad", width: 1.75, dash: [2, 5] },
  termI: { name: "term-1", tone: "basis-i", width: 2.2, dash: [6, 3] },
  termJ: { name: "term-2", tone: "basis-j", width: 2.2, dash: [6, 3] },
  layer1: { name: "term-1", tone: "singular", width: 2.4 },
  layer2: { name: "term-2", tone: "singular", width: 2.4, dash: [6, 3] },
  trail: { name: "iterates", tone: "ink", width: 1.25, opacity: 0.55 },
  error: { name: "error", tone: "bad", width: 1.5, fillOpacity: 0.12 },
  errorArrow: { name: "error", tone: "bad", width: 1.75, dash: [5, 3] },
} as const satisfies Record<string, Look>;
