import { useRef } from "react";
import css from "./Stage.module.css";
import { derive, type Source } from "./source";
import { type Cloud, splat } from "./splat";
import { CLASS_COLOURS, classColour, colourOf, theme } from "./theme";
import { usePaint } from "./usePaint";
import type { View2d } from "./view2d";

interface Props {
  readonly view: Source<View2d>;
  readonly cloud: Source<Cloud>;
  /** 0 to 1; fainter where points are only the background. */
  readonly opacity?: number;
  /** Times the size that suits the number of points. */
  readonly size?: number;
}

/** CSS pixels, so that a few points are discs to aim at and many do not cover each other. */
const radiusFor = (n: number) => (n <= 400 ? 4 : n <= 2000 ? 3.2 : n <= 10_000 ? 2.4 : n <= 50_000 ? 1.6 : 1);

/** The points of a dataset on a canvas under the marks; goes into the stage's `under`. */
export function PointsLayer({ view, cloud, opacity = 0.9, size = 1 }: Props) {
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
    const ratio = Math.min(2, devicePixelRatio);
    const width = Math.max(1, Math.round(v.width * ratio));
    const height = Math.max(1, Math.round(v.height * ratio));
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const context = canvas.getContext("2d");
    if (!context) return;
    const image = context.createImageData(width, height);
    const colours = c.classes
      ? Array.from({ length: CLASS_COLOURS }, (_, k) => colourOf(classColour(k)))
      : [colourOf("--data")];
    const radius = radiusFor(c.xy.length / 2) * ratio * size;
    const style = { colours, unknown: colourOf("--data"), ring: colourOf("--paper"), radius, opacity };
    splat(new Uint32Array(image.data.buffer), width, height, v, ratio, c, style);
    context.putImageData(image, 0, 0);
  }).current;
  usePaint(ref, scene, paint);
  return <canvas ref={ref} className={css.layer} />;
}
