/** Heat maps beside each other, each in a frame under its title. */
import { tickText } from "../../../scene/marks/axisTicks";
import { mosaic, type Tile } from "../../../scene/mosaic";
import type { Raster } from "../../../scene/picture";
import { pathShape, type Shape } from "../../../scene/shape";
import type { Size } from "../../../scene/view2d";

export interface HeatPanel {
  readonly title: string;
  readonly tile: Tile;
}

export const panelRaster = (panels: readonly HeatPanel[], size: Size): Raster =>
  mosaic(
    size,
    panels.map(({ tile }) => tile),
  );

export const panelFrames = (panels: readonly HeatPanel[]): readonly Shape[] =>
  panels.flatMap(({ title, tile: { left, top, width, height } }) => [
    pathShape(`M${left} ${top}h${width}v${height}h${-width}Z`, { name: "frame", tone: "line-strong", width: 1 }),
    { ...tickText(title, [left, top - 8], "start"), name: "panelTitle", tone: "ink", size: 13, weight: 600 },
  ]);

/** On a narrower stage the sentence would not fit. */
const WIDE = 520;

/** What the colours mean, at the foot of the stage. */
export const scaleWords = ({ width, height }: Size, words: string): readonly Shape[] =>
  width < WIDE ? [] : [tickText(words, [width - 16, height - 9], "end")];
