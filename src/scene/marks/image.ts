import type { Mat2, Vec2 } from "../../math";
import type { Raster } from "../picture";
import { toPixel, type View2d } from "../view2d";

export interface ImageLook {
  /** Its middle and its height in world units before A moves it; the width follows from its pixels. */
  readonly centre?: Vec2;
  readonly height?: number;
  readonly opacity?: number;
}

/** A picture that A moves, as a raster: its pixels keep their colours, and a singular A draws nothing. */
export const image =
  (
    view: View2d,
    source: CanvasImageSource & { readonly width: number; readonly height: number },
    a: Mat2,
    { centre = [0, 0], height = 2, opacity = 1 }: ImageLook = {},
  ): Raster =>
  (canvas, ratio) => {
    Object.assign(canvas, { width: Math.round(view.width * ratio), height: Math.round(view.height * ratio) });
    const context = canvas.getContext("2d");
    const placement = placementOf(view, source, a, centre, height);
    if (!context || !placement) return;
    context.globalAlpha = opacity;
    const [xx, yx, xy, yy, left, top] = placement;
    context.setTransform(xx * ratio, yx * ratio, xy * ratio, yy * ratio, left * ratio, top * ratio);
    // A small picture is seen pixel by pixel; a photograph is not.
    context.imageSmoothingEnabled = Math.hypot(xx, yx) < 3;
    context.drawImage(source, 0, 0);
  };

/** The canvas transform (column by column) from a picture's pixels, y downwards, to the stage's; null where it cannot be drawn. */
export function placementOf(
  view: View2d,
  { width, height: rows }: { readonly width: number; readonly height: number },
  a: Mat2,
  [cx, cy]: Vec2,
  height: number,
): readonly [number, number, number, number, number, number] | null {
  const cell = height / rows;
  const moved = ([x, y]: Vec2): Vec2 => toPixel(view, [a[0] * x + a[1] * y, a[2] * x + a[3] * y]);
  const corner: Vec2 = [cx - (cell * width) / 2, cy + height / 2];
  const at = moved(corner);
  const right = moved([corner[0] + cell, corner[1]]);
  const down = moved([corner[0], corner[1] - cell]);
  const all = [right[0] - at[0], right[1] - at[1], down[0] - at[0], down[1] - at[1], at[0], at[1]] as const;
  return all.every((value) => Math.abs(value) < 1e6) ? all : null;
}
