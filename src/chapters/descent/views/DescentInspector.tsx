import { numberColumns } from "../../../data/columns";
import type { Optimiser } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { derive, type Source } from "../../../scene/source";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { Chip, ChipRow } from "../../../ui/Button";
import { LiveText } from "../../../ui/LiveText";
import { NumberField } from "../../../ui/NumberField";
import { Panel } from "../../../ui/Panel";
import { Readout, ReadoutTable } from "../../../ui/Readout";
import { Segmented } from "../../../ui/Segmented";
import { Select } from "../../../ui/Select";
import { LiveSlider } from "../../../ui/Slider";
import { Switch } from "../../../ui/Switch";
import { useSource } from "../../../ui/useSource";
import { ZoneSlider } from "../../../ui/ZoneSlider";
import { changeDescent, changeGround, LARGEST_RATE, setCondition, setDial, setRate } from "../acts";
import { MEMORY } from "../memory";
import {
  beta,
  bowl,
  current,
  dataset,
  dial,
  lambda,
  learningRate,
  note,
  optimiser,
  state,
  tilt,
  x,
  y,
} from "../sources";
import { DIAL_END, dialNote, ticksOf, zonesOf } from "../zones";
import css from "./DescentInspector.module.css";
import { DescentNumbers } from "./DescentNumbers";

const LOSSES = [
  { value: "quadratic", label: "Quadratic" },
  { value: "leastSquares", label: "Dataset" },
] as const;
const OPTIMISERS: readonly { id: Optimiser; name: string }[] = [
  { id: "gradientDescent", name: "Gradient" },
  { id: "momentum", name: "Momentum" },
  { id: "nesterov", name: "Nesterov" },
  { id: "adaGrad", name: "AdaGrad" },
  { id: "rmsProp", name: "RMSProp" },
  { id: "adam", name: "Adam" },
];
const SHOWN = [
  ["showContours", "Contours"],
  ["showEigen", "Eigenvectors"],
] as const;
const kappa = derive([lambda], ([large, small]) => large / small);
const curvatures = derive([bowl], (v) => v.lambda);
const change = (apply: (value: number) => void) => (value: number) => {
  beginGesture();
  apply(value);
};
const degrees = (value: number) => `${formatNumber(value, 180)}°`;
const times = (value: number) => `${formatNumber(value)} / λ₁`;
const dialWords = derive([dial], times);

export function DescentInspector() {
  return (
    <>
      <LossPanel />
      <RatePanel />
      <OptimiserPanel />
      <DescentNumbers />
      <ShowPanel />
    </>
  );
}

function LossPanel() {
  const loss = useParameter((s) => s.descent.loss);
  return (
    <Panel title="Loss">
      <Segmented
        label="Loss"
        value={loss}
        options={LOSSES}
        onChange={(value) => {
          if (value !== loss) changeDescent({ loss: value });
        }}
      />
      {loss === "quadratic" ? <QuadraticControls /> : <LineControls />}
    </Panel>
  );
}

function QuadraticControls() {
  return (
    <>
      <LiveSlider
        label="Condition κ = λ₁/λ₂"
        source={kappa}
        min={1}
        max={100}
        log
        format={formatNumber}
        onChange={setCondition}
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
    </>
  );
}

function LineControls() {
  const data = useSource(dataset);
  const [right, up, words] = [useSource(x), useSource(y), useSource(note)];
  const standardise = useParameter((s) => s.descent.standardise);
  const columns = data ? numberColumns(data).map(({ name }) => ({ value: name, label: name })) : [];
  return (
    <>
      {columns.length > 1 && (
        <>
          <Select
            label="Predict y"
            value={up}
            options={columns}
            onChange={(name) => changeGround(() => update("data", { target: name }))}
          />
          <Select
            label="from x"
            value={right}
            options={columns}
            onChange={(name) => changeDescent({ featureX: name })}
          />
          <Switch
            label="Standardise x"
            note="Subtracts the mean of x and divides by its standard deviation."
            checked={standardise}
            onChange={(on) => changeDescent({ standardise: on })}
          />
        </>
      )}
      {words && <p className={css.word}>{words}</p>}
    </>
  );
}

function RatePanel() {
  const rule = useSource(optimiser);
  const memory = useSource(beta);
  const now = useSource(curvatures);
  return (
    <Panel title="Learning rate α" aside={<LiveText source={dialWords} className={css.dial} />}>
      <ZoneSlider
        label="Learning rate in units of 1 over lambda 1"
        source={dial}
        min={0}
        max={DIAL_END}
        step={0.01}
        zones={zonesOf(rule, memory)}
        ticks={ticksOf(rule, memory, now)}
        format={formatNumber}
        onChange={setDial}
        onCommit={endGesture}
      />
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
          onChange={setRate}
          onCommit={endGesture}
        />
      </div>
      <StateWord />
      <p className={css.note}>{dialNote(rule, memory)}</p>
    </Panel>
  );
}

const word = derive([state], (s) => s.word);
const tone = derive([state], (s) => s.tone);

function StateWord() {
  return (
    <ReadoutTable label="State of the run">
      <Readout label="State" value={word} tone={useSource(tone)} />
    </ReadoutTable>
  );
}

const memoryRow = (row: (typeof MEMORY)[Optimiser][number]) => ({
  label: row.label,
  value: derive([current, learningRate], row.value) as Source<string>,
});
const MEMORIES = Object.fromEntries(OPTIMISERS.map(({ id }) => [id, MEMORY[id].map(memoryRow)])) as unknown as Record<
  Optimiser,
  readonly ReturnType<typeof memoryRow>[]
>;

function OptimiserPanel() {
  const rule = useSource(optimiser);
  return (
    <Panel title="Optimiser">
      <ChipRow label="Optimiser">
        {OPTIMISERS.map(({ id, name }) => (
          <Chip key={id} selected={id === rule} onClick={() => commit(() => update("descent", { optimiser: id }))}>
            {name}
          </Chip>
        ))}
      </ChipRow>
      {(rule === "momentum" || rule === "nesterov") && (
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
      {MEMORIES[rule].length > 0 && (
        <ReadoutTable label="What the optimiser remembers">
          {MEMORIES[rule].map(({ label, value }) => (
            <Readout key={label} label={label} value={value} />
          ))}
        </ReadoutTable>
      )}
    </Panel>
  );
}

function ShowPanel() {
  const showContours = useParameter((s) => s.descent.showContours);
  const showEigen = useParameter((s) => s.descent.showEigen);
  const shown = { showContours, showEigen };
  return (
    <Panel title="Show">
      {SHOWN.map(([name, label]) => (
        <Switch
          key={name}
          label={label}
          checked={shown[name]}
          onChange={(on) => commit(() => update("descent", { [name]: on }))}
        />
      ))}
    </Panel>
  );
}
