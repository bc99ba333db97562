import { useLayoutEffect, useRef } from "react";
import type { Vec2 } from "../../../math";
import { listen } from "../../../scene/listen";
import { MarkLayer } from "../../../scene/MarkLayer";
import { findInPlane } from "../../../scene/nearestPoint";
import { PointsLayer } from "../../../scene/PointsLayer";
import { attachPointHover } from "../../../scene/pointHover";
import { Stage } from "../../../scene/Stage";
import { attachStroke } from "../../../scene/strokeGesture";
import { commit } from "../../../state/history";
import { update } from "../../../state/store";
import { LiveText } from "../../../ui/LiveText";
import { hovered, pinned, rows } from "../sources";
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
const stroke = toolStroke({ view, points }, false);
const pick = (row: number) => commit(() => update("pca", { point: row === pinned.get() ? 0 : row + 1 }));
const hover = { find, onHover: hovered.set, onPick: pick };

/** Arrow keys go from row to row. */
const attachRows = (svg: SVGSVGElement) =>
  listen(svg, {
    keydown(event) {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (step === undefined || event.target !== svg) return;
      event.preventDefault();
      const next = Math.max(0, Math.min(rows.get().rows - 1, pinned.get() + step));
      commit(() => update("pca", { point: next + 1 }));
    },
  });

/** Every feature and every component as a line of points. */
export function StripStage() {
  const surface = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!surface.current) return;
    const stops = [attachPointHover(surface.current, hover), attachStroke(surface.current, stroke)];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
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
      <ToolBar movable={false} />
      <ClassLegend />
      <LiveText className={overlay.notes} source={notes} />
    </div>
  );
}
