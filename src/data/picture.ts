/**
 * A picture and the matrix that it is. Colour, m × n pixels: A = [R | G | B], m × 3n; grey: m × n. Entries are the stored
 * sRGB values over 255, from 0 to 1, with no gamma taken off: what a file holds is what is factored.
 */
import { type Matrix, zeros } from "../math";

/** Pixels by rows, the channels of one pixel side by side, 8 bits each. */
export interface PixelGrid {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly pixels: Uint8Array;
}

export interface Picture extends PixelGrid {
  /** Its identity: what a link and the history hold. The same id always means the same pixels. */
  readonly id: string;
  readonly name: string;
  /** Who made it and under which licence, or what is special about it. */
  readonly credit: string;
  /** What was done to a file on its way in, each a whole sentence. */
  readonly notes: readonly string[];
}

/** A, height × (channels · width). */
export function pictureMatrix({ width, height, channels, pixels }: PixelGrid): Matrix {
  const a = zeros(height, width * channels);
  for (let i = 0; i < height; i++)
    for (let j = 0; j < width; j++)
      for (let c = 0; c < channels; c++)
        a.data[(i * channels + c) * width + j] = (pixels[(i * width + j) * channels + c] as number) / 255;
  return a;
}

/**
 * The identity of pixels that no catalogue names: two 32-bit FNV-1a sums (Fowler, Noll & Vo), the second over the complement
 * of each byte, after the shape. Not meant to withstand forgery.
 */
export function pixelIdentity({ width, height, channels, pixels }: PixelGrid): string {
  let [a, b] = [0x811c9dc5, 0x2f0b4c47];
  const take = (byte: number) => {
    a = Math.imul(a ^ byte, 0x01000193);
    b = Math.imul(b ^ (byte ^ 0xff), 0x01000193);
  };
  for (const n of [width, height, channels]) for (let shift = 0; shift < 32; shift += 8) take((n >>> shift) & 0xff);
  for (let k = 0; k < pixels.length; k++) take(pixels[k] as number);
  return [a, b].map((sum) => (sum >>> 0).toString(16).padStart(8, "0")).join("");
}
