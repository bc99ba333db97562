import type { Vec2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { derive, type Source } from "../../../scene/source";
import { useParameter } from "../../../state/useParameter";
import { LiveText } from "../../../ui/LiveText";
import { Panel } from "../../../ui/Panel";
import { Readout, ReadoutTable } from "../../../ui/Readout";
import { bowl, current, here, lineNow, step, steps, valley } from "../sources";

const first = derive([steps], (run) => run[0]?.loss || 1);
const steepness = derive([steps], (run) => Math.hypot(...(run[0]?.gradient ?? [1])) || 1);
const pair = ([a, b]: Vec2) => {
  const scale = Math.max(Math.abs(a), Math.abs(b)) || 1;
  return `${formatNumber(a, scale)}, ${formatNumber(b, scale)}`;
};
/** Without a valley there are no numbers, and none are made up. */
const known = (value: Source<string>) => derive([valley, value], (v, text) => (v ? text : "none"));
const numbers = {
  w: known(derive([here], pair)),
  best: known(derive([bowl], ({ minimum }) => pair(minimum))),
  loss: known(derive([current, first], ({ loss }, scale) => formatNumber(loss, scale))),
  floor: known(derive([bowl, first], ({ floor }, scale) => formatNumber(floor, scale))),
  slope: known(derive([current, steepness], ({ gradient }, scale) => formatNumber(Math.hypot(...gradient), scale))),
  lambda1: known(derive([bowl], ({ lambda: [large] }) => formatNumber(large))),
  lambda2: known(derive([bowl], ({ lambda: [large, small] }) => formatNumber(small, large))),
  kappa: known(derive([bowl], ({ lambda: [large, small] }) => formatNumber(large / small))),
  line: derive([lineNow], (line) =>
    line ? `${formatNumber(line[0])} x ${line[1] < 0 ? "−" : "+"} ${formatNumber(Math.abs(line[1]))}` : "",
  ),
};
const title = derive([step], (k) => `At step ${k}`);

/** The numbers of the run at the step shown: the picture's table. */
export function DescentNumbers() {
  const onData = useParameter((s) => s.descent.loss === "leastSquares");
  return (
    <Panel title={<LiveText source={title} />}>
      <ReadoutTable label="Numbers of the run">
        <Readout label="L(w)" value={numbers.loss} />
        {onData && <Readout label="L(w*), the least" value={numbers.floor} />}
        <Readout label="‖∇L‖" value={numbers.slope} />
        <Readout label={onData ? "w: slope, intercept" : "w"} value={numbers.w} tone="basis-i" />
        <Readout label="w*" value={numbers.best} />
        {onData && <Readout label="line, y =" value={numbers.line} tone="basis-i" />}
        <Readout label="λ₁" value={numbers.lambda1} tone="eigen" />
        <Readout label="λ₂" value={numbers.lambda2} tone="eigen" />
        <Readout label="κ" value={numbers.kappa} tone="eigen" />
      </ReadoutTable>
    </Panel>
  );
}
