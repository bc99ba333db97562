import { useRef } from "react";
import { IDENTITY2, type Mat2 } from "../math";
import type { PointLook } from "./easel";
import { type PointScene, paintPoints } from "./paintPoints";
import css from "./Stage.module.css";
import { constant, derive, type Source } from "./source";
import type { Cloud } from "./splat";
import { theme } from "./theme";
import { usePaint } from "./usePaint";
import type { View2d } from "./view2d";

interface Props extends PointLook {
  readonly view: Source<View2d>;
  readonly cloud: Source<Cloud>;
  /** Moves the points, before the view does; the cloud itself is neither copied nor changed. */
  readonly move?: Source<Mat2>;
}

/** The points of a dataset on a canvas under the marks; goes into the stage's `under`. */
export function PointsLayer({ view, cloud, move = UNMOVED, opacity, size }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  const scene = useRef(
    derive([view, cloud, move, theme], (v, c, m): PointScene => ({ view: v, cloud: c, move: m, opacity, size })),
  ).current;
  usePaint(ref, scene, paint);
  return <canvas ref={ref} className={css.layer} />;
}

const UNMOVED = constant(IDENTITY2);
const paint = (canvas: HTMLCanvasElement, scene: PointScene) =>
  paintPoints(canvas, Math.min(2, devicePixelRatio), scene);
