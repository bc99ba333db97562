import { useRef } from "react";
import type { Vec2 } from "../../../math";
import { MarkLayer } from "../../../scene/MarkLayer";
import { PointsLayer } from "../../../scene/PointsLayer";
import { attachPointHover } from "../../../scene/pointHover";
import { Stage } from "../../../scene/Stage";
import { derive } from "../../../scene/source";
import { attachStroke } from "../../../scene/strokeGesture";
import { useAttached } from "../../../scene/useAttached";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { LiveText } from "../../../ui/LiveText";
import { useSource } from "../../../ui/useSource";
import { planeHand } from "../drag";
import { dragWords } from "../dragWords";
import { keepFan } from "../fan";
import { ProbeHandle, ProbeOverlay } from "../pixels/Probe";
import { probing } from "../pixels/sources";
import { biplotWords, rowsWords, shadowWords } from "../sentence";
import {
  biplot,
  cloud,
  dataset,
  hovered,
  model,
  outcome,
  pinned,
  plane,
  points,
  REFIT,
  size,
  view,
  which,
} from "../sources";
import { planeSurface } from "../surface";
import { toolStroke } from "../toolStroke";
import { ClassLegend } from "./ClassLegend";
import overlay from "./overlay.module.css";
import { PointCard, placeOn } from "./PointCard";
import { PointHandle } from "./PointHandle";
import { byHand, description, overShapes, underShapes } from "./stageShapes";
import { ToolBar } from "./ToolBar";
import { TurnedLine } from "./TurnedLine";

/** What the picture alone does not say: that arrows are shadows, how loadings are scaled, that points are a sample. */
const notes = derive([dataset, model, which, plane, biplot, dragWords], (of, m, shown, p, b, moving) => {
  if (moving !== "") return moving;
  if (!of || !m) return "";
  const own =
    shown === "biplot" && b
      ? biplotWords(b, m.columns.length)
      : shown === "original" && p
        ? shadowWords(m.columns.length, p)
        : "";
  return `${own} ${of.rows === of.held ? "" : rowsWords(of)}`.trim();
});
const reason = derive([outcome], (found) => (found.kind === "none" ? found.reason : ""));

const panZoom = {
  view: view.get,
  onStart: beginGesture,
  onMove: ({ centre, span }: { centre: Vec2; span: number }) => update("pca", { middle: centre, span }),
  onEnd: endGesture,
  onHome: () => commit(() => update("pca", REFIT)),
};
const surfaceOfPoints = planeSurface(view, points, planeHand);
const stroke = toolStroke(surfaceOfPoints);
const place = placeOn(view, surfaceOfPoints, points);
const hover = {
  find: surfaceOfPoints.find,
  onHover: hovered.set,
  onPick: (row: number) => commit(() => update("pca", { point: row === pinned.get() ? 0 : row + 1 })),
};

const gestures = [
  keepFan,
  (node: HTMLElement) => attachPointHover(node, hover),
  (node: HTMLElement) => attachStroke(node, stroke),
];

export function PlaneStage() {
  const surface = useRef<HTMLDivElement>(null);
  useAttached(surface, gestures);
  const hasLine = useSource(byHand);
  const probes = useSource(probing);
  const found = useSource(reason) === "";
  return (
    <div className={overlay.layout}>
      <div ref={surface} className={overlay.surface}>
        <Stage
          label="The points and their principal components"
          description={description}
          onResize={size.set}
          panZoom={panZoom}
          under={
            found && (
              <>
                <svg aria-hidden="true">
                  <MarkLayer shapes={underShapes} />
                </svg>
                <PointsLayer view={view} cloud={cloud} />
              </>
            )
          }
        >
          {found && (
            <>
              <MarkLayer shapes={overShapes} />
              {hasLine && <TurnedLine />}
              <PointHandle />
              {probes && <ProbeHandle />}
            </>
          )}
        </Stage>
        {probes && <ProbeOverlay />}
        {found ? (
          <PointCard place={place} />
        ) : (
          <p className={overlay.empty}>
            <LiveText source={reason} />
          </p>
        )}
      </div>
      {found && (
        <>
          <ToolBar />
          <ClassLegend />
          <LiveText className={overlay.notes} source={notes} />
        </>
      )}
    </div>
  );
}
