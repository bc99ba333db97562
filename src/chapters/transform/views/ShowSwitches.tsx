import { commit } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { Panel } from "../../../ui/Panel";
import { Switch } from "../../../ui/Switch";

type Shown = "showGrid" | "showCircle" | "showEigen" | "showArea" | "showData" | "showCovariance";

interface Props {
  /** What can always be shown, by what it is called here. */
  readonly names: readonly (readonly [Shown, string])[];
  /** Why there are no fibres to draw; empty where there are. */
  readonly noFibres: string;
  /** Whether A has an inverse; undefined where none is asked for. */
  readonly invertible?: boolean;
}

/** What stands on the stage, of the plane or of space. */
export function ShowSwitches({ names, noFibres, invertible }: Props) {
  // Only the switches: the numbers follow their sources, so a drag renders nothing here.
  const shown = {
    showGrid: useParameter((s) => s.transform.showGrid),
    showCircle: useParameter((s) => s.transform.showCircle),
    showEigen: useParameter((s) => s.transform.showEigen),
    showArea: useParameter((s) => s.transform.showArea),
    showData: useParameter((s) => s.transform.showData),
    showCovariance: useParameter((s) => s.transform.showCovariance),
  };
  const showFibres = useParameter((s) => s.transform.showFibres);
  const showInverse = useParameter((s) => s.transform.showInverse);
  return (
    <Panel title="Show">
      {names.map(([key, label]) => (
        <Switch
          key={key}
          label={label}
          checked={shown[key]}
          onChange={(on) => commit(() => update("transform", { [key]: on }))}
        />
      ))}
      <Switch
        label="Fibres: points with one image"
        checked={showFibres && noFibres === ""}
        disabled={noFibres !== ""}
        note={noFibres || undefined}
        onChange={(on) => commit(() => update("transform", { showFibres: on }))}
      />
      {invertible !== undefined && (
        <Switch
          label="Inverse"
          checked={showInverse && invertible}
          disabled={!invertible}
          note={invertible ? undefined : "A is singular: what it flattens cannot be undone."}
          onChange={(on) => commit(() => update("transform", { showInverse: on }))}
        />
      )}
    </Panel>
  );
}
