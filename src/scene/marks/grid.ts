import { IDENTITY2, type Mat2, type Vec2 } from "../../math";
import { type Look, type PathShape, pathShape } from "../shape";
import { gridStep, toWorld, type View2d } from "../view2d";
import { linePath } from "./line";

const MOST_LINES = 120;
/** Lines closer than this many pixels would be a grey area. */
const CLOSEST = 3;

/** The grid of round numbers moved by A, clipped to the view, as one path. A family of lines that A has crushed is left out. */
export function grid(view: View2d, a: Mat2, look: Look): PathShape {
  const step = gridStep(view);
  const columns = columnsOf(a);
  const parts: string[] = [];
  for (const [along, across] of [columns, [columns[1], columns[0]]] as const) {
    // How far the view reaches, counted in grid lines, is read from its corners by the distance to the line through the origin.
    const length = Math.hypot(along[0], along[1]);
    if (!(length > 0)) continue;
    const normal: Vec2 = [-along[1] / length, along[0] / length];
    const spacing = (across[0] * normal[0] + across[1] * normal[1]) * step;
    if (!(Math.abs(spacing) * view.unit > CLOSEST)) continue;
    const distances = corners(view).map(([x, y]) => (x * normal[0] + y * normal[1]) / spacing);
    const from = Math.ceil(Math.min(...distances));
    const to = Math.min(Math.floor(Math.max(...distances)), from + MOST_LINES);
    for (let k = from; k <= to; k++)
      if (k !== 0) parts.push(linePath(view, [across[0] * k * step, across[1] * k * step], along));
  }
  return pathShape(parts.join(""), { width: 1, ...look });
}

/** The images of the two axes under A, as one path; of one that A has sent to the origin, nothing. */
export function axes(view: View2d, look: Look, a: Mat2 = IDENTITY2): PathShape {
  const [i, j] = columnsOf(a);
  return pathShape(linePath(view, [0, 0], i) + linePath(view, [0, 0], j), look);
}

const columnsOf = (a: Mat2): readonly [Vec2, Vec2] => [
  [a[0], a[2]],
  [a[1], a[3]],
];

function corners(view: View2d): Vec2[] {
  const { width, height } = view;
  return (
    [
      [0, 0],
      [width, 0],
      [0, height],
      [width, height],
    ] as const
  ).map((corner) => toWorld(view, corner));
}
