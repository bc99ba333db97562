/** Pictures of a few pixels: on a canvas of their own, and on a stage that is taken along. */
import type { Vec2 } from "../../../math";
import { divergingRamp } from "../../../scene/field";
import type { Raster } from "../../../scene/picture";
import { colourOf } from "../../../scene/theme";
import type { Size } from "../../../scene/view2d";
import type { PixelImage } from "./pixelImage";

/** 256 colours from paper to ink. */
function inkRamp(): Uint32Array {
  const [paper, ink] = [colourOf("--paper"), colourOf("--ink")];
  const part = (k: 0 | 1 | 2, t: number) => Math.round(paper[k] + t * (ink[k] - paper[k]));
  return Uint32Array.from({ length: 256 }, (_, level) => {
    const t = level / 255;
    return ((255 << 24) | (part(2, t) << 16) | (part(1, t) << 8) | part(0, t)) >>> 0;
  });
}

/** Sets the canvas to the image, one pixel for each value. */
export function paintPixels(canvas: HTMLCanvasElement, { side, values, low, high, signed }: PixelImage): void {
  if (canvas.width !== side) Object.assign(canvas, { width: side, height: side });
  const context = canvas.getContext("2d");
  if (!context) return;
  const ramp = signed ? divergingRamp(1) : inkRamp();
  const pixels = context.createImageData(side, side);
  const words = new Uint32Array(pixels.data.buffer);
  values.forEach((value, k) => {
    const t = Math.max(0, Math.min(1, (value - low) / (high - low)));
    words[k] = ramp[Math.round(255 * t)] ?? 0;
  });
  context.putImageData(pixels, 0, 0);
}

export interface PixelTile {
  readonly image: PixelImage;
  /** Its upper left corner on the stage, and its side; CSS pixels. */
  readonly at: Vec2;
  readonly size: number;
}

/** Such images on a stage that is taken along, each value a square with sharp edges. */
export const pixelRaster =
  ({ width, height }: Size, tiles: readonly PixelTile[]): Raster =>
  (canvas, ratio) => {
    Object.assign(canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
    const context = canvas.getContext("2d");
    if (!context) return;
    context.imageSmoothingEnabled = false;
    for (const { image, at, size } of tiles) {
      const small = document.createElement("canvas");
      paintPixels(small, image);
      context.drawImage(small, at[0] * ratio, at[1] * ratio, size * ratio, size * ratio);
    }
  };
