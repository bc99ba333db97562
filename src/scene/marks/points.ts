import type { Raster } from "../picture";
import { type Cloud, splat } from "../splat";
import { CLASS_COLOURS, classColour, colourOf } from "../theme";
import type { View2d } from "../view2d";

export interface PointLook {
  /** 0 to 1; fainter where points are only the background. */
  readonly opacity?: number;
  /** Times the size that suits the number of points. */
  readonly size?: number;
}

/** CSS pixels, so that a few points are discs to aim at and many do not cover each other. */
const radiusFor = (n: number) => (n <= 400 ? 4 : n <= 2000 ? 3.2 : n <= 10_000 ? 2.4 : n <= 50_000 ? 1.6 : 1);

/** The points of a dataset in their classes' colours, as a raster at the canvas's own resolution. */
export const points =
  (view: View2d, cloud: Cloud, { opacity = 0.9, size = 1 }: PointLook = {}): Raster =>
  (canvas, ratio) => {
    const width = Math.max(1, Math.round(view.width * ratio));
    const height = Math.max(1, Math.round(view.height * ratio));
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const context = canvas.getContext("2d");
    if (!context) return;
    const image = context.createImageData(width, height);
    const colours = cloud.classes
      ? Array.from({ length: CLASS_COLOURS }, (_, k) => colourOf(classColour(k)))
      : [colourOf("--data")];
    const radius = radiusFor(cloud.xy.length / 2) * ratio * size;
    const style = { colours, unknown: colourOf("--data"), ring: colourOf("--paper"), radius, opacity };
    splat(new Uint32Array(image.data.buffer), width, height, view, ratio, cloud, style);
    context.putImageData(image, 0, 0);
  };
