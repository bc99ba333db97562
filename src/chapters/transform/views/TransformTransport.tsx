import { lazy, Suspense } from "react";
import { derive } from "../../../scene/source";
import { Button } from "../../../ui/Button";
import { kind, name } from "../sources";
import { ReadingTransport } from "./ReadingTransport";

/** Nobody takes a picture along before it is there. */
const PlaneTakeAlong = lazy(() => import("./PlaneTakeAlong"));

const text = derive([kind, name], (reading, a) => {
  switch (reading) {
    case "grid":
      return `I → ${a}`;
    case "columns":
      return "x₁a₁ + x₂a₂";
    case "rows":
      return "row 1, row 2";
    case "outer":
      return "σ₁u₁v₁ᵀ + σ₂u₂v₂ᵀ";
    case "turns":
      return "Vᵀ, Σ, U";
  }
});

export function TransformTransport() {
  return (
    <ReadingTransport text={text}>
      <Suspense fallback={<Button disabled>Export</Button>}>
        <PlaneTakeAlong />
      </Suspense>
    </ReadingTransport>
  );
}
