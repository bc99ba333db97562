import { useSource } from "../../../../ui/useSource";
import { IteratePanel } from "../../views/IteratePanel";
import { shape } from "../sources";
import { SpaceMatrixPanel } from "./SpaceMatrixPanel";
import { SpaceNumbersPanel } from "./SpaceNumbersPanel";
import { SpacePointsPanel } from "./SpacePointsPanel";
import { SpaceReadingPanel } from "./SpaceReadingPanel";
import { SpaceShowPanel } from "./SpaceShowPanel";

export function SpaceInspector() {
  const square = useSource(shape) === "3x3";
  return (
    <>
      <SpaceMatrixPanel />
      <SpaceReadingPanel />
      <SpaceNumbersPanel />
      <SpaceShowPanel />
      {square && <IteratePanel />}
      <SpacePointsPanel />
    </>
  );
}
