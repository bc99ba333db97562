import type { Optimiser } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { derive } from "../../../scene/source";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { Chip, ChipRow } from "../../../ui/Button";
import { NumberField } from "../../../ui/NumberField";
import { Panel } from "../../../ui/Panel";
import { Readout, ReadoutTable } from "../../../ui/Readout";
import { LiveSlider } from "../../../ui/Slider";
import { beta, bowl, current, dial, lambda, learningRate, state, steps, tilt } from "../sources";
import css from "./DescentInspector.module.css";

const OPTIMISERS: readonly { id: Optimiser; name: string }[] = [
  { id: "gradientDescent", name: "Gradient" },
  { id: "momentum", name: "Momentum" },
  { id: "nesterov", name: "Nesterov" },
  { id: "adaGrad", name: "AdaGrad" },
  { id: "rmsProp", name: "RMSProp" },
  { id: "adam", name: "Adam" },
];
const LARGEST_RATE = 1e6;
const first = derive([steps], (run) => run[0]?.loss ?? 1);
const numbers = {
  state: derive([state], ({ word }) => word),
  loss: derive([current, first], ({ loss }, scale) => formatNumber(loss, scale)),
  slope: derive([current, first], ({ gradient }, scale) => formatNumber(Math.hypot(...gradient), scale)),
  kappa: derive([bowl], ({ lambda: [large, small] }) => formatNumber(large / small)),
};
const kappa = derive([lambda], ([large, small]) => large / small);
const change = (apply: (value: number) => void) => (value: number) => {
  beginGesture();
  apply(value);
};
const degrees = (value: number) => `${formatNumber(value, 180)}°`;
const times = (value: number) => `${formatNumber(value)}/λ₁`;

export function DescentInspector() {
  const optimiser = useParameter((s) => s.descent.optimiser);
  return (
    <>
      <Panel title="Learning rate α, in units of 1/λ₁">
        <div className={css.zones} aria-hidden="true">
          <span className={css.slow} />
          <span className={css.monotone} />
          <span className={css.zigzag} />
          <span className={css.diverging} />
        </div>
        <LiveSlider
          label="α λ₁"
          name="Learning rate in units of 1 over lambda 1"
          source={dial}
          min={0}
          max={2.5}
          step={0.01}
          format={times}
          onChange={change((value) => update("descent", { learningRate: value / lambda.get()[0] }))}
          onCommit={endGesture}
        />
        <p className={css.note}>Gradient descent: slow, monotone from ½, zig-zag from 1, diverging above 2.</p>
        <div className={css.row}>
          <span>α</span>
          <NumberField
            label="Learning rate α"
            value={learningRate.get()}
            source={learningRate}
            step={0.01}
            min={0}
            max={LARGEST_RATE}
            tone="basis-i"
            format={formatNumber}
            onChange={change((value) => update("descent", { learningRate: value }))}
            onCommit={endGesture}
          />
        </div>
      </Panel>
      <Panel title="Optimiser">
        <ChipRow label="Optimiser">
          {OPTIMISERS.map(({ id, name }) => (
            <Chip
              key={id}
              selected={id === optimiser}
              onClick={() => commit(() => update("descent", { optimiser: id }))}
            >
              {name}
            </Chip>
          ))}
        </ChipRow>
        {(optimiser === "momentum" || optimiser === "nesterov") && (
          <LiveSlider
            label="Momentum β"
            source={beta}
            min={0}
            max={0.99}
            step={0.01}
            format={formatNumber}
            onChange={change((value) => update("descent", { beta: value }))}
            onCommit={endGesture}
          />
        )}
      </Panel>
      <Panel title="Valley">
        <LiveSlider
          label="Condition κ = λ₁/λ₂"
          source={kappa}
          min={1}
          max={100}
          log
          format={formatNumber}
          onChange={change((value) => update("descent", { lambda: [lambda.get()[1] * value, lambda.get()[1]] }))}
          onCommit={endGesture}
        />
        <LiveSlider
          label="Tilt"
          source={tilt}
          min={-90}
          max={90}
          step={1}
          format={degrees}
          onChange={change((value) => update("descent", { tilt: value }))}
          onCommit={endGesture}
        />
      </Panel>
      <Panel title="At this step">
        <ReadoutTable label="Numbers of the run">
          <Readout label="State" value={numbers.state} />
          <Readout label="L(w)" value={numbers.loss} />
          <Readout label="‖∇L‖" value={numbers.slope} />
          <Readout label="κ" value={numbers.kappa} tone="eigen" />
        </ReadoutTable>
      </Panel>
    </>
  );
}
