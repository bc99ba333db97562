/** The picture of the plane beside space: the input of a 3 × 2, or the output of a 2 × 3. */
import type { Mat2, Mat3, Vec2 } from "../../../math";
import { ellipse } from "../../../scene/marks/ellipse";
import { axes, grid } from "../../../scene/marks/grid";
import { line, segment } from "../../../scene/marks/line";
import { boxAbout, type Label, placeLabels } from "../../../scene/marks/placeLabels";
import { polygon } from "../../../scene/marks/polygon";
import { vector } from "../../../scene/marks/vector";
import type { Shape } from "../../../scene/shape";
import { toPixel, type View2d } from "../../../scene/view2d";
import { columnOf } from "./embedded";
import { fibreDots, fibreLines } from "./fibres3";
import { BASIS_NAMES, COLUMN_LOOKS, COLUMN_NAMES, LOOKS } from "./looks";
import { columnSpaceOf, nullSpaceOf } from "./reading";
import type { SceneOf } from "./sceneOf";

const I: Mat2 = [1, 0, 0, 1];
const O: Vec2 = [0, 0];
const flat = ([x, y]: readonly [number, number, number]): Vec2 => [x, y];

export function planeShapes(view: View2d, scene: SceneOf): readonly Shape[] {
  return scene.shape === "3x2" ? inputPlane(view, scene) : outputPlane(view, scene);
}

function inputPlane(view: View2d, { x, reading, show, spacing }: SceneOf): readonly Shape[] {
  const lost = nullSpaceOf(reading);
  const at = flat(x);
  return [
    grid(view, I, { name: "grid", tone: "grid-ghost", width: 1 }),
    axes(view, { name: "axes", tone: "axis" }),
    ...(show.area ? [polygon(view, [O, [1, 0], [1, 1], [0, 1]], { ...LOOKS.faceEdge, fillOpacity: 0.14 })] : []),
    ...(show.circle ? [ellipse(view, I, { ...LOOKS.ellipsoid, fillOpacity: undefined })] : []),
    ...(show.fibres ? fibreLines(view, reading, spacing) : []),
    ...(lost.kind === "line" ? [line(view, O, flat(lost.direction), LOOKS.nullLine)] : []),
    ...vector(view, O, at, LOOKS.x),
    ...vector(view, O, [1, 0], LOOKS.i),
    ...vector(view, O, [0, 1], LOOKS.j),
    ...placeLabels(
      [
        tip(view, "x", LOOKS.x, at),
        tip(view, BASIS_NAMES[0], LOOKS.i, [1, 0]),
        tip(view, BASIS_NAMES[1], LOOKS.j, [0, 1]),
        ...(lost.kind === "line" ? [named(view, "null space", "bad", flat(lost.direction))] : []),
      ],
      [boxAbout(toPixel(view, at), 14)],
      view,
    ),
  ];
}

function outputPlane(view: View2d, { now, x, reading, show, spacing, way }: SceneOf): readonly Shape[] {
  const columns = ([0, 1, 2] as const).map((j) => flat(columnOf(now, j)));
  const ax: Vec2 = [now[0] * x[0] + now[1] * x[1] + now[2] * x[2], now[3] * x[0] + now[4] * x[1] + now[5] * x[2]];
  const reached = columnSpaceOf(reading);
  return [
    grid(view, I, { name: "grid", tone: "grid-ghost", width: 1 }),
    axes(view, { name: "axes", tone: "axis" }),
    ...(show.grid ? shadowGrid(view, columns) : []),
    ...(show.area ? cubeShadow(view, columns) : []),
    ...(show.circle ? [ellipse(view, rootOf(now), LOOKS.ellipsoid)] : []),
    ...(show.fibres ? fibreDots(view, reading, spacing, now) : []),
    ...(reached.kind === "line" ? [line(view, O, flat(reached.direction), LOOKS.columnLine)] : []),
    ...(way ?? [])
      .slice(1)
      .flatMap((to, k) => vector(view, flat((way ?? [])[k] ?? [0, 0, 0]), flat(to), COLUMN_LOOKS[k] ?? LOOKS.i)),
    ...vector(view, O, ax, LOOKS.ax),
    ...columns.flatMap((to, j) => vector(view, O, to, COLUMN_LOOKS[j] ?? LOOKS.i)),
    ...placeLabels(
      [
        ...columns.map((to, j) => tip(view, COLUMN_NAMES[j] ?? "", COLUMN_LOOKS[j] ?? LOOKS.i, to)),
        tip(view, "Ax", LOOKS.ax, ax),
        ...(reached.kind === "line" ? [named(view, "column space", "singular", flat(reached.direction))] : []),
      ],
      [...columns, ax].map((to) => boxAbout(toPixel(view, to), 14)),
      view,
    ),
  ];
}

/** The images of the lines of the three coordinate planes. */
function shadowGrid(view: View2d, columns: readonly Vec2[]): readonly Shape[] {
  const at = (u: Vec2, a: number, v: Vec2, b: number): Vec2 => [a * u[0] + b * v[0], a * u[1] + b * v[1]];
  return (
    [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const
  ).flatMap(([p, q]) => {
    const [u, v] = [columns[p] ?? O, columns[q] ?? O];
    return [-2, -1, 0, 1, 2].flatMap((k) => [
      segment(view, at(u, -2, v, k), at(u, 2, v, k), LOOKS.walls),
      segment(view, at(v, -2, u, k), at(v, 2, u, k), LOOKS.walls),
    ]);
  });
}

/** The image of the unit cube: the three faces at the origin and the three across from it. */
function cubeShadow(view: View2d, columns: readonly Vec2[]): readonly Shape[] {
  return (
    [
      [0, 1, 2],
      [0, 2, 1],
      [1, 2, 0],
    ] as const
  ).flatMap(([p, q, r]) => {
    const [u, v, w] = [columns[p] ?? O, columns[q] ?? O, columns[r] ?? O];
    const sum = (...of: readonly Vec2[]): Vec2 => of.reduce<Vec2>((s, c) => [s[0] + c[0], s[1] + c[1]], O);
    const look = { ...LOOKS.faceEdge, fillOpacity: 0.06 };
    return [polygon(view, [O, u, sum(u, v), v], look), polygon(view, [w, sum(u, w), sum(u, v, w), sum(v, w)], look)];
  });
}

/** A 2 × 2 with the same image of the unit ball: (AAᵀ)^(1/2) by its Cholesky factor, zero where A is flat. */
function rootOf(a: Mat3): Mat2 {
  const [xx, xy, yy] = [
    a[0] ** 2 + a[1] ** 2 + a[2] ** 2,
    a[0] * a[3] + a[1] * a[4] + a[2] * a[5],
    a[3] ** 2 + a[4] ** 2 + a[5] ** 2,
  ];
  if (xx === 0) return [0, 0, 0, Math.sqrt(yy)];
  const l = Math.sqrt(xx);
  return [l, 0, xy / l, Math.sqrt(Math.max(0, yy - (xy / l) ** 2))];
}

function tip(view: View2d, text: string, { name, tone }: { name: string; tone: string }, to: Vec2): Label {
  return { name, text, tone, near: toPixel(view, to), ...(Math.hypot(...to) > 0 ? { toward: [to[0], -to[1]] } : {}) };
}

/** A line's name, well out on its upper half. */
function named(view: View2d, text: string, tone: string, direction: Vec2): Label {
  const out = (0.36 * Math.min(view.width, view.height)) / view.unit / (Math.hypot(...direction) || 1);
  const sign = direction[1] < 0 ? -1 : 1;
  const near = toPixel(view, [sign * out * direction[0], sign * out * direction[1]]);
  return { name: text, text, tone, near, size: 13, face: "ui" };
}
