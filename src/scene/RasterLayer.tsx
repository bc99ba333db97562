import { useRef } from "react";
import type { Raster } from "./picture";
import css from "./Stage.module.css";
import { derive, type Source } from "./source";
import { theme } from "./theme";
import { usePaint } from "./usePaint";

/** Any raster on a canvas under the marks; goes into the stage's `under`. */
export function RasterLayer({ raster }: { readonly raster: Source<Raster> }) {
  const ref = useRef<HTMLCanvasElement>(null);
  const themed = useRef(
    derive(
      [raster, theme],
      (now): Raster =>
        (canvas, ratio) =>
          now(canvas, ratio),
    ),
  ).current;
  usePaint(ref, themed, paint);
  return <canvas ref={ref} className={css.layer} />;
}

const paint = (canvas: HTMLCanvasElement, raster: Raster) => raster(canvas, Math.min(2, devicePixelRatio));
