import { derive } from "../../../scene/source";
import { iterationWords } from "../iterationWords";
import { planeStack } from "../plane/stack2";
import { reading, wrong } from "../sources";
import { ErrorPanel } from "./ErrorPanel";
import { IteratePanel } from "./IteratePanel";
import { MovedThings } from "./MovedThings";
import { NumbersPanel } from "./NumbersPanel";
import { ReadingPanel } from "./ReadingPanel";
import { ShowPanel } from "./ShowPanel";
import { StackPanel } from "./StackPanel";
import { VectorsPanel } from "./VectorsPanel";

const iterationSaid = derive([reading], iterationWords);

/** All but A itself: loaded once the picture stands. */
export default function MorePanels() {
  return (
    <>
      <ReadingPanel />
      <NumbersPanel />
      <VectorsPanel />
      <ShowPanel />
      <StackPanel of={planeStack} />
      <IteratePanel words={iterationSaid} />
      <ErrorPanel body="disc" wrong={wrong} reading={reading} />
      <MovedThings />
    </>
  );
}
