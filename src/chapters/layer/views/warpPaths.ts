/** Lines that a layer has bent. */
import { type PathShape, pathShape } from "../../../scene/shape";
import { toPixel, type View2d } from "../../../scene/view2d";
import { carry, GRID, type OneLayer } from "../model";

/** Screen coordinates beyond this make browsers draw wrongly. */
const FAR = 1e5;

/** A polyline x₀ y₀ x₁ y₁ … in world units; parts that are too far away to be drawn are left out. */
export function polylinePath(view: View2d, xy: ArrayLike<number>): string {
  let d = "";
  let broken = true;
  for (let i = 0; i + 1 < xy.length; i += 2) {
    const [px, py] = toPixel(view, [xy[i] ?? 0, xy[i + 1] ?? 0]);
    if (!(Math.abs(px) < FAR && Math.abs(py) < FAR)) {
      broken = true;
      continue;
    }
    d += `${broken ? "M" : "L"}${px.toFixed(1)} ${py.toFixed(1)}`;
    broken = false;
  }
  return d;
}

/** The grid of the patch after so much of the layer, lines and axes. About 2,800 points. */
export function warpedGrid(view: View2d, layer: OneLayer, progress: number): readonly PathShape[] {
  const paths = GRID.map((line) => polylinePath(view, carry(layer, progress, line, new Float64Array(line.length))));
  return [
    pathShape(paths.slice(2).join(""), { name: "grid", tone: "grid-moved", width: 1, opacity: 0.8 }),
    pathShape(paths.slice(0, 2).join(""), { name: "axes", tone: "grid-moved", width: 2.2 }),
  ];
}
