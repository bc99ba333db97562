import { useSource } from "../../../../ui/useSource";
import { shape } from "../sources";
import { SpaceMatrixPanel } from "./SpaceMatrixPanel";
import { SpaceIteratePanel, SpacePointsPanel } from "./SpaceMorePanels";
import { SpaceNumbersPanel } from "./SpaceNumbersPanel";
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
      {square && <SpaceIteratePanel />}
      <SpacePointsPanel />
    </>
  );
}
