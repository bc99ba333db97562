import { LabelMark, type LabelPlace, PathMark } from "../../../scene/marks";
import { derive, type Source } from "../../../scene/source";
import { STEPS } from "../model";
import css from "./DescentCharts.module.css";
import { GUTTER, type LogScale, MOST_TICKS, rulesOf, tickOf, WIDTH } from "./logChart";

export interface Axis {
  readonly rules: Source<string>;
  readonly ticks: readonly Source<LabelPlace>[];
}

/** The lines and the powers of ten of a log chart; made once, beside the chart's other sources. */
export const logAxis = (scale: Source<LogScale>): Axis => ({
  rules: derive([scale], rulesOf),
  ticks: Array.from({ length: MOST_TICKS + 1 }, (_, k) => derive([scale], (s) => tickOf(s, k))),
});

export function LogAxis({ axis, height }: { readonly axis: Axis; readonly height: number }) {
  return (
    <>
      <PathMark d={axis.rules} className={css.rule} />
      {axis.ticks.map((at, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the ticks are a fixed list
        <LabelMark key={k} place={at} className={css.tick} />
      ))}
      <text className={css.along} x={0} y={height + 18}>
        step 0
      </text>
      <text className={css.alongEnd} x={WIDTH - GUTTER} y={height + 18}>
        {STEPS}
      </text>
    </>
  );
}
