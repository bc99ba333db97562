/** What a stroke on a picture of the points does, by the tool that is chosen; looking has none, and the view keeps the pointer. */
import { add2, sub2, type Vec2 } from "../../math";
import type { StrokeOptions } from "../../scene/strokeGesture";
import { beginRegion, closeRegion, dropRegion, extendRegion } from "./choose";
import { dragged, giveUp, letGo } from "./drag";
import { tool } from "./sources";
import type { Surface } from "./surface";

export function toolStroke(surface: Surface): StrokeOptions {
  /** Under the press that the tool wants. */
  let under = -1;
  /** From the pointer to the point that it took, so that the point does not jump to it. */
  let grip: Vec2 = [0, 0];
  return {
    wants(at, reach) {
      under = surface.find(at, reach);
      return tool.get() === "drag" ? surface.hand !== undefined && under >= 0 : tool.get() !== "look";
    },
    onStart(at, keys) {
      if (tool.get() !== "drag") {
        beginRegion(surface, at, keys);
        return;
      }
      grip = sub2(surface.place(under), at);
      surface.hand?.take(under);
    },
    onMove: (at) => (dragged.get() ? surface.hand?.move(add2(at, grip)) : extendRegion(at)),
    onEnd: (motionless) => (dragged.get() ? letGo() : closeRegion(motionless)),
    onCancel: () => (dragged.get() ? giveUp() : dropRegion()),
  };
}
