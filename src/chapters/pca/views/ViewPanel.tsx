import type { Pca } from "../../../math";
import { commit } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { useSettled } from "../../../state/useSettled";
import { LiveText } from "../../../ui/LiveText";
import { Panel } from "../../../ui/Panel";
import { Segmented } from "../../../ui/Segmented";
import { Select } from "../../../ui/Select";
import { Switch } from "../../../ui/Switch";
import { useSource } from "../../../ui/useSource";
import { fanWords } from "../fan";
import { percent, usedNames } from "../plane";
import { colour, features, pair, plane, REFIT } from "../sources";
import css from "./PcaInspector.module.css";
import { VIEWS } from "./viewList";

const CHOICES = VIEWS.map(({ id, label }) => ({ value: id, label }));
/** Views whose points lie on two axes. */
const PLANE: readonly string[] = ["original", "scores", "biplot"];
const ON_COMPONENTS: readonly string[] = ["scores", "biplot", "loadings"];
/** A longer list is not searched by eye; the rest is chosen by choosing features. */
const MOST_COMPONENTS = 100;

/** Which picture, and what stands on its axes. */
export function ViewPanel({ model }: { readonly model: Pca }) {
  const view = useParameter((s) => s.pca.view);
  const ellipse = useParameter((s) => s.pca.showEllipse);
  const perClass = useParameter((s) => s.pca.showClassEllipses);
  const fanned = useParameter((s) => s.pca.showBootstrap);
  const classes = useSettled(colour) !== undefined;
  return (
    <Panel title="View">
      <Segmented
        label="View"
        value={view}
        options={CHOICES}
        wrap
        onChange={(value) => commit(() => update("pca", { ...REFIT, view: value }))}
      />
      {view === "original" && <FeatureAxes model={model} />}
      {ON_COMPONENTS.includes(view) && <ComponentAxes model={model} />}
      {classes && PLANE.includes(view) && (
        <Switch
          label="Ellipse for each class"
          checked={perClass}
          onChange={(on) => commit(() => update("pca", { showClassEllipses: on }))}
        />
      )}
      {view === "original" && (
        <Switch
          label="Fan of resamples"
          checked={fanned}
          note={fanned ? <LiveText source={fanWords} /> : undefined}
          onChange={(on) => commit(() => update("pca", { showBootstrap: on }))}
        />
      )}
      {view !== "biplot" && PLANE.includes(view) && (
        <Switch
          label="2σ ellipse"
          checked={ellipse}
          onChange={(on) => commit(() => update("pca", { showEllipse: on }))}
        />
      )}
    </Panel>
  );
}

function FeatureAxes({ model }: { readonly model: Pca }) {
  const names = usedNames(model, useSettled(features));
  const now = useSettled(plane)?.names;
  if (!now || names.length < 2) return null;
  const options = names.map((name) => ({ value: name, label: name }));
  const set = (k: 0 | 1) => (name: string) => {
    // The feature that is taken from the other axis leaves its own in exchange.
    const [x, y] = k === 0 ? [name, name === now[1] ? now[0] : now[1]] : [name === now[0] ? now[1] : now[0], name];
    commit(() => update("pca", { ...REFIT, featureX: x, featureY: y }));
  };
  return (
    <div className={css.pair}>
      <Select label="Across" value={now[0]} options={options} onChange={set(0)} />
      <Select label="Up" value={now[1]} options={options} onChange={set(1)} />
    </div>
  );
}

function ComponentAxes({ model }: { readonly model: Pca }) {
  const [x, y] = useSource(pair);
  if (y === null) return <p className={css.note}>There is only one component: the scores lie on a line.</p>;
  const options = Array.from(model.explainedVarianceRatio.slice(0, MOST_COMPONENTS), (ratio, k) => ({
    value: String(k),
    // The space is one that does not break: a narrow column has one line for it.
    label: `PC${k + 1}, ${percent(ratio)}`.replaceAll(" ", "\u00a0"),
  }));
  const set = (axis: 0 | 1) => (value: string) => {
    const k = Number(value);
    const [a, b] = axis === 0 ? [k, k === y ? x : y] : [k === x ? y : x, k];
    commit(() => update("pca", { ...REFIT, componentX: a, componentY: b }));
  };
  return (
    <div className={css.pair}>
      <Select label="Across" value={String(x)} options={options} onChange={set(0)} />
      <Select label="Up" value={String(y)} options={options} onChange={set(1)} />
    </div>
  );
}
