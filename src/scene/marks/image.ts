import type { Mat2, Vec2 } from "../../math";
import type { View2d } from "../view2d";

export interface PlacedImage {
  readonly view: View2d;
  readonly image: CanvasImageSource & { readonly width: number; readonly height: number };
  /** What moves it. */
  readonly m: Mat2;
  /** World units of its longer side, before it is moved; its middle is the origin. */
  readonly side: number;
  /** 0 to 1. */
  readonly opacity: number;
}

/** A picture in the plane under a matrix, on a canvas of the view's size at `ratio` device pixels each. Null clears it. */
export function paintImage(canvas: HTMLCanvasElement, ratio: number, size: View2d, placed: PlacedImage | null): void {
  const width = Math.max(1, Math.round(size.width * ratio));
  const height = Math.max(1, Math.round(size.height * ratio));
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d");
  if (!context) return;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  if (!placed) return;
  const { view, image, m, side, opacity } = placed;
  const [ox, oy]: Vec2 = [view.width / 2 - view.centre[0] * view.unit, view.height / 2 + view.centre[1] * view.unit];
  const unit = view.unit * ratio;
  // World y points up and the picture's rows down: both flips of the y axis stand in the two middle entries.
  context.setTransform(m[0] * unit, -m[2] * unit, -m[1] * unit, m[3] * unit, ox * ratio, oy * ratio);
  context.globalAlpha = opacity;
  const pixel = side / Math.max(image.width, image.height);
  const [w, h] = [image.width * pixel, image.height * pixel];
  context.drawImage(image, -w / 2, -h / 2, w, h);
}
