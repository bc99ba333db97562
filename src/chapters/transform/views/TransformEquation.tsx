import { lazy, Suspense } from "react";

/** Formulas wait for KaTeX, which comes after the first picture; so do their words. */
const PlaneEquation = lazy(() => import("./PlaneEquation"));

export function TransformEquation() {
  return (
    <Suspense>
      <PlaneEquation />
    </Suspense>
  );
}
