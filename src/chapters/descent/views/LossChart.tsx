import { PathMark } from "../../../scene/marks";
import { derive } from "../../../scene/source";
import { useParameter } from "../../../state/useParameter";
import { pointOf } from "../model";
import { bowl, step, steps } from "../sources";
import { excess } from "../valley";
import css from "./DescentCharts.module.css";
import { LogAxis, logAxis } from "./LogAxis";
import { curveOf, logScale, markerOf, WIDTH } from "./logChart";

const HEIGHT = 170;
/** L − L* at each step: on a log axis its slope is the rate of convergence, whatever the least loss is. */
const losses = derive([bowl, steps], (valley, run) => run.map((at) => excess(valley, pointOf(at))));
const scale = derive([losses], (all) => logScale(all, all[0] ?? 0, HEIGHT));
const curve = derive([scale, losses], curveOf);
const marker = derive([scale, losses, step], markerOf);
const axis = logAxis(scale);

/** Loss against the step on a log axis, with the step shown. */
export function LossChart() {
  const onData = useParameter((s) => s.descent.loss === "leastSquares");
  return (
    <figure className={css.chart}>
      <figcaption>{onData ? "Loss above L*, log axis" : "Loss, log axis"}</figcaption>
      <svg viewBox={`-6 -8 ${WIDTH + 8} ${HEIGHT + 30}`} role="img" aria-label="Loss against step, logarithmic">
        <LogAxis axis={axis} height={HEIGHT} />
        <PathMark d={curve} className={css.curve} />
        <PathMark d={marker} className={css.marker} />
      </svg>
    </figure>
  );
}
