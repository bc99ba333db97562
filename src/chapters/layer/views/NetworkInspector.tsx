import { ACTIVATIONS, OPTIMISERS } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { derive } from "../../../scene/source";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { Button } from "../../../ui/Button";
import { LiveText } from "../../../ui/LiveText";
import { NumberField } from "../../../ui/NumberField";
import { Panel } from "../../../ui/Panel";
import { Readout, ReadoutTable } from "../../../ui/Readout";
import { Segmented } from "../../../ui/Segmented";
import { Select } from "../../../ui/Select";
import { LiveSlider } from "../../../ui/Slider";
import { useNarrow } from "../../../ui/useNarrow";
import { useSource } from "../../../ui/useSource";
import { ACTIVATION_NAMES } from "../model";
import { beta, blowup, learningRate, now, run, seed, task } from "../networkSources";
import { blowupWords, lossWords, OPTIMISER_NAMES, scoreWords } from "../networkWords";
import { AxisPanel } from "./AxisPanel";
import { HiddenLayers } from "./HiddenLayers";
import css from "./LayerInspector.module.css";
import { NetworkPictures } from "./NetworkPictures";
import { WeightsTable } from "./WeightsTable";

const ACTIVATION_OPTIONS = ACTIVATIONS.map((name) => ({ value: name, label: ACTIVATION_NAMES[name] }));
const OPTIMISER_OPTIONS = OPTIMISERS.map((name) => ({ value: name, label: OPTIMISER_NAMES[name] }));
const BATCHES = [0, 1, 8, 16, 32, 64, 128];
const PACES = [
  { value: "slow", label: "Slow" },
  { value: "normal", label: "Normal" },
  { value: "fast", label: "Fast" },
] as const;
const LARGEST_SEED = 4_294_967_295;
const [SMALLEST_RATE, LARGEST_RATE] = [1e-6, 100];

const alert = derive([blowup, run], (found, of) => blowupWords(found, of?.shape.sizes.length ?? 0));
const notes = derive([task], (of) =>
  of.kind === "missing"
    ? of.text
    : [
        of.kind === "classes"
          ? `Predicts ${of.predicts} (${of.levels.length} classes, softmax and cross-entropy).`
          : `Predicts ${of.predicts}, standardised, with mean squared error.`,
        `${of.trainRows} rows for training, ${of.rows.length - of.trainRows} drawn hollow for testing; the split is the same for every seed.`,
        ...of.notes,
      ].join(" "),
);
const scoreName = derive([task], (of) => (of.kind === "regression" ? "R²" : "accuracy"));
const numbers = {
  trainLoss: derive([now], (at) => (at ? lossWords(at.measure.trainLoss) : "–")),
  testLoss: derive([now], (at) => (at ? lossWords(at.measure.testLoss) : "–")),
  trainScore: derive([now], (at) => (at ? scoreWords(at.run.task, at.measure.trainScore) : "–")),
  testScore: derive([now], (at) => (at ? scoreWords(at.run.task, at.measure.testScore) : "–")),
  count: derive([now], (at) => (at ? String(at.parameters.length) : "–")),
};
const whole = (value: number) => String(Math.round(value));
const change = (apply: (value: number) => void) => (value: number) => {
  beginGesture();
  apply(value);
};
const setRate = change((value) => update("layer", { learningRate: value }));

export function NetworkInspector() {
  const activation = useParameter((s) => s.layer.hiddenActivation);
  const optimiser = useParameter((s) => s.layer.optimiser);
  const batch = useParameter((s) => s.layer.batch);
  const pace = useParameter((s) => s.layer.pace);
  const name = useSource(scoreName);
  const sizes = BATCHES.includes(batch) ? BATCHES : [...BATCHES, batch];
  const narrow = useNarrow();
  return (
    <>
      {narrow && <NetworkPictures />}
      <Panel title="Hidden layers">
        <HiddenLayers />
        <Select
          label="Activation σ"
          value={activation}
          options={ACTIVATION_OPTIONS}
          onChange={(value) => commit(() => update("layer", { hiddenActivation: value }))}
        />
      </Panel>
      <Panel title="Training">
        <Select
          label="Optimiser"
          value={optimiser}
          options={OPTIMISER_OPTIONS}
          onChange={(value) => commit(() => update("layer", { optimiser: value }))}
        />
        <LiveSlider
          label="Learning rate α"
          source={learningRate}
          min={1e-4}
          max={10}
          log
          format={formatNumber}
          onChange={setRate}
          onCommit={endGesture}
        />
        <div className={css.row}>
          <span>α exactly</span>
          <NumberField
            label="Learning rate α exactly"
            value={learningRate.get()}
            source={learningRate}
            step={0.01}
            min={SMALLEST_RATE}
            max={LARGEST_RATE}
            format={formatNumber}
            onChange={setRate}
            onCommit={endGesture}
          />
        </div>
        {(optimiser === "momentum" || optimiser === "nesterov") && (
          <LiveSlider
            label="Momentum β"
            source={beta}
            min={0}
            max={0.99}
            step={0.01}
            format={formatNumber}
            onChange={change((value) => update("layer", { beta: value }))}
            onCommit={endGesture}
          />
        )}
        <Select
          label="Rows in a step"
          value={String(batch)}
          options={sizes.map((size) => ({ value: String(size), label: size === 0 ? "all" : `batch of ${size}` }))}
          onChange={(value) => commit(() => update("layer", { batch: Number(value) }))}
        />
        <div className={css.row}>
          <span>Seed of the weights</span>
          <NumberField
            label="Seed of the weights"
            value={seed.get()}
            source={seed}
            step={1}
            min={0}
            max={LARGEST_SEED}
            format={whole}
            onChange={change((value) => update("layer", { seed: Math.round(value) }))}
            onCommit={endGesture}
          />
        </div>
        <Button onClick={() => commit(() => update("layer", { seed: seed.get() < LARGEST_SEED ? seed.get() + 1 : 0 }))}>
          New initial weights
        </Button>
        <Segmented
          label="Pace"
          value={pace}
          options={PACES}
          onChange={(value) => commit(() => update("layer", { pace: value }))}
        />
        <p className={css.note}>
          A run follows from what is set here. Change it and the run is repeated from its initial weights to the step
          you are at; undo brings the former one back.
        </p>
      </Panel>
      <Panel title="At this step">
        <p className={css.alert} role="status">
          <LiveText source={alert} />
        </p>
        <ReadoutTable label="Numbers of the network">
          <Readout label="training loss" value={numbers.trainLoss} />
          <Readout label={`training ${name}`} value={numbers.trainScore} />
          <Readout label="test loss" value={numbers.testLoss} tone="muted" />
          <Readout label={`test ${name}`} value={numbers.testScore} tone="muted" />
          <Readout label="weights and biases" value={numbers.count} />
        </ReadoutTable>
        <p className={css.note}>
          <LiveText source={notes} />
        </p>
      </Panel>
      <WeightsTable />
      <AxisPanel />
    </>
  );
}
