/** A file's bytes as pixels: the browser decodes, after our own look at the header. Runs where OffscreenCanvas is. */
import { PictureRefused, readImageHeader } from "../data/imageHeader";
import type { PixelGrid } from "../data/picture";

export interface DecodedPicture extends PixelGrid {
  /** What was done on the way, each a whole sentence. */
  readonly notes: readonly string[];
}

/** Longest side of a picture that is factored. */
export const LONGEST_SIDE = 1024;

/** Throws PictureRefused with a sentence for the reader. */
export async function decodePicture(file: Blob, name: string): Promise<DecodedPicture> {
  const header = readImageHeader(new Uint8Array(await file.arrayBuffer()), name);
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    throw new PictureRefused(
      "DECODE_FAILED",
      header.truncated
        ? `${name} is cut off: the browser cannot decode what is left of it. Copy the file again.`
        : `${name} says that it is ${header.format}, but the browser cannot decode it. It may be damaged.`,
    );
  }
  const notes: string[] = [];
  if (header.truncated) notes.push("The file is cut off; what could be read is shown.");
  if (header.animated) notes.push("The file is an animation; its first frame is shown.");
  const shrink = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * shrink));
  const height = Math.max(1, Math.round(bitmap.height * shrink));
  if (shrink < 1) notes.push(`Scaled from ${bitmap.width} × ${bitmap.height} to ${width} × ${height} pixels.`);
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (!context) throw new PictureRefused("DECODE_FAILED", "The browser gave no memory to decode the picture in.");
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const { pixels, channels, transparent } = overWhite(context.getImageData(0, 0, width, height).data);
  if (transparent) notes.push("It has transparent pixels; they are laid over white.");
  return { width, height, channels, pixels, notes };
}

/** RGBA over white, without the alpha, and without the colour where all pixels are grey. */
export function overWhite(rgba: Uint8ClampedArray): Pick<PixelGrid, "channels" | "pixels"> & { transparent: boolean } {
  const count = rgba.length / 4;
  const colour = new Uint8Array(3 * count);
  let [transparent, grey] = [false, true];
  for (let k = 0; k < count; k++) {
    const alpha = rgba[4 * k + 3]! / 255;
    transparent ||= alpha < 1;
    for (let c = 0; c < 3; c++) colour[3 * k + c] = Math.round(alpha * rgba[4 * k + c]! + (1 - alpha) * 255);
    grey &&= colour[3 * k] === colour[3 * k + 1] && colour[3 * k] === colour[3 * k + 2];
  }
  if (!grey) return { channels: 3, pixels: colour, transparent };
  return { channels: 1, pixels: Uint8Array.from({ length: count }, (_, k) => colour[3 * k]!), transparent };
}
