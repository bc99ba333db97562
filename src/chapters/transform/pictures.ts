import type { PixelGrid } from "../../data/picture";
import { DRAWN, draw, PHOTOGRAPHS } from "../../data/pictures";

/** What can be chosen to be moved by A. */
export const PICTURES = [...PHOTOGRAPHS, ...DRAWN.filter(({ id }) => id !== "noise")].map(({ id, name, credit }) => ({
  id,
  name,
  credit,
}));

/** A shipped picture as something that a canvas can draw; undefined for a name that is none. Rejects when its file cannot be had. */
export async function loadImage(id: string): Promise<ImageBitmap | undefined> {
  const drawn = DRAWN.find((picture) => picture.id === id);
  if (drawn) return createImageBitmap(imageData(draw(drawn)));
  const photograph = PHOTOGRAPHS.find((picture) => picture.id === id);
  if (!photograph) return undefined;
  const answer = await fetch(`./${photograph.file}`);
  return createImageBitmap(await answer.blob());
}

function imageData({ width, height, channels, pixels }: PixelGrid): ImageData {
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let k = 0; k < width * height; k++) {
    for (let c = 0; c < 3; c++) rgba[4 * k + c] = pixels[k * channels + (channels === 3 ? c : 0)] as number;
    rgba[4 * k + 3] = 255;
  }
  return new ImageData(rgba, width, height);
}
