/** What the large picture and its thumbnails show, and the picture to take along. */
import type { Picture as Pixels } from "../../../data/picture";
import type { Picture, Raster } from "../../../scene/picture";
import { cell, derive } from "../../../scene/source";
import type { Size } from "../../../scene/view2d";
import { sentence } from "../model";
import { compare, error, frame, full, picture as pixels, rank, shown, spectral } from "../sources";
import { paintImage, type Rgba } from "./paintImage";
import { spectrumScales } from "./spectrumScales";
import { spectrumShapes } from "./spectrumShapes";

/** Pixels as they came, for a canvas. */
function rgbaOf({ width, height, channels, pixels }: Pixels): Rgba {
  const rgba = new Uint8ClampedArray(4 * width * height).fill(255);
  for (let k = 0; k < width * height; k++)
    for (let c = 0; c < 3; c++) rgba[4 * k + c] = pixels[k * channels + (channels === 3 ? c : 0)] ?? 0;
  return { width, height, rgba };
}

/** Whether the original is held up against the picture. */
export const holding = cell(false);
export const size = cell<Size>({ width: 400, height: 400 });
export const original = derive([pixels], (p) => (p ? rgbaOf(p) : null));
const drawn = (part: "picture" | "residual") =>
  derive([frame, original], (f, o): Rgba | null => (f && o ? { ...o, rgba: f[part] } : null));
const approximation = drawn("picture");
export const residual = drawn("residual");
const which = derive([compare, holding], (mode, held) => (held ? "original" : mode));
export const large = derive([which, original, approximation, residual, size], (mode, o, a, r, box) => ({
  image: mode === "original" ? o : mode === "residual" ? r : a,
  box,
}));
export const residualWords = derive(
  [frame],
  (f) => `A − A${f ? subscript(f.rank) : "ₖ"}${f && f.gain > 1 ? `, × ${f.gain}` : ""}`,
);
export const title = derive([which, shown, frame], (mode, k, f) => {
  if (mode === "original") return "The original A";
  if (!f) return "The picture is on its way";
  if (mode === "reconstruction") return `A${subscript(k)}, the sum of ${k === 1 ? "one layer" : `${k} layers`}`;
  return `Residual A − A${subscript(k)}, ${f && f.gain > 1 ? `magnified × ${f.gain}, ` : ""}mid-grey is zero`;
});
export const description = derive([pixels, spectral, shown, error], (p, s, k, e) =>
  p && s ? sentence(p, s, k, e) : "The picture is on its way.",
);
function subscript(k: number): string {
  return [...String(k)].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]).join("");
}

/** Width of the exported picture, and the height of the spectrum under it; CSS pixels. */
const WIDTH = 640;
const CHART = 200;
const GAP = 12;

/** The image in the upper part, as large as fits, crisp where each of its squares is several pixels wide. */
const imageRaster =
  (image: Rgba, { width, height }: Size, whole: number): Raster =>
  (canvas, ratio) => {
    Object.assign(canvas, { width: width * ratio, height: whole * ratio });
    const context = canvas.getContext("2d");
    const source = document.createElement("canvas");
    paintImage(source, image);
    const times = Math.min(width / image.width, height / image.height) * ratio;
    if (!context) return;
    context.imageSmoothingEnabled = times < 2 * ratio;
    const [w, h] = [image.width * times, image.height * times];
    context.drawImage(source, (width * ratio - w) / 2, (height * ratio - h) / 2, w, h);
  };

/** The picture that is shown, with the spectrum under it; null before it is here. */
export function picture(): Picture | null {
  const { image } = large.get();
  if (!image) return null;
  const height = Math.round(Math.min(WIDTH, (WIDTH * image.height) / image.width));
  const whole = height + GAP + CHART;
  const scales = spectrumScales({ width: WIDTH, height: whole }, full.get(), spectral.get(), height + GAP);
  return {
    width: WIDTH,
    height: whole,
    rasters: [imageRaster(image, { width: WIDTH, height }, whole)],
    shapes: spectrumShapes(scales, spectral.get(), rank.get()),
    title: title.get(),
    description: description.get(),
  };
}
