import { contours as marchingSquares } from "d3";
import type { Vec2 } from "../../math";
import { type Look, type PathShape, pathShape } from "../shape";
import { toWorld, type View2d } from "../view2d";

/** Pixels between samples: lines are within a fraction of one of where the function has them. */
const CELL = 6;

/**
 * Level lines of any function of the plane, one shape a level, by marching squares over samples (width × height / 36 calls of `f`).
 * With `fillOpacity` in the look, the side above each level is filled.
 */
export function contours(
  view: View2d,
  f: (at: Vec2) => number,
  levels: readonly number[],
  look: Look,
): readonly PathShape[] {
  const [cols, rows] = [Math.ceil(view.width / CELL) + 2, Math.ceil(view.height / CELL) + 2];
  const values = Array.from({ length: cols * rows }, (_, k) =>
    f(toWorld(view, [((k % cols) - 0.5) * CELL, (Math.floor(k / cols) - 0.5) * CELL])),
  );
  const lines = marchingSquares().size([cols, rows]);
  // A sample's value belongs to the middle of its cell, which stands half a cell further.
  const put = ([x, y]: readonly number[]) =>
    `${(((x ?? 0) - 1) * CELL).toFixed(1)} ${(((y ?? 0) - 1) * CELL).toFixed(1)}`;
  return levels.map((level) =>
    pathShape(
      lines
        .contour(values, level)
        .coordinates.flat()
        .map((ring) => `M${ring.map(put).join("L")}Z`)
        .join(""),
      look,
    ),
  );
}
