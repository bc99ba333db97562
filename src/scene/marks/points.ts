import type { PointLook } from "../easel";
import { paintPoints } from "../paintPoints";
import type { Raster } from "../picture";
import type { Cloud } from "../splat";
import type { View2d } from "../view2d";

/** The points of a dataset in their classes' colours, as a raster at the canvas's own resolution. */
export const points =
  (view: View2d, cloud: Cloud, look: PointLook = {}): Raster =>
  (canvas, ratio) =>
    paintPoints(canvas, ratio, { view, cloud, ...look });
