/** The theme's colours for painters on canvas, read from the custom properties once for each theme. */
import type { Tone } from "./shape";
import type { Source } from "./source";

/** Speaks up when the page's theme changes: canvases, unlike SVG, do not follow a stylesheet by themselves. */
export const theme: Source<string> = {
  get: () => document.documentElement.dataset.theme ?? "",
  subscribe(listener) {
    const observer = new MutationObserver(listener);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    return () => observer.disconnect();
  },
};

export type Rgb = readonly [number, number, number];

const read = new Map<string, Rgb>();

/** The red, green and blue (0 to 255) of a custom property such as '--class-0', written as #rrggbb in tokens.css. */
export function colourOf(property: string): Rgb {
  const key = `${theme.get()} ${property}`;
  const kept = read.get(key);
  if (kept) return kept;
  const hex = getComputedStyle(document.documentElement).getPropertyValue(property).trim();
  const at = (k: number) => Number.parseInt(hex.slice(1 + 2 * k, 3 + 2 * k), 16) || 0;
  const rgb: Rgb = [at(0), at(1), at(2)];
  if (hex !== "") read.set(key, rgb);
  return rgb;
}

/** A tone's colour now as #rrggbb, for painters that write it down. */
export const hexOf = (tone: Tone): string =>
  `#${colourOf(`--${tone}`)
    .map((part) => part.toString(16).padStart(2, "0"))
    .join("")}`;

/** Custom properties of the categorical colours, repeated when there are more classes. */
export const classColour = (k: number): string => `--class-${k % CLASS_COLOURS}`;
export const CLASS_COLOURS = 10;
/** In the place of a class: a point that stands back while others are meant. */
export const FADED = -2;
/** The tone of a class as shapes name it; −1 is the unknown. */
export const classTone = (k: number): Tone => (k === FADED ? "faded" : k < 0 ? "data" : `class-${k % CLASS_COLOURS}`);
