import { formatNumber } from "../../../scene/formatNumber";
import { LabelMark, type LabelPlace, PathMark } from "../../../scene/marks";
import { derive } from "../../../scene/source";
import { LiveText } from "../../../ui/LiveText";
import { isLinear } from "../model";
import { left, optimiser, valley } from "../sources";
import css from "./DescentCharts.module.css";

const LENGTH = 116;
const bar = (k: 0 | 1) =>
  derive([left, valley], (parts, ground) => {
    const length = ground ? Math.min(1, parts[k]) * LENGTH : 0;
    return `M24 ${6 + 28 * k}h${length.toFixed(1)}v16h${(-length).toFixed(1)}Z`;
  });
/** What is over 1 grows: its bar is full, in the colour of what goes wrong, and says so. */
const grown = (k: 0 | 1) =>
  derive([left, valley], (parts, ground) =>
    ground && parts[k] > 1 ? `M24 ${6 + 28 * k}h${LENGTH}v16h${-LENGTH}Z` : "",
  );
const value = (k: 0 | 1) =>
  derive(
    [left, valley],
    (parts, ground): LabelPlace => ({
      text: ground ? `${parts[k] > 1 ? "×" : ""}${factorText(parts[k])}` : "",
      at: [200, 18 + 28 * k],
    }),
  );
/** Close to 1 the digits that matter are those of the difference: 0.9989 is not 1.00. */
const factorText = (part: number) => (Math.abs(part - 1) < 0.01 && part !== 1 ? part.toFixed(5) : formatNumber(part));
const bars = ([0, 1] as const).map((k) => ({ k, d: bar(k), over: grown(k), value: value(k) }));
const words = derive([optimiser], (rule) => {
  if (rule === "gradientDescent") return "|1 − αλ| per step: below 1 it shrinks";
  if (isLinear(rule)) return "per step in the long run, with the memory: below 1 it shrinks";
  return "of the start’s distance, at this step";
});

/** What is left along each eigenvector. */
export function LeftChart() {
  return (
    <figure className={css.chart}>
      <figcaption>Left along each eigenvector</figcaption>
      <svg viewBox="0 0 204 58" role="img" aria-label="What is left along each eigenvector">
        {bars.map(({ k, d, over, value: at }) => (
          <g key={k}>
            <rect className={css.track} x={24} y={6 + 28 * k} width={LENGTH} height={16} rx={2} />
            <PathMark d={d} className={css.bar} />
            <PathMark d={over} className={css.over} />
            <text className={css.name} x={0} y={18 + 28 * k}>{`v${"₁₂"[k]}`}</text>
            <LabelMark place={at} className={css.value} />
          </g>
        ))}
      </svg>
      <p className={css.note}>
        <LiveText source={words} />
      </p>
    </figure>
  );
}
