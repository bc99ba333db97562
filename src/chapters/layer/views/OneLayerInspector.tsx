import { ACTIVATIONS, type Mat2, type Vec2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { derive } from "../../../scene/source";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { Chip, ChipRow } from "../../../ui/Button";
import { MatrixField } from "../../../ui/MatrixField";
import { Panel } from "../../../ui/Panel";
import { Readout, ReadoutTable } from "../../../ui/Readout";
import { Select } from "../../../ui/Select";
import { ACTIVATION_NAMES, percent, preactivation } from "../model";
import { bias, h, layer, reading, weights, x } from "../sources";
import { ActivationPicture } from "./ActivationPicture";
import { AxisPanel } from "./AxisPanel";
import css from "./LayerInspector.module.css";

const LIMIT = 1e12;
const OPTIONS = ACTIVATIONS.map((name) => ({ value: name, label: ACTIVATION_NAMES[name] }));
const PRESETS: readonly { name: string; weights: Mat2; bias: Vec2 }[] = [
  { name: "Identity", weights: [1, 0, 0, 1], bias: [0, 0] },
  { name: "Shear", weights: [1, 1, 0, 1], bias: [0, 0] },
  { name: "Steep", weights: [4, 0, 0, 4], bias: [0, 0] },
  { name: "Flatten", weights: [1, -1, -1, 1], bias: [0, 0] },
];
const vector = ([a, b]: Vec2) => `${formatNumber(a)}, ${formatNumber(b)}`;
const numbers = {
  det: derive([reading], ({ det, scale }) => formatNumber(det, scale * scale)),
  flat1: derive([reading], ({ flat }) => percent(flat[0])),
  flat2: derive([reading], ({ flat }) => percent(flat[1])),
  x: derive([x], vector),
  z: derive([layer, x], (l, at) => vector(preactivation(l, at))),
  h: derive([h], vector),
};

export function OneLayerInspector() {
  const activation = useParameter((s) => s.layer.activation);
  return (
    <>
      <Panel title="Weights W and bias b">
        <div className={css.matrices}>
          <MatrixField
            name="W"
            rows={2}
            cols={2}
            values={weights.get()}
            source={weights}
            tones={["basis-i", "basis-j"]}
            min={-LIMIT}
            max={LIMIT}
            onChange={(k, value) => {
              beginGesture();
              update("layer", { weights: weights.get().map((v, i) => (i === k ? value : v)) as unknown as Mat2 });
            }}
            onCommit={endGesture}
          />
          <MatrixField
            name="b"
            rows={2}
            cols={1}
            values={bias.get()}
            source={bias}
            min={-LIMIT}
            max={LIMIT}
            onChange={(k, value) => {
              beginGesture();
              update("layer", { bias: k === 0 ? [value, bias.get()[1]] : [bias.get()[0], value] });
            }}
            onCommit={endGesture}
          />
        </div>
        <ChipRow label="Presets">
          {PRESETS.map(({ name, ...preset }) => (
            <Chip key={name} onClick={() => commit(() => update("layer", preset))}>
              {name}
            </Chip>
          ))}
        </ChipRow>
      </Panel>
      <Panel title="Activation σ">
        <Select
          label="σ"
          hideLabel
          value={activation}
          options={OPTIONS}
          onChange={(name) => commit(() => update("layer", { activation: name }))}
        />
        <ActivationPicture />
        <p className={css.note}>
          Bars: the points' Wx + b. Hollow bars lie where σ is flat, its slope under a tenth of its greatest: no
          gradient comes back from there.
        </p>
      </Panel>
      <Panel title="What the layer does">
        <ReadoutTable label="Numbers of the layer">
          <Readout label="det W, signed area" value={numbers.det} tone="singular" />
          <Readout label="unit 1 flat for" value={numbers.flat1} />
          <Readout label="unit 2 flat for" value={numbers.flat2} />
          <Readout label="x" value={numbers.x} />
          <Readout label="Wx + b" value={numbers.z} />
          <Readout label="h" value={numbers.h} />
        </ReadoutTable>
      </Panel>
      <AxisPanel />
    </>
  );
}
