import { useCallback, useId, useLayoutEffect, useRef } from "react";
import { formatNumber } from "../../../scene/formatNumber";
import { LabelMark, type LabelPlace, PathMark } from "../../../scene/marks";
import { cell, derive } from "../../../scene/source";
import { usePaint } from "../../../scene/usePaint";
import type { Size } from "../../../scene/view2d";
import { beginGesture, cancelGesture, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { energy, errorWords, percent } from "../model";
import { full, rank, spectral } from "../sources";
import { attachCut } from "./cutGesture";
import css from "./SpectrumChart.module.css";
import { barsPath, energyPath, MARGIN, type SpectrumScales, spectrumScales } from "./spectrumScales";

const size = cell<Size>({ width: 600, height: 190 });
const scales = derive([size, full, spectral], spectrumScales);
const known = derive([spectral], (p) => p?.s.length ?? 0);
const keptBars = derive([scales, spectral, rank], (at, p, k) =>
  p ? barsPath(at, p.s, 0, Math.min(k, p.s.length)) : "",
);
const restBars = derive([scales, spectral, rank], (at, p, k) => (p ? barsPath(at, p.s, k, p.s.length) : ""));
const energyLine = derive([scales, spectral], (at, p) => (p ? energyPath(at, (k) => energy(p, k), p.s.length) : ""));
const frameLine = derive([scales], ({ size: { width }, floor }) => `M${MARGIN.left} ${floor}H${width - MARGIN.right}`);
const cut = derive([scales, rank], (at, k) => ({ at, k }));
const cutLine = derive([cut], ({ at, k }) => `M${at.x(k + 1).toFixed(1)} ${MARGIN.top - 8}V${at.floor}`);
const cutWords = derive([rank, spectral], (k, p) => {
  if (!p) return `Rank ${k}`;
  if (k > p.s.length) return `Rank ${k}; ${p.s.length} layers are known so far`;
  return `Rank ${k}: ${percent(energy(p, k))} of the energy, error ${errorWords(p.tail[k] ?? 0, p.norm)}`;
});
const cutLabel = derive([cut, spectral], ({ at, k }, p): LabelPlace => {
  const x = at.x(k + 1);
  const about = !p ? "" : k > p.s.length ? `, ${p.s.length} known so far` : `, ${percent(energy(p, k))}`;
  const text = `k = ${k}${about}`;
  const width = 7.2 * text.length;
  const right = x + 12 + width < at.size.width - MARGIN.right;
  return { text, at: [right ? x + 12 : Math.max(MARGIN.left, x - 12 - width), MARGIN.top + 26] };
});
/** Where the layers are that the exact factorisation will bring. */
const unknown = derive([scales, known], (at, n): LabelPlace => {
  const left = at.x(n + 1);
  return n === 0 || n >= at.most || at.x(at.most + 1) - left < 90
    ? { text: "", at: null }
    : { text: "not yet computed", at: [left + 10, at.floor - 10] };
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

function paintTicks(group: SVGGElement, { xTicks, yTicks, x, y, floor, size: { width } }: SpectrumScales): void {
  const words: [string, number, number, string][] = [
    ...xTicks.map((i): [string, number, number, string] => [String(i), (x(i) + x(i + 1)) / 2, floor + 15, "middle"]),
    ...yTicks.map((v): [string, number, number, string] => [formatNumber(v), MARGIN.left - 8, y(v) + 4, "end"]),
    ...[0, 50, 100].map((part): [string, number, number, string] => [
      `${part} %`,
      width - MARGIN.right + 8,
      floor - (part / 100) * (floor - MARGIN.top) + 4,
      "start",
    ]),
  ];
  while (group.childNodes.length > words.length) group.lastChild?.remove();
  words.forEach(([text, px, py, anchor], k) => {
    const node = group.children[k] ?? group.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "text"));
    node.setAttribute("x", px.toFixed(1));
    node.setAttribute("y", py.toFixed(1));
    node.setAttribute("text-anchor", anchor);
    if (node.textContent !== text) node.textContent = text;
  });
}

/** σᵢ against i with the cut at k: kept in colour, the rest muted; the line is the energy kept. */
export function SpectrumChart() {
  const box = useRef<HTMLDivElement>(null);
  const surface = useRef<SVGSVGElement>(null);
  const handle = useRef<SVGGElement>(null);
  const ticks = useRef<SVGGElement>(null);
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
  usePaint(ticks, scales, paintTicks);
  const paintCut = useCallback((node: SVGGElement, { at, k }: { at: SpectrumScales; k: number }) => {
    node.setAttribute("transform", `translate(${at.x(k + 1).toFixed(1)} ${((MARGIN.top + at.floor) / 2).toFixed(1)})`);
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
          <PathMark d={frameLine} className={css.frame} />
          <PathMark d={restBars} className={css.rest} />
          <PathMark d={keptBars} className={css.kept} />
          <PathMark d={energyLine} className={css.energy} />
          <g ref={ticks} className={css.ticks} aria-hidden />
          <PathMark d={cutLine} className={css.cut} />
          <LabelMark place={unknown} className={css.note} />
          <LabelMark place={cutLabel} className={css.cutLabel} />
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
