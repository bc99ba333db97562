import { useRef } from "react";
import { allClassRamps, divergingRamp, type Field, paintField } from "./field";
import css from "./Stage.module.css";
import { derive, type Source } from "./source";
import { theme } from "./theme";
import { usePaint } from "./usePaint";

interface Props {
  /** Null draws nothing. */
  readonly field: Source<Field | null>;
  readonly className?: string;
  /** Of the colours; below 1 under points. */
  readonly strength?: number;
}

/** A heat map on a small canvas that the stylesheet scales up; under the points in the stage's `under`, or by itself. */
export function FieldLayer({ field, className = css.layer, strength = 0.5 }: Props) {
  const ref = useRef<HTMLCanvasElement>(null);
  const colours = useRef(
    derive([theme], () => ({ classes: allClassRamps(strength), diverging: divergingRamp(strength) })),
  ).current;
  const scene = useRef(derive([field, colours], (now, ramps) => ({ now, ramps }))).current;
  const paint = useRef((canvas: HTMLCanvasElement, { now, ramps }: ReturnType<typeof scene.get>) => {
    if (now) paintField(canvas, now, ramps.classes, ramps.diverging);
    canvas.style.visibility = now ? "" : "hidden";
  }).current;
  usePaint(ref, scene, paint);
  return <canvas ref={ref} className={className} />;
}
