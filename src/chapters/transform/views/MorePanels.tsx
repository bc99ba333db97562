import { ErrorPanel } from "./ErrorPanel";
import { IteratePanel } from "./IteratePanel";
import { MovedThings } from "./MovedThings";
import { NumbersPanel } from "./NumbersPanel";
import { ReadingPanel } from "./ReadingPanel";
import { ShowPanel } from "./ShowPanel";
import { StackPanel } from "./StackPanel";
import { VectorsPanel } from "./VectorsPanel";

/** All but A itself: loaded once the picture stands. */
export default function MorePanels() {
  return (
    <>
      <ReadingPanel />
      <NumbersPanel />
      <VectorsPanel />
      <ShowPanel />
      <StackPanel />
      <IteratePanel />
      <ErrorPanel />
      <MovedThings />
    </>
  );
}
