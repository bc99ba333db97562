import { useRef } from "react";
import { paintShapes } from "./paintShapes";
import css from "./Stage.module.css";
import type { Shape } from "./shape";
import type { Source } from "./source";
import { usePaint } from "./usePaint";

/** A layer of marks inside a stage: the shapes that its source holds, written in place in each frame that changed them. */
export function MarkLayer({ shapes }: { readonly shapes: Source<readonly Shape[]> }) {
  const ref = useRef<SVGGElement>(null);
  usePaint(ref, shapes, paintShapes);
  return <g ref={ref} className={css.marks} />;
}
