import { useSource } from "../../../../ui/useSource";
import { IteratePanel } from "../../views/IteratePanel";
import { StackPanel } from "../../views/StackPanel";
import { shape } from "../sources";
import { spaceStack } from "../stack3";
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
      {square && <StackPanel of={spaceStack} />}
      {square && <IteratePanel />}
      <SpacePointsPanel />
    </>
  );
}
