import { Suspense } from "react";
import { useSource } from "../../../ui/useSource";
import { which } from "../sources";
import { viewOf } from "./viewList";

/** The view that is chosen. */
export function PcaStage() {
  const { Stage } = viewOf(useSource(which));
  return (
    <Suspense>
      <Stage />
    </Suspense>
  );
}
