import { formatNumber } from "../../../scene/formatNumber";
import { MarkLayer } from "../../../scene/MarkLayer";
import { tickText } from "../../../scene/marks/axisTicks";
import type { Shape } from "../../../scene/shape";
import { derive } from "../../../scene/source";
import { LiveText } from "../../../ui/LiveText";
import { isLinear } from "../model";
import { left, optimiser, valley } from "../sources";
import css from "./DescentCharts.module.css";

const LENGTH = 116;
/** Close to 1 the digits that matter are those of the difference: 0.9989 is not 1.00. */
const factorText = (part: number) => (Math.abs(part - 1) < 0.01 && part !== 1 ? part.toFixed(5) : formatNumber(part));
/** A bar for each eigenvector. What is over 1 grows: its bar is full, in the colour of what goes wrong, and says so. */
const shapes = derive([left, valley], (parts, ground): readonly Shape[] =>
  ([0, 1] as const).flatMap((k) => {
    const top = 6 + 28 * k;
    const part = ground ? parts[k] : 0;
    const filled = (length: number, name: string, tone: string): Shape => ({
      kind: "path",
      name,
      d: length > 0 ? `M24 ${top}h${length.toFixed(1)}v16h${(-length).toFixed(1)}Z` : "",
      fill: tone,
    });
    const words = { ...tickText("", [0, 0], "start"), size: 13 };
    return [
      filled(LENGTH, "track", "surface-2"),
      filled(Math.min(1, part) * LENGTH, "left", part > 1 ? "bad" : "eigen"),
      { ...words, name: `v${k + 1}`, text: `v${"₁₂"[k]}`, at: [0, top + 12], tone: "eigen", face: "math" },
      ground
        ? {
            ...words,
            text: `${part > 1 ? "×" : ""}${factorText(part)}`,
            at: [200, top + 12],
            anchor: "end",
            tone: "ink",
            size: 12,
          }
        : words,
    ];
  }),
);
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
        <MarkLayer shapes={shapes} />
      </svg>
      <p className={css.note}>
        <LiveText source={words} />
      </p>
    </figure>
  );
}
