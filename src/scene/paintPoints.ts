import type { Mat2 } from "../math";
import { type AnyCanvas, easelFor, type PointLook, pointRadius, pointStyle } from "./easel";
import { planeMap } from "./planeMap";
import { type Cloud, splat } from "./splat";
import type { View2d } from "./view2d";

export interface PointScene extends PointLook {
  readonly view: View2d;
  readonly cloud: Cloud;
  /** Moves the points, before the view does. */
  readonly move?: Mat2 | undefined;
}

/**
 * Paints points of the plane into a canvas of their own: on the stage in each frame, and once at ratio 2 for a picture to keep. The canvas becomes as large
 * as the view times `ratio` (device pixels of a CSS pixel), and what was on it goes. Colours are the theme's.
 */
export function paintPoints(canvas: AnyCanvas, ratio: number, { view, cloud, move, ...look }: PointScene): void {
  const n = cloud.xy.length / 2;
  const easel = easelFor(canvas, view.width, view.height, ratio, n);
  if (!easel) return;
  const style = pointStyle(cloud.classes !== null, pointRadius(n, look) * ratio, look);
  splat(easel.frame, planeMap(view, move, ratio), cloud, style);
  easel.show();
}
