import { derive } from "../../../../scene/source";
import { commit } from "../../../../state/history";
import { update } from "../../../../state/store";
import { useParameter } from "../../../../state/useParameter";
import { Button } from "../../../../ui/Button";
import { Panel } from "../../../../ui/Panel";
import { Segmented } from "../../../../ui/Segmented";
import { useSource } from "../../../../ui/useSource";
import { ShowSwitches } from "../../views/ShowSwitches";
import css from "../../views/TransformInspector.module.css";
import { nullSpaceOf } from "../reading";
import { reading3, shape } from "../sources";
import { homeView } from "../turn";

const invertible = derive([reading3], ({ rank, square }) => (square ? rank === 3 : undefined));
const noFibres = derive([reading3], (reading) => {
  if (reading.rank === 0) return "A sends everything to one point: it is one fibre.";
  return nullSpaceOf(reading).kind === "origin" ? "A loses nothing: every image has exactly one point." : "";
});
const SOLID = [
  ["showGrid", "Grid"],
  ["showCircle", "Unit sphere → ellipsoid"],
  ["showArea", "Unit cube → parallelepiped"],
] as const;
const NAMES = {
  "3x3": [
    ...SOLID,
    ["showEigen", "Eigenvectors"],
    ["showData", "Dataset"],
    ["showCovariance", "Covariance ellipsoid, C → ACAᵀ"],
  ],
  "3x2": [
    ["showGrid", "Grid"],
    ["showCircle", "Unit circle → ellipse"],
    ["showArea", "Unit square → parallelogram"],
    ["showData", "Dataset"],
  ],
  "2x3": [...SOLID, ["showData", "Dataset"]],
} as const;
const PROJECTIONS = [
  { value: "perspective", label: "Perspective" },
  { value: "orthographic", label: "Orthographic" },
] as const;

/** What stands on the stage, and how the eye stands to it. */
export function SpaceShowPanel() {
  const projection = useParameter((s) => s.transform.projection);
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
      <ShowSwitches names={NAMES[useSource(shape)]} noFibres={useSource(noFibres)} invertible={useSource(invertible)} />
    </>
  );
}
