/** What stands between a cloud and its canvas: a frame that is kept from frame to frame, and the look in the theme's colours. */
import type { PointStyle } from "./brush";
import type { Raster } from "./picture";
import type { Frame } from "./splat";
import { CLASS_COLOURS, classColour, colourOf, theme } from "./theme";
import type { Size } from "./view2d";

export interface PointLook {
  /** 0 to 1, 0.9 where left out; fainter where points are only the background. */
  readonly opacity?: number;
  /** Times the size that suits the number of points. */
  readonly size?: number;
}

/** CSS pixels, so that a few points are discs to aim at and many do not cover each other. */
export const pointRadius = (n: number, { size = 1 }: PointLook): number =>
  size * (n <= 400 ? 4 : n <= 2000 ? 3.2 : n <= 10_000 ? 2.4 : n <= 50_000 ? 1.6 : 1);

interface Easel {
  readonly frame: Frame;
  /** Shows the frame on the canvas, in place of what was there. */
  readonly show: () => void;
}

type Canvas = Parameters<Raster>[0];

const easels = new WeakMap<Canvas, Easel>();

/** An empty frame for a canvas, which takes its size; null where `n` points are none and nothing was drawn before, or the browser has no context to give. */
export function easelFor(canvas: Canvas, { width, height }: Size, ratio: number, n: number): Easel | null {
  const kept = easels.get(canvas);
  // Before there is data a canvas costs a context for nothing.
  if (n === 0 && !kept) return null;
  const wide = Math.max(1, Math.round(width * ratio));
  const high = Math.max(1, Math.round(height * ratio));
  if (kept && canvas.width === wide && canvas.height === high) {
    kept.frame.pixels.fill(0);
    return kept;
  }
  Object.assign(canvas, { width: wide, height: high });
  const context = canvas.getContext("2d") as CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null;
  if (!context) return null;
  const image = context.createImageData(wide, high);
  const easel = {
    frame: { pixels: new Int32Array(image.data.buffer), width: wide, height: high },
    show: () => context.putImageData(image, 0, 0),
  };
  easels.set(canvas, easel);
  return easel;
}

const styles = new Map<string, PointStyle>();

/** One object for each look in each theme: what is made from it is kept with it. `radius` in device pixels. */
export function pointStyle(byClass: boolean, radius: number, { opacity = 0.9 }: PointLook): PointStyle {
  const key = `${theme.get()} ${byClass} ${radius} ${opacity}`;
  const kept = styles.get(key);
  if (kept) return kept;
  const unknown = colourOf("--data");
  const ring = colourOf("--paper");
  const colours = byClass ? Array.from({ length: CLASS_COLOURS }, (_, k) => colourOf(classColour(k))) : [unknown];
  const style = { colours, unknown, faded: colourOf("--faded"), ring, radius, opacity };
  // A stylesheet that has not come yet answers black, which is no paper of ours.
  if (ring.some((part) => part > 0)) styles.set(key, style);
  return style;
}
