import { useRef } from "react";
import { MarkLayer } from "../../../scene/MarkLayer";
import { PointsLayer } from "../../../scene/PointsLayer";
import { attachPointHover } from "../../../scene/pointHover";
import { Stage } from "../../../scene/Stage";
import { derive } from "../../../scene/source";
import { attachStroke } from "../../../scene/strokeGesture";
import { useAttached } from "../../../scene/useAttached";
import { commit } from "../../../state/history";
import { update } from "../../../state/store";
import { useParameter } from "../../../state/useParameter";
import { LiveText } from "../../../ui/LiveText";
import { Segmented } from "../../../ui/Segmented";
import { attachRowKeys, pickRow } from "../rowKeys";
import { hovered, kept, model } from "../sources";
import { planeSurface } from "../surface";
import { toolStroke } from "../toolStroke";
import { ClassLegend } from "../views/ClassLegend";
import overlay from "../views/overlay.module.css";
import { PointCard, placeOn } from "../views/PointCard";
import { ToolBar } from "../views/ToolBar";
import { shapes } from "./outlierShapes";
import { cloud, description, distances, limitWords, points, size, view } from "./sources";

const surfaceOfPoints = planeSurface(view, points);
const stroke = toolStroke(surfaceOfPoints);
const place = placeOn(view, surfaceOfPoints, points);
const hover = { find: surfaceOfPoints.find, onHover: hovered.set, onPick: pickRow };

const attachRanking = attachRowKeys(() => distances.get()?.order ?? []);

const notes = derive([model, kept, limitWords], (m, k, words) => {
  if (!m) return "";
  if (k >= m.explainedVariance.length) return `All components are kept, so no row is off them: Q is 0. ${words}`;
  return `To the right: extreme, but as the components say rows differ. Up: of another kind than the components know. Both: look at the row. ${words}`;
});

const LEVELS = [
  { value: "95", label: "95 %" },
  { value: "99", label: "99 %" },
] as const;

const gestures = [
  (node: HTMLElement) => attachPointHover(node, hover),
  (node: HTMLElement) => attachStroke(node, stroke),
];

/** Which rows are far from the rest, and in which of two ways. */
export function OutlierStage() {
  const surface = useRef<HTMLDivElement>(null);
  const by = useParameter((s) => s.pca.controlLevel);
  useAttached(surface, gestures);
  return (
    <div className={overlay.layout}>
      <div ref={surface} className={overlay.surface}>
        <Stage
          label="Distance of each row from the components"
          description={description}
          onResize={size.set}
          panZoom={attachRanking}
          under={<PointsLayer view={view} cloud={cloud} />}
        >
          <MarkLayer shapes={shapes} />
        </Stage>
        <PointCard place={place} />
      </div>
      <ToolBar movable={false}>
        <Segmented
          label="Control limits"
          value={by}
          options={LEVELS}
          onChange={(value) => commit(() => update("pca", { controlLevel: value }))}
        />
      </ToolBar>
      <ClassLegend />
      <LiveText className={overlay.notes} source={notes} />
    </div>
  );
}
