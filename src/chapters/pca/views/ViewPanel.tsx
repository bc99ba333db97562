import type { Pca } from "../../../math";
import { derive } from "../../../scene/source";
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
import { third, trio, turn } from "../space/sources";
import { turns } from "../space/turnSources";
import css from "./PcaInspector.module.css";
import { VIEWS } from "./viewList";

const CHOICES = VIEWS.map(({ id, label }) => ({ value: id, label }));
/** Views whose points lie on two axes. */
const PLANE: readonly string[] = ["original", "scores", "biplot"];
const DIMENSIONS = [
  { value: "plane", label: "Plane" },
  { value: "space", label: "Space" },
] as const;
const ON_COMPONENTS: readonly string[] = ["scores", "biplot", "loadings"];
/** A longer list is not searched by eye; the rest is chosen by choosing features. */
const MOST_COMPONENTS = 100;

/** On its way to the components that are to be chosen, which the original view else does not show. */
const onTheWay = derive([turns, turn], (can, t) => can && t > 0);

/** Which picture, and what stands on its axes. */
export function ViewPanel({ model }: { readonly model: Pca }) {
  const view = useParameter((s) => s.pca.view);
  const space = useParameter((s) => s.pca.space);
  const ellipse = useParameter((s) => s.pca.showEllipse);
  const perClass = useParameter((s) => s.pca.showClassEllipses);
  const fanned = useParameter((s) => s.pca.showBootstrap);
  const turned = useSettled(onTheWay);
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
      {PLANE.includes(view) && (
        <Segmented
          label="Axes"
          value={space ? "space" : "plane"}
          options={DIMENSIONS}
          onChange={(value) => commit(() => update("pca", { ...REFIT, space: value === "space" }))}
        />
      )}
      {view === "original" && <FeatureAxes model={model} />}
      {(ON_COMPONENTS.includes(view) || turned) && <ComponentAxes model={model} />}
      {classes && PLANE.includes(view) && (
        <Switch
          label={space ? "Ellipsoid for each class" : "Ellipse for each class"}
          checked={perClass}
          onChange={(on) => commit(() => update("pca", { showClassEllipses: on }))}
        />
      )}
      {view === "original" && !space && (
        <Switch
          label="Fan of resamples"
          checked={fanned}
          note={fanned ? <LiveText source={fanWords} /> : undefined}
          onChange={(on) => commit(() => update("pca", { showBootstrap: on }))}
        />
      )}
      {view !== "biplot" && PLANE.includes(view) && (
        <Switch
          label={space ? "2σ ellipsoid" : "2σ ellipse"}
          checked={ellipse}
          onChange={(on) => commit(() => update("pca", { showEllipse: on }))}
        />
      )}
    </Panel>
  );
}

function FeatureAxes({ model }: { readonly model: Pca }) {
  const names = usedNames(model, useSettled(features));
  const flat = useSettled(plane)?.names;
  const space = useParameter((s) => s.pca.space);
  const z = useSettled(third);
  if (!flat || names.length < 2) return null;
  const now = space && z !== null ? [...flat, names[z] ?? ""] : flat;
  const options = names.map((name) => ({ value: name, label: name }));
  const set = (k: number) => (name: string) => {
    const [featureX = "", featureY = "", featureZ = ""] = exchanged(now, k, name);
    commit(() => update("pca", { ...REFIT, featureX, featureY, ...(now.length === 3 ? { featureZ } : {}) }));
  };
  return <AxisChoices now={now} options={options} set={set} />;
}

function ComponentAxes({ model }: { readonly model: Pca }) {
  const [x, y] = useSource(pair);
  const space = useParameter((s) => s.pca.space);
  const three = useSource(trio);
  if (y === null) return <p className={css.note}>There is only one component: the scores lie on a line.</p>;
  const now = space && three ? three : [x, y];
  const options = Array.from(model.explainedVarianceRatio.slice(0, MOST_COMPONENTS), (ratio, k) => ({
    value: String(k),
    // The space is one that does not break: a narrow column has one line for it.
    label: `PC${k + 1}, ${percent(ratio)}`.replaceAll(" ", "\u00a0"),
  }));
  const set = (axis: number) => (value: string) => {
    const [componentX = x, componentY = y, componentZ] = exchanged(now, axis, Number(value));
    const deep = componentZ === undefined ? {} : { componentZ };
    commit(() => update("pca", { ...REFIT, componentX, componentY, ...deep }));
  };
  return <AxisChoices now={now.map(String)} options={options} set={set} />;
}

/** What is taken from another axis leaves its own there in exchange. */
const exchanged = <T,>(now: readonly T[], k: number, to: T): readonly T[] =>
  now.map((old, j) => (j === k ? to : old === to ? (now[k] as T) : old));

interface AxisChoicesProps {
  readonly now: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly set: (axis: number) => (value: string) => void;
}

/** What stands across and up, or on x, y and z. */
function AxisChoices({ now, options, set }: AxisChoicesProps) {
  const labels = now.length === 3 ? ["x", "y", "z"] : ["Across", "Up"];
  return (
    <div className={css.pair}>
      {now.map((value, k) => (
        <Select key={labels[k]} label={labels[k] ?? ""} value={value} options={options} onChange={set(k)} />
      ))}
    </div>
  );
}
