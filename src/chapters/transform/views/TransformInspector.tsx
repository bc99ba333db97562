import { lazy, Suspense } from "react";
import { MatrixPanel } from "./MatrixPanel";

/** Switches, lists and numbers are a third of the first load, and nobody uses one before the picture is there. */
const MorePanels = lazy(() => import("./MorePanels"));

export function TransformInspector() {
  return (
    <>
      <MatrixPanel />
      <Suspense>
        <MorePanels />
      </Suspense>
    </>
  );
}
