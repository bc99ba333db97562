import { useEffect, useRef } from "react";
import { FieldLayer } from "../../../scene/FieldLayer";
import { MarkLayer } from "../../../scene/MarkLayer";
import { findInPlane } from "../../../scene/nearestPoint";
import { PointsLayer } from "../../../scene/PointsLayer";
import { attachPointHover } from "../../../scene/pointHover";
import { Stage } from "../../../scene/Stage";
import { derive } from "../../../scene/source";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { useNarrow } from "../../../ui/useNarrow";
import { useSource } from "../../../ui/useSource";
import { keepTrained, run, stageField, task } from "../networkSources";
import { size, view } from "../sources";
import { Legend } from "./Legend";
import { NetworkPictures } from "./NetworkPictures";
import css from "./NetworkStage.module.css";
import { allPoints, description, hovered, networkShapes, trainCloud } from "./networkShapes";

const missing = derive([task], (of) => (of.kind === "missing" ? of.text : ""));
const panZoom = {
  view: view.get,
  onStart: beginGesture,
  onMove: ({ centre, span }: { centre: readonly [number, number]; span: number }) => update("layer", { centre, span }),
  onEnd: endGesture,
  onHome: () => commit(() => update("layer", { centre: [0, 0], span: 0 })),
};
const pick = {
  find: findInPlane(view.get, () => allPoints.get().xy),
  onHover: hovered.set,
  onPick: (index: number) => {
    const at = run.get()?.task.rows[index];
    if (at !== undefined) commit(() => update("layer", { row: at }));
  },
};

/** The decision surface under the points, and where there is room the network and its curves beside it. */
export function NetworkStage() {
  const box = useRef<HTMLDivElement>(null);
  const words = useSource(missing);
  const narrow = useNarrow();
  useEffect(keepTrained, []);
  useEffect(() => (box.current ? attachPointHover(box.current, pick) : undefined), []);
  return (
    <div className={css.split}>
      <div ref={box} className={css.surface}>
        <Stage
          label="What the network answers over the plane"
          description={description}
          onResize={size.set}
          panZoom={panZoom}
          under={
            <>
              <FieldLayer field={stageField} />
              <PointsLayer view={view} cloud={trainCloud} opacity={1} />
            </>
          }
        >
          <MarkLayer shapes={networkShapes} />
        </Stage>
        {words === "" ? <Legend test /> : <p className={css.missing}>{words}</p>}
      </div>
      {words === "" && !narrow && (
        <div className={css.side}>
          <NetworkPictures />
        </div>
      )}
    </div>
  );
}
