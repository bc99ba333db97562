/** A picture of the held rows as the tools know it: in pixels of its stage, whatever it has of axes. */
import type { Vec2 } from "../../math";
import { findInPlane } from "../../scene/nearestPoint";
import type { PointFinder } from "../../scene/pointHover";
import { rowsInside } from "../../scene/rowsInside";
import type { Source } from "../../scene/source";
import { toPixel, toWorld, type View2d } from "../../scene/view2d";

/** Where a point's place is what its row says: moving it changes the row. */
export interface PointHand {
  readonly take: (row: number) => void;
  /** Brings the point that was taken to this pixel. */
  readonly move: (pixel: Vec2) => void;
}

export interface Surface {
  readonly find: PointFinder;
  readonly place: (row: number) => Vec2;
  /** 1 for each point that is seen inside this outline. */
  readonly inside: (outline: readonly Vec2[]) => Uint8Array;
  /** Absent where a point's place is not one that a hand may change. */
  readonly hand?: PointHand;
}

/** Points of a plane, x₀ y₀ x₁ y₁ …, in the units of its view. */
export const planeSurface = (view: Source<View2d>, points: Source<Float32Array>, hand?: PointHand): Surface => ({
  find: findInPlane(view.get, points.get),
  place: (row) => {
    const xy = points.get();
    return toPixel(view.get(), [xy[2 * row] ?? 0, xy[2 * row + 1] ?? 0]);
  },
  inside: (outline) => {
    const v = view.get();
    return rowsInside(
      points.get(),
      outline.map((corner) => toWorld(v, corner)),
    );
  },
  ...(hand && { hand }),
});
