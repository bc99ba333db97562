import { type ComponentType, lazy, Suspense } from "react";
import { useParameter } from "../../../state/useParameter";
import css from "./byShape.module.css";

type Part = "SpaceEquation" | "SpaceStage" | "SpaceTransport" | "SpaceInspector";

/** A part of the chapter for the plane, and lazily the one that takes its place when A has three rows or columns. */
export function byShape(Plane: ComponentType, part: Part): ComponentType {
  const Space = lazy(async () => ({ default: (await import("../space"))[part] }));
  return function ByShape() {
    const plane = useParameter((s) => s.transform.shape === "2x2");
    if (plane) return <Plane />;
    return (
      <Suspense
        fallback={
          part === "SpaceStage" && (
            <p role="status" className={css.coming}>
              Loading space …
            </p>
          )
        }
      >
        <Space />
      </Suspense>
    );
  };
}
