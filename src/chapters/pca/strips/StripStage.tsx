import { useLayoutEffect, useRef } from "react";
import { MarkLayer } from "../../../scene/MarkLayer";
import { PointsLayer } from "../../../scene/PointsLayer";
import { attachPointHover } from "../../../scene/pointHover";
import { Stage } from "../../../scene/Stage";
import { commit } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { LiveText } from "../../../ui/LiveText";
import { Segmented } from "../../../ui/Segmented";
import { attachRowKeys, pickRow } from "../rowKeys";
import { hovered, rows } from "../sources";
import overlay from "../views/overlay.module.css";
import { cloud, description, notes, rowAt, size, view } from "./sources";
import { shapes, underShapes } from "./stripShapes";

const hover = { find: rowAt, onHover: hovered.set, onPick: pickRow };
const attachKeys = attachRowKeys(() => rows.get().rows);
const SCALES = [
  { value: "common", label: "One scale" },
  { value: "own", label: "Each in its own σ" },
] as const;

/** From the features, above, to the components, below: the same rows, and where their variance has gone. */
export function StripStage() {
  const surface = useRef<HTMLDivElement>(null);
  const scale = useParameter((s) => s.pca.stripScale);
  useLayoutEffect(() => (surface.current ? attachPointHover(surface.current, hover) : undefined), []);
  return (
    <div className={overlay.layout}>
      <div ref={surface} className={overlay.surface}>
        <Stage
          label="Features and components as strips"
          description={description}
          onResize={size.set}
          panZoom={attachKeys}
          under={
            <>
              <svg aria-hidden="true">
                <MarkLayer shapes={underShapes} />
              </svg>
              <PointsLayer view={view} cloud={cloud} opacity={0.6} />
            </>
          }
        >
          <MarkLayer shapes={shapes} />
        </Stage>
      </div>
      <div className={overlay.tools}>
        <Segmented
          label="Scale of the strips"
          value={scale}
          options={SCALES}
          onChange={(value) => commit(() => update("pca", { stripScale: value }))}
        />
      </div>
      <LiveText className={overlay.notes} source={notes} />
    </div>
  );
}
