/** What a stroke on a picture of the points does, by the tool that is chosen; looking has none, and the view keeps the pointer. */
import { findInPlane } from "../../scene/nearestPoint";
import type { StrokeOptions } from "../../scene/strokeGesture";
import { toWorld } from "../../scene/view2d";
import { beginRegion, closeRegion, dropRegion, extendRegion } from "./choose";
import { dragged, giveUp, letGo, movePoint, takePoint } from "./drag";
import { tool } from "./sources";
import type { Surface } from "./surface";

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
