/** A stage's picture as it is taken along: its shapes, what lies under them, and what it says in words. */
import type { Vec2 } from "../math";
import type { Shape, TextShape } from "./shape";
import { textWidth } from "./textWidth";

/** Draws points, a heat map or an image into a canvas, whose pixels it sets; the canvas is then stretched over the picture. */
export type Raster = (canvas: HTMLCanvasElement, ratio: number) => void;

/** A stage within a picture, clipped to its own size. */
export interface Inset {
  /** Its upper left corner, in the picture's pixels. */
  readonly at: Vec2;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly rasters: readonly Raster[];
}

export interface Picture {
  /** CSS pixels, without the caption. */
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** Under the shapes, the first lowest. */
  readonly rasters: readonly Raster[];
  /** Under the rasters: a grid, threads between points. */
  readonly under?: readonly Shape[];
  /** Stages side by side, under everything else of the picture. */
  readonly insets?: readonly Inset[];
  readonly title: string;
  /** The text twin: what the picture shows, in words. */
  readonly description: string;
}

/** Where a painter without a stylesheet gets a tone's colour from, such as #c23049. */
export type Colours = (tone: string) => string;

/** Device pixels for each CSS pixel of what is exported. */
export const EXPORT_RATIO = 2;

/** The faces as tokens.css has them, for pictures that stand outside the page. */
export const FAMILIES: Readonly<Record<TextShape["face"], string>> = {
  ui: '"Inter Variable", "Inter", system-ui, sans-serif',
  math: '"Source Serif 4 Variable", "Source Serif 4", Georgia, serif',
};

const MARGIN = 14;
const TITLE = { size: 15, weight: 600, tone: "ink", leading: 24 };
const WORDS = { size: 13, weight: 400, tone: "muted", leading: 19 };

export interface Caption {
  readonly shapes: readonly TextShape[];
  /** Pixels below the picture. */
  readonly height: number;
}

/** The title and the words under a picture, wrapped to its width. */
export function captionOf({ width, height, title, description }: Picture): Caption {
  const shapes: TextShape[] = [];
  let y = height + MARGIN / 2;
  for (const { text, size, weight, tone, leading } of [
    { text: title, ...TITLE },
    { text: description, ...WORDS },
  ])
    for (const line of wrapped(text, size, width - 2 * MARGIN)) {
      y += leading;
      shapes.push({
        kind: "text",
        name: "caption",
        text: line,
        at: [MARGIN, y],
        anchor: "start",
        tone,
        face: "ui",
        size,
        weight,
      });
    }
  return { shapes, height: Math.round(y + MARGIN - height) };
}

/** Lines that are at most this wide, broken between words; a word that is wider stands alone. */
function wrapped(text: string, size: number, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, "ui", size) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
