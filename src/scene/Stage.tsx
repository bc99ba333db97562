import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { attachPanZoom, type PanZoomOptions } from "./panZoom";
import css from "./Stage.module.css";
import type { Source } from "./source";
import { usePaint } from "./usePaint";
import type { Size } from "./view2d";

interface Props {
  /** What the picture is, in two or three words. */
  readonly label: string;
  /** The text twin: what the picture shows now. */
  readonly description: Source<string>;
  readonly onResize: (size: Size) => void;
  /** How the view is moved by hand: that of a plane, or a factory that attaches another gesture to the SVG; stable. */
  readonly panZoom: PanZoomOptions | ((svg: SVGSVGElement) => () => void);
  /** Canvases, below the marks. */
  readonly under?: ReactNode;
  /** SVG marks and handles. */
  readonly children: ReactNode;
}

const writeText = (node: Element, text: string) => {
  node.textContent = text;
};

/** The surface of a picture: canvases under one SVG, its size watched, its meaning in words. */
export function Stage({ label, description, onResize, panZoom, under, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const words = useRef<SVGDescElement>(null);
  const id = useId();
  usePaint(words, description, writeText);
  useLayoutEffect(() => {
    const node = box.current;
    if (!node) return;
    const measure = () => onResize({ width: node.clientWidth, height: node.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, [onResize]);
  useLayoutEffect(() => {
    if (!svg.current) return;
    return typeof panZoom === "function" ? panZoom(svg.current) : attachPanZoom(svg.current, panZoom);
  }, [panZoom]);
  return (
    <div ref={box} className={css.stage}>
      {under}
      {/* biome-ignore lint/a11y/useSemanticElements: an SVG drawing that holds focusable handles has no HTML element of its own */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the stage is panned and zoomed by key, which needs focus */}
      <svg ref={svg} role="group" aria-label={label} aria-describedby={id} tabIndex={0}>
        <desc id={id} ref={words} />
        {children}
      </svg>
    </div>
  );
}
