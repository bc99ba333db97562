import { derive } from "../../../scene/source";
import { commit } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { Panel } from "../../../ui/Panel";
import { Switch } from "../../../ui/Switch";
import { useSource } from "../../../ui/useSource";
import { reading } from "../sources";

const rank = derive([reading], (r) => r.rank);
const FIBRES_NOT = {
  2: "A is invertible: every image has exactly one point.",
  0: "A sends the whole plane to one point: it is one fibre.",
} as const;

const SHOWN = [
  ["showGrid", "Grid"],
  ["showCircle", "Unit circle → ellipse"],
  ["showEigen", "Eigenvectors"],
  ["showArea", "Area"],
  ["showData", "Dataset"],
  ["showCovariance", "Covariance ellipse, C → ACAᵀ"],
] as const;

/** What stands on the stage. */
export function ShowPanel() {
  const ranked = useSource(rank);
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
      {SHOWN.map(([key, label]) => (
        <Switch
          key={key}
          label={label}
          checked={shown[key]}
          onChange={(on) => commit(() => update("transform", { [key]: on }))}
        />
      ))}
      <Switch
        label="Fibres: points with one image"
        checked={showFibres && ranked === 1}
        disabled={ranked !== 1}
        note={ranked === 1 ? undefined : FIBRES_NOT[ranked]}
        onChange={(on) => commit(() => update("transform", { showFibres: on }))}
      />
      <Switch
        label="Inverse"
        checked={showInverse && ranked === 2}
        disabled={ranked !== 2}
        note={ranked === 2 ? undefined : "A is singular: what it flattens cannot be undone."}
        onChange={(on) => commit(() => update("transform", { showInverse: on }))}
      />
    </Panel>
  );
}
