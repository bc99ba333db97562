import { divergingRamp, type Field, paintField } from "./field";
import type { Raster } from "./picture";
import type { Size } from "./view2d";

/** Where a field stands on the stage, CSS pixels from its upper left. */
export interface Tile {
  readonly field: Field;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Heat maps beside each other, each cell a rectangle with sharp edges. */
export const mosaic =
  ({ width, height }: Size, tiles: readonly Tile[]): Raster =>
  (canvas, ratio) => {
    Object.assign(canvas, {
      width: Math.max(1, Math.round(width * ratio)),
      height: Math.max(1, Math.round(height * ratio)),
    });
    const context = canvas.getContext("2d");
    if (!context) return;
    context.imageSmoothingEnabled = false;
    const ramp = divergingRamp(1);
    for (const tile of tiles) {
      if (tile.field.cols === 0 || tile.field.rows === 0) continue;
      const small = document.createElement("canvas");
      paintField(small, tile.field, [], ramp);
      const [x, y, w, h] = [tile.left, tile.top, tile.width, tile.height].map((value) => value * ratio);
      context.drawImage(small, x as number, y as number, w as number, h as number);
    }
  };
