import { useRef } from "react";
import { IDENTITY2, type Mat2 } from "../math";
import type { PointLook } from "./easel";
import { points } from "./marks/points";
import type { Raster } from "./picture";
import css from "./Stage.module.css";
import { constant, derive, type Source } from "./source";
import type { Cloud } from "./splat";
import { theme } from "./theme";
import { usePaint } from "./usePaint";
import type { View2d } from "./view2d";

interface Props extends PointLook {
  readonly view: Source<View2d>;
  readonly cloud: Source<Cloud>;
  /** Moves the points before they are seen; the cloud itself is neither copied nor changed. */
  readonly move?: Source<Mat2>;
}

/** The points of a dataset on a canvas under the marks; goes into the stage's `under`. */
export function PointsLayer({ view, cloud, move = UNMOVED, opacity, size }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  const raster = useRef(
    derive([view, cloud, move, theme], (from, now, m) => points(from, now, { opacity, size }, m)),
  ).current;
  usePaint(ref, raster, paint);
  return <canvas ref={ref} className={css.layer} />;
}

const UNMOVED = constant(IDENTITY2);
const paint = (canvas: HTMLCanvasElement, raster: Raster) => raster(canvas, Math.min(2, devicePixelRatio));
