import type { Mat2 } from "../../math";
import { easelFor, type PointLook, pointRadius, pointStyle } from "../easel";
import type { Raster } from "../picture";
import { planeMap } from "../planeMap";
import { type Cloud, splat } from "../splat";
import type { View2d } from "../view2d";

/** The points of a dataset, moved by `move` and then seen, in their classes' colours: a raster at the canvas's own resolution. The cloud is neither copied nor changed. */
export const points =
  (view: View2d, cloud: Cloud, look: PointLook = {}, move?: Mat2): Raster =>
  (canvas, ratio) => {
    const n = cloud.xy.length / 2;
    const easel = easelFor(canvas, view, ratio, n);
    if (!easel) return;
    const style = pointStyle(cloud.classes !== null, pointRadius(n, look) * ratio, look);
    splat(easel.frame, planeMap(view, move, ratio), cloud, style);
    easel.show();
  };
