import { MarkLayer } from "../../../scene/MarkLayer";
import { derive } from "../../../scene/source";
import { useParameter } from "../../../state/useParameter";
import { pointOf } from "../model";
import { bowl, step, steps } from "../sources";
import { excess } from "../valley";
import css from "./DescentCharts.module.css";
import { curveTo, logAxis, logScale, WIDTH } from "./logChart";

const HEIGHT = 170;
/** L − L* at each step: on a log axis its slope is the rate of convergence, whatever the least loss is. */
const losses = derive([bowl, steps], (valley, run) => run.map((at) => excess(valley, pointOf(at))));
const scale = derive([losses], (all) => logScale(all, all[0] ?? 0, HEIGHT));
const shapes = derive([scale, losses, step], (s, all, k) => [
  ...logAxis(s),
  ...curveTo(s, all, k, { name: "loss", tone: "basis-i", width: 2 }),
]);

/** Loss against the step on a log axis, with the step shown. */
export function LossChart() {
  const onData = useParameter((s) => s.descent.loss === "leastSquares");
  return (
    <figure className={css.chart}>
      <figcaption>{onData ? "Loss above L*, log axis" : "Loss, log axis"}</figcaption>
      <svg viewBox={`-6 -8 ${WIDTH + 8} ${HEIGHT + 30}`} role="img" aria-label="Loss against step, logarithmic">
        <MarkLayer shapes={shapes} />
      </svg>
    </figure>
  );
}
