import { useRef } from "react";
import { IDENTITY3, type Mat3 } from "../math";
import type { Camera3d } from "./camera3d";
import type { PointLook } from "./easel";
import { spacePoints } from "./marks/spacePoints";
import type { Raster } from "./picture";
import css from "./Stage.module.css";
import { constant, derive, type Source } from "./source";
import type { SpaceCloud } from "./spaceCloud";
import { theme } from "./theme";
import { usePaint } from "./usePaint";

interface Props extends PointLook {
  readonly camera: Source<Camera3d>;
  readonly cloud: Source<SpaceCloud>;
  /** Moves the points before they are seen; the cloud itself is neither copied nor changed. */
  readonly move?: Source<Mat3>;
}

/** `PointsLayer` for points of space, the nearer over the farther. */
export function SpacePointsLayer({ camera, cloud, move = UNMOVED, opacity, size }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  const raster = useRef(
    derive([camera, cloud, move, theme], (from, now, m) => spacePoints(from, now, { opacity, size }, m)),
  ).current;
  usePaint(ref, raster, paint);
  return <canvas ref={ref} className={css.layer} />;
}

const UNMOVED = constant(IDENTITY3);
const paint = (canvas: HTMLCanvasElement, raster: Raster) => raster(canvas, Math.min(2, devicePixelRatio));
