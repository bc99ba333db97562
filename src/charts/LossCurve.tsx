import { line, scaleLinear, scaleLog } from "d3";
import { useCallback, useRef } from "react";
import { formatNumber } from "../scene/formatNumber";
import { PathMark } from "../scene/marks";
import { derive, type Source } from "../scene/source";
import { usePaint } from "../scene/usePaint";
import css from "./LossCurve.module.css";

export interface CurvePoint {
  readonly step: number;
  readonly value: number;
}

export interface CurveLine {
  readonly name: string;
  /** In order of step; a value that cannot be drawn leaves a gap. */
  readonly points: Source<readonly CurvePoint[]>;
  /** Colour never stands alone: one line is drawn dashed. */
  readonly dashed?: boolean;
  readonly tone: "ink" | "muted";
}

interface Props {
  readonly title: string;
  readonly lines: readonly CurveLine[];
  /** The last step on the axis. */
  readonly end: Source<number>;
  /** The step that is shown elsewhere: a vertical rule. */
  readonly step: Source<number>;
  /** A log axis for losses, else an axis from 0 to 1 for shares. */
  readonly log?: boolean;
  /** Writes shares as per cent. */
  readonly percent?: boolean;
  /** The curve in words. */
  readonly label: string;
}

const WIDTH = 288;
const GUTTER = 38;
const MOST_POINTS = 240;

/** Curves of loss or score against the training step. */
export function LossCurve({ title, lines, end, step, log = false, percent = false, label }: Props) {
  const height = log ? 130 : 64;
  const parts = useRef(layout(lines, end, step, { log, percent, height })).current;
  const ticks = useRef<SVGGElement>(null);
  const paint = useCallback((group: SVGGElement, marks: readonly Tick[]) => writeTicks(group, marks), []);
  usePaint(ticks, parts.ticks, paint);
  return (
    <figure className={css.chart}>
      <figcaption>
        {title}
        {lines.map(({ name, dashed, tone }) => (
          <span key={name} className={css.key} data-tone={tone} data-dashed={dashed || undefined}>
            {name}
          </span>
        ))}
      </figcaption>
      <svg viewBox={`-4 -6 ${WIDTH + 8} ${height + 24}`} role="img" aria-label={label}>
        <g ref={ticks} className={css.ticks} />
        <PathMark d={parts.rule} className={css.rule} />
        {lines.map(({ name, dashed, tone }, k) => (
          <g key={name} data-tone={tone} data-dashed={dashed || undefined} className={css.line}>
            <PathMark d={parts.paths[k] ?? parts.rule} />
          </g>
        ))}
      </svg>
    </figure>
  );
}

interface Tick {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly side: "x" | "y";
}

function layout(
  lines: readonly CurveLine[],
  end: Source<number>,
  step: Source<number>,
  { log, percent, height }: { log: boolean; percent: boolean; height: number },
) {
  const all = derive(
    lines.map(({ points }) => points),
    (...curves) => curves as readonly (readonly CurvePoint[])[],
  );
  const domain = derive([all], (curves): readonly [number, number] => (log ? decades(curves) : [0, 1]));
  const x = derive([end], (last) => scaleLinear([0, Math.max(1, last)], [GUTTER, WIDTH]));
  const y = derive([domain], ([low, high]) => (log ? scaleLog : scaleLinear)([low, high], [height, 0]));
  const paths = lines.map(({ points }) =>
    derive([points, x, y], (curve, sx, sy) => {
      const stride = Math.max(1, Math.ceil(curve.length / MOST_POINTS));
      const shown = curve.filter((_, k) => k % stride === 0 || k === curve.length - 1);
      const path = line<CurvePoint>()
        .defined(({ value }) => Number.isFinite(value) && (!log || value > 0))
        .x((p) => sx(p.step))
        .y((p) => sy(Math.max(sy.domain()[0] ?? 0, p.value)))
        .digits(1);
      return path(shown) ?? "";
    }),
  );
  const rule = derive([step, x], (k, sx) => `M${sx(k).toFixed(1)} 0V${height}`);
  const ticks = derive([x, y, domain], (sx, sy, [low, high]): readonly Tick[] => {
    const values = log ? powers(low, high) : [0, 0.5, 1];
    const steps = sx.ticks(4).filter(Number.isInteger);
    return [
      ...values.map((v) => ({
        text: percent ? `${100 * v} %` : formatNumber(v),
        x: GUTTER - 6,
        y: sy(v),
        side: "y" as const,
      })),
      ...steps.map((k) => ({ text: String(k), x: sx(k), y: height, side: "x" as const })),
    ];
  });
  return { paths, rule, ticks };
}

/** Whole decades around the values; never below 1e-12 of the top. */
function decades(curves: readonly (readonly CurvePoint[])[]): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (const curve of curves)
    for (const { value } of curve)
      if (value > 0 && Number.isFinite(value)) [low, high] = [Math.min(low, value), Math.max(high, value)];
  if (high === 0) return [0.1, 1];
  const top = Math.ceil(Math.log10(high));
  const bottom = Math.max(top - 12, Math.floor(Math.log10(low)));
  return [10 ** Math.min(bottom, top - 1), 10 ** top];
}

function powers(low: number, high: number): number[] {
  const [from, to] = [Math.round(Math.log10(low)), Math.round(Math.log10(high))];
  const stride = Math.max(1, Math.ceil((to - from) / 4));
  return Array.from({ length: Math.floor((to - from) / stride) + 1 }, (_, k) => 10 ** (to - k * stride));
}

const SVG = "http://www.w3.org/2000/svg";

/** One line and one text for each tick; the nodes are reused. */
function writeTicks(group: SVGGElement, marks: readonly Tick[]): void {
  while (group.childNodes.length > 2 * marks.length) group.lastChild?.remove();
  while (group.childNodes.length < 2 * marks.length)
    group.append(document.createElementNS(SVG, "line"), document.createElementNS(SVG, "text"));
  marks.forEach(({ text, x, y, side }, k) => {
    const [rule, words] = [group.children[2 * k], group.children[2 * k + 1]];
    if (!rule || !words) return;
    const across = side === "y";
    const ends = { x1: across ? GUTTER : x, x2: across ? WIDTH : x, y1: y, y2: across ? y : y + 3 };
    for (const [name, value] of Object.entries(ends)) rule.setAttribute(name, value.toFixed(1));
    words.setAttribute("x", x.toFixed(1));
    words.setAttribute("y", (across ? y + 4 : y + 15).toFixed(1));
    words.setAttribute("text-anchor", across ? "end" : "middle");
    if (words.textContent !== text) words.textContent = text;
  });
}
