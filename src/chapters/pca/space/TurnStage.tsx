import { useLayoutEffect, useRef } from "react";
import type { Vec2 } from "../../../math";
import { MarkLayer } from "../../../scene/MarkLayer";
import { findInPlane } from "../../../scene/nearestPoint";
import { PointsLayer } from "../../../scene/PointsLayer";
import { attachPointHover } from "../../../scene/pointHover";
import { Stage } from "../../../scene/Stage";
import { derive } from "../../../scene/source";
import { toPixel } from "../../../scene/view2d";
import { beginGesture, commit, endGesture } from "../../../state/history";
import { update } from "../../../state/store";
import { LiveText } from "../../../ui/LiveText";
import { hovered, pinned, REFIT, size, told } from "../sources";
import { ClassLegend } from "../views/ClassLegend";
import overlay from "../views/overlay.module.css";
import { type CardPlace, PointCard } from "../views/PointCard";
import { turnOver, turnUnder } from "./turnShapes";
import { held, turnCloud, turnPoints, turnView } from "./turnSources";
import { turnDescription, turnNotes } from "./turnWords";

const panZoom = {
  view: turnView.get,
  onStart: beginGesture,
  onMove: ({ centre, span }: { centre: Vec2; span: number }) => update("pca", { middle: held(centre), span }),
  onEnd: endGesture,
  onHome: () => commit(() => update("pca", REFIT)),
};
const inPlane = findInPlane(turnView.get, turnPoints.get);
const hover = {
  find: inPlane,
  onHover: hovered.set,
  onPick: (row: number) => commit(() => update("pca", { point: row === pinned.get() ? 0 : row + 1 })),
};
const place = derive(
  [turnView, turnPoints, told],
  (v, xy, row): CardPlace => ({
    v,
    at: toPixel(v, [xy[2 * row] ?? 0, xy[2 * row + 1] ?? 0]),
  }),
);

/** The plane while it turns from two features to the first two components. */
export function TurnStage() {
  const surface = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (surface.current ? attachPointHover(surface.current, hover) : undefined), []);
  return (
    <div className={overlay.layout}>
      <div ref={surface} className={overlay.surface}>
        <Stage
          label="The points and their principal components"
          description={turnDescription}
          onResize={size.set}
          panZoom={panZoom}
          under={
            <>
              <svg aria-hidden="true">
                <MarkLayer shapes={turnUnder} />
              </svg>
              <PointsLayer view={turnView} cloud={turnCloud} />
            </>
          }
        >
          <MarkLayer shapes={turnOver} />
        </Stage>
        <PointCard place={place} />
      </div>
      <ClassLegend />
      <LiveText className={overlay.notes} source={turnNotes} />
    </div>
  );
}
