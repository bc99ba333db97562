import { useCallback, useId, useLayoutEffect, useRef } from "react";
import { MarkLayer } from "../../../scene/MarkLayer";
import { cell, derive } from "../../../scene/source";
import { usePaint } from "../../../scene/usePaint";
import type { Size } from "../../../scene/view2d";
import { beginGesture, cancelGesture, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { energy, errorWords, percent } from "../model";
import { full, rank, spectral } from "../sources";
import { attachCut } from "./cutGesture";
import css from "./SpectrumChart.module.css";
import { type SpectrumScales, spectrumScales } from "./spectrumScales";
import { spectrumShapes } from "./spectrumShapes";

const size = cell<Size>({ width: 600, height: 190 });
const scales = derive([size, full, spectral], spectrumScales);
const shapes = derive([scales, spectral, rank], spectrumShapes);
const cut = derive([scales, rank], (at, k) => ({ at, k }));
const cutWords = derive([rank, spectral], (k, p) => {
  if (!p) return `Rank ${k}`;
  if (k > p.s.length) return `Rank ${k}; ${p.s.length} layers are known so far`;
  return `Rank ${k}: ${percent(energy(p, k))} of the energy, error ${errorWords(p.tail[k] ?? 0, p.norm)}`;
});
const gesture = {
  rank: rank.get,
  most: full.get,
  place: (k: number) => scales.get().x(k + 1),
  rankAt: (x: number) => scales.get().rankAt(x),
  onStart: beginGesture,
  onMove: (k: number) => update("svd", { rank: k }),
  onEnd: endGesture,
  onCancel: cancelGesture,
};

/** σᵢ against i with the cut at k: kept in colour, the rest muted; the line is the energy kept. */
export function SpectrumChart() {
  const box = useRef<HTMLDivElement>(null);
  const surface = useRef<SVGSVGElement>(null);
  const handle = useRef<SVGGElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const node = box.current;
    if (!node) return;
    const measure = () => size.set({ width: node.clientWidth, height: node.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(
    () => (handle.current && surface.current ? attachCut(handle.current, surface.current, gesture) : undefined),
    [],
  );
  const paintCut = useCallback((node: SVGGElement, { at, k }: { at: SpectrumScales; k: number }) => {
    node.setAttribute("transform", `translate(${at.x(k + 1).toFixed(1)} ${((at.top + at.floor) / 2).toFixed(1)})`);
    node.setAttribute("aria-valuenow", String(k));
    node.setAttribute("aria-valuemax", String(at.most));
  }, []);
  usePaint(handle, cut, paintCut);
  const paintWords = useCallback((node: SVGGElement, words: string) => node.setAttribute("aria-valuetext", words), []);
  usePaint(handle, cutWords, paintWords);
  return (
    <figure className={css.figure}>
      <figcaption className={css.caption} id={id}>
        <span>Spectrum: σᵢ against i, both axes logarithmic</span>
        <span className={css.key}>energy kept</span>
      </figcaption>
      <div ref={box} className={css.box}>
        {/* biome-ignore lint/a11y/useSemanticElements: an SVG drawing that holds a focusable handle has no HTML element of its own */}
        <svg ref={surface} role="group" aria-labelledby={id}>
          <MarkLayer shapes={shapes} />
          <g
            ref={handle}
            className={css.handle}
            role="slider"
            tabIndex={0}
            aria-label="Cut in the spectrum"
            aria-valuemin={0}
            aria-valuemax={1}
            aria-valuenow={0}
          >
            <rect className={css.reach} x={-22} y={-60} width={44} height={120} />
            <circle className={css.halo} r={13} />
            <circle className={css.knob} r={6.5} />
          </g>
        </svg>
      </div>
    </figure>
  );
}
