/** What a stroke on a picture of the points does, by the tool that is chosen; looking has none, and the view keeps the pointer. */
import { findInPlane } from "../../scene/nearestPoint";
import type { Source } from "../../scene/source";
import type { StrokeOptions } from "../../scene/strokeGesture";
import { toWorld, type View2d } from "../../scene/view2d";
import { beginRegion, closeRegion, dropRegion, extendRegion } from "./choose";
import { dragged, giveUp, letGo, movePoint, takePoint } from "./drag";
import { tool } from "./sources";

/** A picture of the held rows: where each stands, and what of it is seen. */
export interface Surface {
  readonly view: Source<View2d>;
  readonly points: Source<Float32Array>;
}

/** `movable`: a point's place here is what its row says, so that moving it changes the row. */
export function toolStroke(surface: Surface, movable: boolean): StrokeOptions {
  const find = findInPlane(surface.view.get, surface.points.get);
  /** Under the press that the tool wants. */
  let under = -1;
  return {
    wants(at, reach) {
      under = find(at, reach);
      return tool.get() === "drag" ? movable && under >= 0 : tool.get() !== "look";
    },
    onStart: (at, keys) => (tool.get() === "drag" ? takePoint(under) : beginRegion(surface, at, keys)),
    onMove: (at) => (dragged.get() ? movePoint(toWorld(surface.view.get(), at)) : extendRegion(at)),
    onEnd: (motionless) => (dragged.get() ? letGo() : closeRegion(motionless)),
    onCancel: () => (dragged.get() ? giveUp() : dropRegion()),
  };
}
