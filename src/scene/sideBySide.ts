import type { Inset, Picture } from "./picture";
import type { TextShape } from "./shape";

/** Pixels above each stage for its title, and between two of them. */
const HEAD = 32;
const GAP = 16;

/** Stages beside each other as one picture: each under its title, their tops level, one caption for all. */
export function sideBySide(
  stages: readonly (Omit<Inset, "at"> & { readonly title: string })[],
  title: string,
  description: string,
): Picture {
  const insets: Inset[] = [];
  const titles: TextShape[] = [];
  let left = 0;
  for (const { title: text, width, height, shapes, rasters } of stages) {
    insets.push({ at: [left, HEAD], width, height, shapes, rasters });
    const at = [left + 14, HEAD - 11] as const;
    titles.push({
      kind: "text",
      name: "title",
      text,
      at,
      anchor: "start",
      tone: "muted",
      face: "ui",
      size: 13,
      weight: 600,
    });
    left += width + GAP;
  }
  return {
    width: Math.max(0, left - GAP),
    height: HEAD + Math.max(0, ...stages.map(({ height }) => height)),
    shapes: titles,
    rasters: [],
    insets,
    title,
    description,
  };
}
