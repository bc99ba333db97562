import { useRef } from "react";
import type { Vec2 } from "../../../math";
import { MarkLayer } from "../../../scene/MarkLayer";
import { findInPlane } from "../../../scene/nearestPoint";
import { PointsLayer } from "../../../scene/PointsLayer";
import { attachPointHover } from "../../../scene/pointHover";
import { Stage } from "../../../scene/Stage";
import { attachStroke } from "../../../scene/strokeGesture";
import { useAttached } from "../../../scene/useAttached";
import { commit } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { LiveText } from "../../../ui/LiveText";
import { Segmented } from "../../../ui/Segmented";
import { attachRowKeys, pickRow } from "../rowKeys";
import { hovered, rows } from "../sources";
import { planeSurface } from "../surface";
import { toolStroke } from "../toolStroke";
import { ClassLegend } from "../views/ClassLegend";
import overlay from "../views/overlay.module.css";
import { ToolBar } from "../views/ToolBar";
import { cloud, description, notes, points, size, view } from "./sources";
import { LOOK, shapes, underShapes } from "./stripShapes";

const anywhere = findInPlane(view.get, points.get);
/** Every row stands there once in each strip. */
const find = (pixel: Vec2, reach: number) => {
  const at = anywhere(pixel, reach);
  return at < 0 ? -1 : at % rows.get().rows;
};
const stroke = toolStroke(planeSurface(view, points));
const hover = { find, onHover: hovered.set, onPick: pickRow };

const attachRows = attachRowKeys(() => [...Array(rows.get().rows).keys()]);

const SCALES = [
  { value: "common", label: "One scale" },
  { value: "own", label: "Each its own" },
] as const;

const gestures = [
  (node: HTMLElement) => attachPointHover(node, hover),
  (node: HTMLElement) => attachStroke(node, stroke),
];

/** Every feature and every component as a line of points. */
export function StripStage() {
  const surface = useRef<HTMLDivElement>(null);
  const scaleNow = useParameter((s) => s.pca.stripScale);
  useAttached(surface, gestures);
  return (
    <div className={overlay.layout}>
      <div ref={surface} className={overlay.surface}>
        <Stage
          label="Features and components, strip by strip"
          description={description}
          onResize={size.set}
          panZoom={attachRows}
          under={
            <>
              <svg aria-hidden="true">
                <MarkLayer shapes={underShapes} />
              </svg>
              <PointsLayer view={view} cloud={cloud} size={LOOK.size} />
            </>
          }
        >
          <MarkLayer shapes={shapes} />
        </Stage>
      </div>
      <ToolBar movable={false}>
        <Segmented
          label="Scale of the strips"
          value={scaleNow}
          options={SCALES}
          onChange={(value) => commit(() => update("pca", { stripScale: value }))}
        />
      </ToolBar>
      <ClassLegend />
      <LiveText className={overlay.notes} source={notes} />
    </div>
  );
}
