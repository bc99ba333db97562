import { useRef } from "react";
import { type PointLook, points } from "./marks/points";
import css from "./Stage.module.css";
import { derive, type Source } from "./source";
import type { Cloud } from "./splat";
import { theme } from "./theme";
import { usePaint } from "./usePaint";
import type { View2d } from "./view2d";

interface Props extends PointLook {
  readonly view: Source<View2d>;
  readonly cloud: Source<Cloud>;
}

/** The points of a dataset on a canvas under the marks; goes into the stage's `under`. */
export function PointsLayer({ view, cloud, opacity, size }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  const scene = useRef(derive([view, cloud, theme], (v, c) => ({ v, c }))).current;
  const paint = useRef((canvas: HTMLCanvasElement, { v, c }: { v: View2d; c: Cloud }) => {
    if (c.xy.length === 0) {
      // Before there is data a canvas costs a context and a read of the styles for nothing.
      if (canvas.dataset.drawn) canvas.getContext("2d")?.clearRect(0, 0, canvas.width, canvas.height);
      delete canvas.dataset.drawn;
      return;
    }
    canvas.dataset.drawn = "true";
    points(v, c, { opacity, size })(canvas, Math.min(2, devicePixelRatio));
  }).current;
  usePaint(ref, scene, paint);
  return <canvas ref={ref} className={css.layer} />;
}
