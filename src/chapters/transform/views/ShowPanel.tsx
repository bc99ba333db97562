import { derive } from "../../../scene/source";
import { useSource } from "../../../ui/useSource";
import { reading } from "../sources";
import { ShowSwitches } from "./ShowSwitches";

const rank = derive([reading], (r) => r.rank);
const NO_FIBRES = {
  2: "A is invertible: every image has exactly one point.",
  1: "",
  0: "A sends the whole plane to one point: it is one fibre.",
} as const;

const NAMES = [
  ["showGrid", "Grid"],
  ["showCircle", "Unit circle → ellipse"],
  ["showEigen", "Eigenvectors"],
  ["showArea", "Area"],
  ["showData", "Dataset"],
  ["showCovariance", "Covariance ellipse, C → ACAᵀ"],
] as const;

/** What stands on the stage of the plane. */
export function ShowPanel() {
  const ranked = useSource(rank);
  return <ShowSwitches names={NAMES} noFibres={NO_FIBRES[ranked]} invertible={ranked === 2} />;
}
