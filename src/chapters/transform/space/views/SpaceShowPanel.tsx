import { derive } from "../../../../scene/source";
import { commit } from "../../../../state/history";
import { update } from "../../../../state/store";
import { useParameter } from "../../../../state/useParameter";
import { Button } from "../../../../ui/Button";
import { Panel } from "../../../../ui/Panel";
import { Segmented } from "../../../../ui/Segmented";
import { Switch } from "../../../../ui/Switch";
import { useSource } from "../../../../ui/useSource";
import css from "../../views/TransformInspector.module.css";
import { nullSpaceOf } from "../reading";
import { reading3, shape } from "../sources";
import { homeView } from "../turn";

const invertible = derive([reading3], ({ rank }) => rank === 3);
/** Why there are no fibres to draw; empty where there are. */
const noFibres = derive([reading3], (reading) => {
  if (reading.rank === 0) return "A sends everything to one point: it is one fibre.";
  return nullSpaceOf(reading).kind === "origin" ? "A loses nothing: every image has exactly one point." : "";
});
const PROJECTIONS = [
  { value: "perspective", label: "Perspective" },
  { value: "orthographic", label: "Orthographic" },
] as const;

/** What stands on the stage, and how the eye stands to it. */
export function SpaceShowPanel() {
  const now = useSource(shape);
  const canInvert = useSource(invertible);
  const unfibred = useSource(noFibres);
  const projection = useParameter((s) => s.transform.projection);
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
  const square = now === "3x3";
  const flat = now === "3x2";
  const names: readonly (readonly [keyof typeof shown, string])[] = [
    ["showGrid", "Grid"],
    ["showCircle", flat ? "Unit circle → ellipse" : "Unit sphere → ellipsoid"],
    ["showArea", flat ? "Unit square → parallelogram" : "Unit cube → parallelepiped"],
    ...(square ? ([["showEigen", "Eigenvectors"]] as const) : []),
    ["showData", "Dataset"],
    ...(square ? ([["showCovariance", "Covariance ellipsoid, C → ACAᵀ"]] as const) : []),
  ];
  return (
    <>
      <Panel title="View">
        <Segmented
          label="Projection"
          value={projection}
          options={PROJECTIONS}
          onChange={(value) => commit(() => update("transform", { projection: value }))}
        />
        <Button onClick={homeView}>Home view</Button>
        <p className={css.words}>
          Drag the background to turn, pinch or wheel to come nearer; Shift moves a handle along an axis.
        </p>
      </Panel>
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
          checked={showFibres && unfibred === ""}
          disabled={unfibred !== ""}
          note={unfibred === "" ? undefined : unfibred}
          onChange={(on) => commit(() => update("transform", { showFibres: on }))}
        />
        {square && (
          <Switch
            label="Inverse"
            checked={showInverse && canInvert}
            disabled={!canInvert}
            note={canInvert ? undefined : "A is singular: what it flattens cannot be undone."}
            onChange={(on) => commit(() => update("transform", { showInverse: on }))}
          />
        )}
      </Panel>
    </>
  );
}
