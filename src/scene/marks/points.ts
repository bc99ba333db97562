import type { Mat2 } from "../../math";
import type { PointLook } from "../easel";
import { paintPoints } from "../paintPoints";
import type { Raster } from "../picture";
import type { Cloud } from "../splat";
import type { View2d } from "../view2d";

/** The points of a dataset in their classes' colours, moved by a matrix where one is given, as a raster. */
export const points =
  (view: View2d, cloud: Cloud, look: PointLook = {}, move?: Mat2): Raster =>
  (canvas, ratio) =>
    paintPoints(canvas, ratio, { view, cloud, move, ...look });
