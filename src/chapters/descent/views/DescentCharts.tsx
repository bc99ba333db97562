import { formatNumber } from "../../../scene/formatNumber";
import { LabelMark, type LabelPlace, PathMark } from "../../../scene/marks";
import { derive } from "../../../scene/source";
import { left, STEPS } from "../model";
import { lambda, learningRate, step, steps } from "../sources";
import css from "./DescentStage.module.css";

const WIDTH = 200;
const HEIGHT = 130;
const GUTTER = 44;
/** Below this part of the first loss the curve has reached rounding error. */
const FLOOR = 1e-16;

const scale = derive([steps], (run) => {
  const losses = run.map(({ loss }) => loss).filter((loss) => loss > 0);
  const top = Math.ceil(Math.log10(Math.max(...losses, 1e-300)));
  const floor = Math.log10(Math.max(losses[0] ?? 1, 1e-300) * FLOOR);
  const bottom = Math.min(top - 1, Math.floor(Math.log10(Math.min(...losses, 1e300))));
  return { top, bottom: Math.max(bottom, Math.floor(floor)) };
});
type Scale = ReturnType<typeof scale.get>;
const place = ({ top, bottom }: Scale, k: number, loss: number): readonly [number, number] => [
  (k / STEPS) * (WIDTH - GUTTER),
  Math.min(HEIGHT, ((top - Math.log10(Math.max(loss, 10 ** bottom))) / (top - bottom)) * HEIGHT),
];
const curve = derive([steps, scale], (run, s) => {
  if (run.length < 2) return "";
  return `M${run
    .map(({ loss }, k) =>
      place(s, k, loss)
        .map((v) => v.toFixed(1))
        .join(" "),
    )
    .join("L")}`;
});
const marker = derive([steps, scale, step], (run, s, k) => {
  const [x, y] = place(s, k, run[k]?.loss ?? 0);
  return `M${(x - 4).toFixed(1)} ${y.toFixed(1)}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0`;
});
const tick = (part: number) =>
  derive([scale], (s): LabelPlace => {
    const power = Math.round(s.top - part * (s.top - s.bottom));
    return { text: `1e${String(power).replace("-", "−")}`, at: [WIDTH, part * HEIGHT + 4] };
  });
const ticks = [0, 1 / 2, 1].map((part) => ({ part, place: tick(part) }));

const shrink = derive([lambda, learningRate], left);
const bar = (k: 0 | 1) =>
  derive(
    [shrink],
    (parts) =>
      `M24 ${8 + 30 * k}h${(Math.min(1, parts[k]) * 120).toFixed(1)}v14h${(-Math.min(1, parts[k]) * 120).toFixed(1)}Z`,
  );
const value = (k: 0 | 1) =>
  derive([shrink], (parts): LabelPlace => ({ text: formatNumber(parts[k]), at: [196, 20 + 30 * k] }));
const bars = ([0, 1] as const).map((k) => ({ k, d: bar(k), value: value(k) }));

/** Loss against the step on a log axis, and what a step leaves along each eigenvector. */
export function DescentCharts() {
  return (
    <div className={css.charts}>
      <figure className={css.chart}>
        <figcaption>Loss, log axis</figcaption>
        <svg viewBox={`-6 -8 ${WIDTH + 8} ${HEIGHT + 16}`} role="img" aria-label="Loss against step, logarithmic">
          {ticks.map(({ part }) => (
            <line key={part} className={css.rule} x1={0} x2={WIDTH - GUTTER} y1={part * HEIGHT} y2={part * HEIGHT} />
          ))}
          <PathMark d={curve} className={css.curve} />
          <PathMark d={marker} className={css.marker} />
          {ticks.map(({ part, place: at }) => (
            <LabelMark key={part} place={at} className={css.tick} />
          ))}
        </svg>
      </figure>
      <figure className={css.chart}>
        <figcaption>Left along each eigenvector</figcaption>
        <svg viewBox="0 0 200 66" role="img" aria-label="Factor |1 − αλ| of a gradient step along each eigenvector">
          {bars.map(({ k, d, value: at }) => (
            <g key={k}>
              <rect className={css.track} x={24} y={8 + 30 * k} width={120} height={14} />
              <PathMark d={d} className={css.bar} />
              <text className={css.name} x={0} y={20 + 30 * k}>{`v${"₁₂"[k]}`}</text>
              <LabelMark place={at} className={css.value} />
            </g>
          ))}
        </svg>
        <p className={css.note}>|1 − αλ| per gradient step: below 1 it shrinks</p>
      </figure>
    </div>
  );
}
