/** What a stroke on the plane does, by the tool that is chosen; looking has none, and the view keeps the pointer. */
import { findInPlane } from "../../scene/nearestPoint";
import type { StrokeOptions } from "../../scene/strokeGesture";
import { toWorld } from "../../scene/view2d";
import { beginRegion, closeRegion, dropRegion, extendRegion } from "./choose";
import { dragged, giveUp, letGo, movePoint, takePoint } from "./drag";
import { points, tool, view } from "./sources";

/** The row of the point at a pixel of the stage. */
export const findPoint = findInPlane(view.get, points.get);

/** Under the press that the tool wants. */
let under = -1;

export const toolStroke: StrokeOptions = {
  wants(at, reach) {
    under = findPoint(at, reach);
    return tool.get() === "drag" ? under >= 0 : tool.get() !== "look";
  },
  onStart: (at, keys) => (tool.get() === "drag" ? takePoint(under) : beginRegion(at, keys)),
  onMove: (at) => (dragged.get() ? movePoint(toWorld(view.get(), at)) : extendRegion(at)),
  onEnd: (motionless) => (dragged.get() ? letGo() : closeRegion(motionless)),
  onCancel: () => (dragged.get() ? giveUp() : dropRegion()),
};
