import { derive } from "../../../../scene/source";
import { useSource } from "../../../../ui/useSource";
import { ErrorPanel } from "../../views/ErrorPanel";
import { IteratePanel } from "../../views/IteratePanel";
import { StackPanel } from "../../views/StackPanel";
import { iterationWords3 } from "../iterationWords3";
import { reading3, shape, wrong3 } from "../sources";
import { spaceStack } from "../stack3";
import { SpaceMatrixPanel } from "./SpaceMatrixPanel";
import { SpaceNumbersPanel } from "./SpaceNumbersPanel";
import { SpacePointsPanel } from "./SpacePointsPanel";
import { SpaceReadingPanel } from "./SpaceReadingPanel";
import { SpaceShowPanel } from "./SpaceShowPanel";

const iterationSaid = derive([reading3], iterationWords3);

export function SpaceInspector() {
  const square = useSource(shape) === "3x3";
  return (
    <>
      <SpaceMatrixPanel />
      <SpaceReadingPanel />
      <SpaceNumbersPanel />
      <SpaceShowPanel />
      {square && <StackPanel of={spaceStack} />}
      {square && <IteratePanel words={iterationSaid} />}
      {square && <ErrorPanel body="ball" wrong={wrong3} reading={reading3} />}
      <SpacePointsPanel />
    </>
  );
}
