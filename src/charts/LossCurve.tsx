import { scaleLinear, scaleLog } from "d3";
import { useRef } from "react";
import type { Vec2 } from "../math";
import { formatNumber } from "../scene/formatNumber";
import { MarkLayer } from "../scene/MarkLayer";
import { tickText } from "../scene/marks/axisTicks";
import { curve, type Scales } from "../scene/marks/curve";
import { pathShape, type Shape } from "../scene/shape";
import { derive, type Source } from "../scene/source";
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
  const shapes = useRef(layout(lines, end, step, { log, percent, height })).current;
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
        <MarkLayer shapes={shapes} />
      </svg>
    </figure>
  );
}

function layout(
  lines: readonly CurveLine[],
  end: Source<number>,
  step: Source<number>,
  { log, percent, height }: { log: boolean; percent: boolean; height: number },
): Source<readonly Shape[]> {
  const all = derive(
    lines.map(({ points }) => points),
    (...curves) => curves as readonly (readonly CurvePoint[])[],
  );
  const domain = derive([all], (curves): readonly [number, number] => (log ? decades(curves) : [0, 1]));
  const x = derive([end], (last) => scaleLinear([0, Math.max(1, last)], [GUTTER, WIDTH]));
  const y = derive([domain], ([low, high]) => (log ? scaleLog : scaleLinear)([low, high], [height, 0]));
  const curves = derive([all, x, y], (series, sx, sy): readonly Shape[] =>
    series.map((points, k) => {
      const stride = Math.max(1, Math.ceil(points.length / MOST_POINTS));
      const shown = points.filter((_, i) => i % stride === 0 || i === points.length - 1);
      const { name = "", tone = "ink", dashed } = lines[k] ?? {};
      const bottom = sy.domain()[0] ?? 0;
      const scales: Scales = { x: sx, y: (v) => (log && !(v > 0) ? Number.NaN : sy(Math.max(bottom, v))) };
      const at = shown.map(({ step: i, value }): Vec2 => [i, value]);
      return curve(scales, at, { name, tone, width: 1.8, dash: dashed ? [5, 3] : undefined });
    }),
  );
  const rule = derive([step, x], (k, sx): readonly Shape[] => [
    pathShape(`M${sx(k).toFixed(1)} 0V${height}`, { name: "step", tone: "muted", width: 1 }),
  ]);
  const ticks = derive([x, y, domain], (sx, sy, [low, high]): readonly Shape[] => {
    const values = log ? powers(low, high) : [0, 0.5, 1];
    const steps = sx.ticks(4).filter(Number.isInteger);
    const across = values.map((v) => `M${GUTTER} ${sy(v).toFixed(1)}H${WIDTH}`);
    const down = steps.map((k) => `M${sx(k).toFixed(1)} ${height}v3`);
    return [
      pathShape([...across, ...down].join(""), { name: "rules", tone: "line", width: 1 }),
      ...values.map((v) => tickText(percent ? `${100 * v} %` : formatNumber(v), [GUTTER - 6, sy(v) + 4], "end")),
      ...steps.map((k) => tickText(String(k), [sx(k), height + 15], "middle")),
    ];
  });
  return derive([ticks, rule, curves], (...parts) => parts.flat());
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
