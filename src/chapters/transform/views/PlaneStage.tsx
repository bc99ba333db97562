import { lazy, Suspense } from "react";
import type { Vec2 } from "../../../math";
import { MarkLayer } from "../../../scene/MarkLayer";
import { PointsLayer } from "../../../scene/PointsLayer";
import { Stage } from "../../../scene/Stage";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { POINT_LOOK } from "../plane/looks";
import { LAYERS } from "../plane/picture";
import { description, points, shown, size, view } from "../sources";
import { EigenCard } from "./EigenCard";
import { PlaneHandles } from "./PlaneHandles";
import css from "./PlaneStage.module.css";

const PictureLayer = lazy(() => import("./PictureLayer"));

const panZoom = {
  view: view.get,
  onStart: beginGesture,
  onMove: ({ centre, span }: { centre: Vec2; span: number }) => update("transform", { centre, span }),
  onEnd: endGesture,
  onHome: () => commit(() => update("transform", { centre: [0, 0], span: 0 })),
};

/** The plane and what A makes of it. */
export function PlaneStage() {
  const pictured = useParameter((s) => s.transform.picture !== "");
  return (
    <div className={css.frame}>
      <Stage
        label="The plane and its image under A"
        description={description}
        onResize={size.set}
        panZoom={panZoom}
        under={
          <>
            {pictured && (
              <Suspense>
                <PictureLayer />
              </Suspense>
            )}
            <PointsLayer view={view} cloud={points} move={shown} {...POINT_LOOK} />
          </>
        }
      >
        {LAYERS.map((shapes, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the layers are fixed
          <MarkLayer key={k} shapes={shapes} />
        ))}
        <PlaneHandles />
      </Stage>
      <EigenCard />
    </div>
  );
}
