/** Path data for the marks of a plane. All return '' rather than write a number that is not finite. */
import { apply2, type Mat2, type Vec2 } from "../math";
import { gridStep, toPixel, toWorld, type View2d } from "./view2d";

/** Screen coordinates beyond this make browsers draw wrongly; what lies there is off screen anyway. */
const FAR = 1e5;
const MOST_LINES = 120;

const put = ([x, y]: Vec2) => `${x.toFixed(2)} ${y.toFixed(2)}`;
const drawable = (points: readonly Vec2[]) => points.every(([x, y]) => Math.abs(x) < FAR && Math.abs(y) < FAR);

/** The segment of the line through `at` along `direction` that lies in the view (Liang & Barsky 1984), in pixels; null when none does. */
export function clipLine(view: View2d, at: Vec2, direction: Vec2): readonly [Vec2, Vec2] | null {
  const [px, py] = toPixel(view, at);
  const length = Math.hypot(direction[0], direction[1]);
  if (!(length > 0 && Number.isFinite(length) && Number.isFinite(px) && Number.isFinite(py))) return null;
  const dx = direction[0] / length;
  const dy = -direction[1] / length;
  let near = Number.NEGATIVE_INFINITY;
  let far = Number.POSITIVE_INFINITY;
  for (const [d, low, high] of [
    [dx, -px, view.width - px],
    [dy, -py, view.height - py],
  ] as const) {
    if (d === 0) {
      if (low > 0 || high < 0) return null;
      continue;
    }
    near = Math.max(near, Math.min(low / d, high / d));
    far = Math.min(far, Math.max(low / d, high / d));
  }
  if (near > far) return null;
  return [
    [px + near * dx, py + near * dy],
    [px + far * dx, py + far * dy],
  ];
}

export function linePath(view: View2d, at: Vec2, direction: Vec2): string {
  const ends = clipLine(view, at, direction);
  return ends ? `M${put(ends[0])}L${put(ends[1])}` : "";
}

export function polygonPath(view: View2d, corners: readonly Vec2[]): string {
  const pixels = corners.map((corner) => toPixel(view, corner));
  return drawable(pixels) ? `M${pixels.map(put).join("L")}Z` : "";
}

export function segmentPath(view: View2d, from: Vec2, to: Vec2): string {
  const ends = [toPixel(view, from), toPixel(view, to)] as const;
  return drawable(ends) ? `M${put(ends[0])}L${put(ends[1])}` : "";
}

/** The image of the unit circle under A, as a closed polyline fine enough to look smooth. */
export function ellipsePath(view: View2d, a: Mat2, centre: Vec2 = [0, 0]): string {
  const points = Array.from({ length: 96 }, (_, k): Vec2 => {
    const angle = (k / 96) * 2 * Math.PI;
    const [x, y] = apply2(a, [Math.cos(angle), Math.sin(angle)]);
    return [centre[0] + x, centre[1] + y];
  });
  return polygonPath(view, points);
}

export interface GridPaths {
  readonly lines: string;
  /** The images of the two axes, drawn stronger. */
  readonly axes: string;
}

/** The integer grid moved by A, clipped to the view. A line that A has sent to a point is left out. */
export function gridPaths(view: View2d, a: Mat2): GridPaths {
  const step = gridStep(view);
  const columns: readonly [Vec2, Vec2] = [
    [a[0], a[2]],
    [a[1], a[3]],
  ];
  const parts: string[] = [];
  for (const [along, across] of [columns, [columns[1], columns[0]]] as const) {
    // How far the view reaches, counted in grid lines, is read from its corners by the distance to the line through the origin.
    const length = Math.hypot(along[0], along[1]);
    if (!(length > 0)) continue;
    const normal: Vec2 = [-along[1] / length, along[0] / length];
    const spacing = (across[0] * normal[0] + across[1] * normal[1]) * step;
    if (!(Math.abs(spacing) * view.unit > 3)) continue;
    const distances = corners(view).map(([x, y]) => (x * normal[0] + y * normal[1]) / spacing);
    const from = Math.ceil(Math.min(...distances));
    const to = Math.min(Math.floor(Math.max(...distances)), from + MOST_LINES);
    for (let k = from; k <= to; k++)
      if (k !== 0) parts.push(linePath(view, [across[0] * k * step, across[1] * k * step], along));
  }
  return { lines: parts.join(""), axes: linePath(view, [0, 0], columns[0]) + linePath(view, [0, 0], columns[1]) };
}

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

export interface ArrowPaths {
  readonly shaft: string;
  readonly head: string;
}

const HEAD = 11;

/** An arrow whose head ends at its tip; one shorter than its head shrinks to it, and one of no length is a dot. */
export function arrowPaths(view: View2d, from: Vec2, to: Vec2): ArrowPaths {
  const [a, b] = [toPixel(view, from), toPixel(view, to)];
  if (!drawable([a, b])) {
    const shaft = linePathToward(view, from, to);
    return { shaft, head: "" };
  }
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  if (length < 0.5) return { shaft: "", head: `M${put([b[0] - 3, b[1]])}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0Z` };
  const [ux, uy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const size = Math.min(HEAD, length);
  const base: Vec2 = [b[0] - ux * size, b[1] - uy * size];
  const wing = size * 0.45;
  return {
    shaft: `M${put(a)}L${put(base)}`,
    head: `M${put(b)}L${put([base[0] - uy * wing, base[1] + ux * wing])}L${put([base[0] + uy * wing, base[1] - ux * wing])}Z`,
  };
}

/** A tip too far away to be drawn: the part of the ray that is on screen. */
function linePathToward(view: View2d, from: Vec2, to: Vec2): string {
  const ends = clipLine(view, from, [to[0] - from[0], to[1] - from[1]]);
  if (!ends) return "";
  return `M${put(toPixel(view, from))}L${put(ends[1])}`;
}
