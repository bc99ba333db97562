import { useCallback, useRef } from "react";
import css from "./Stage.module.css";
import type { Source } from "./source";
import { usePaint } from "./usePaint";

const setPath = (node: SVGPathElement, d: string) => node.setAttribute("d", d);

/** A path that follows its source; an empty string draws nothing. */
export function PathMark({ d, className }: { readonly d: Source<string>; readonly className?: string }) {
  const ref = useRef<SVGPathElement>(null);
  usePaint(ref, d, setPath);
  return <path ref={ref} className={className} />;
}

export interface LabelPlace {
  readonly text: string;
  /** Pixels; null hides the label. */
  readonly at: readonly [number, number] | null;
}

/** A word on the picture, with a halo of the paper's colour. */
export function LabelMark({ place, className }: { readonly place: Source<LabelPlace>; readonly className?: string }) {
  const ref = useRef<SVGTextElement>(null);
  const paint = useCallback((node: SVGTextElement, { text, at }: LabelPlace) => {
    node.textContent = at ? text : "";
    if (!at) return;
    node.setAttribute("x", at[0].toFixed(1));
    node.setAttribute("y", at[1].toFixed(1));
  }, []);
  usePaint(ref, place, paint);
  return <text ref={ref} className={`${css.label} ${className ?? ""}`} />;
}
