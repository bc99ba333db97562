/** Lines through the plane that say something of A: those it keeps, those it crushes, and its rows' levels. */
import { apply2, type Mat2, norm2, scale2, type Vec2 } from "../../../math";
import { arc } from "../../../scene/marks/arc";
import { line, segment } from "../../../scene/marks/line";
import { discPath } from "../../../scene/marks/pathData";
import type { Look, PathShape, Shape } from "../../../scene/shape";
import { gridStep, spanOf, toPixel, type View2d } from "../../../scene/view2d";
import { fibres, type Kernel } from "../kernel";
import type { Reading } from "../model";
import { act, levelAt, rowOf } from "../readings";
import { eigenlines } from "../snap";
import { LOOKS } from "./looks";

const ORIGIN: Vec2 = [0, 0];
const GLOW_RADIANS = (25 * Math.PI) / 180;
/** Pixels. */
export const TURN_RADIUS = 64;

/** Eigenlines, faint until x comes near one; a complex pair is shown by the turn that it is. */
export function eigenShapes(view: View2d, { eig }: Reading, x: Vec2): readonly Shape[] {
  if (eig.kind === "complex") return arc(view, ORIGIN, TURN_RADIUS, 0, eig.angle, LOOKS.turn);
  return eigenlines(eig).map((direction) => {
    const glow = 1 - Math.min(1, angleTo(direction, x) / GLOW_RADIANS);
    return line(view, ORIGIN, direction, { ...LOOKS.eigen, opacity: 0.55 + 0.45 * glow, width: 1.6 + 1.2 * glow });
  });
}

/** Between a line and a vector, 0 to π/2; π/2 for no vector. */
function angleTo(direction: Vec2, x: Vec2): number {
  const size = norm2(x);
  if (size === 0) return Math.PI / 2;
  return Math.acos(Math.min(1, Math.abs(direction[0] * x[0] + direction[1] * x[1]) / size));
}

export const kernelShapes = (view: View2d, { column, kernel }: Kernel): readonly Shape[] => [
  ...(column ? [line(view, ORIGIN, column, LOOKS.column)] : []),
  ...(kernel ? [line(view, ORIGIN, kernel, LOOKS.kernel)] : []),
];

/** Sets with one image: as they lie in the plane, and on their way to the point that each becomes under `m`. */
export function fibreShapes(view: View2d, a: Mat2, m: Mat2): readonly Shape[] {
  const reach = spanOf(view) * 0.75;
  return fibres(a, spanOf(view) / 16).flatMap(({ at, direction, level }) => {
    const tone = level < 0 ? "diverge-neg" : level > 0 ? "diverge-pos" : "muted";
    const strength = 0.35 + 0.65 * Math.abs(level);
    const look: Look = { name: "fibre", tone, width: 1.25, opacity: 0.55 * strength };
    const ends = [-reach, reach].map((s) => apply2(m, [at[0] + s * direction[0], at[1] + s * direction[1]]));
    const image: PathShape = {
      kind: "path",
      name: "fibre",
      d: discPath(toPixel(view, apply2(m, at)), 4),
      fill: tone,
      opacity: strength,
    };
    return [
      line(view, at, direction, look),
      segment(view, ends[0] as Vec2, ends[1] as Vec2, { ...look, width: 2.5, opacity: strength }),
      image,
    ];
  });
}

/** Level lines closer than this many pixels would be a grey area. */
const LEVEL_GAP = 42;

/** Where each row's dot product is a round number, and the level on which x lies. Row 1 comes first, row 2 in the second half of the way. */
export function rowShapes(view: View2d, a: Mat2, x: Vec2, t: number): readonly Shape[] {
  return ([0, 1] as const).flatMap((i) => {
    const row = rowOf(a, i);
    const length = norm2(row);
    const strength = act(t, i);
    if (!(length > 0) || strength === 0) return [];
    const along: Vec2 = [-row[1] / length, row[0] / length];
    const unit = scale2(1 / length, row);
    const step = gridStep({ ...view, unit: view.unit / length }, LEVEL_GAP);
    const tone = i === 0 ? "basis-i" : "basis-j";
    const through = (level: number, look: Look) => line(view, scale2(level / length, unit), along, look);
    const reach = (norm2([view.width, view.height]) / view.unit + norm2(view.centre)) * length;
    const most = Math.min(60, Math.ceil(reach / step));
    const levels = Array.from({ length: 2 * most + 1 }, (_, k) => (k - most) * step);
    const faint: Look = {
      name: `row-${i + 1}`,
      tone,
      width: 1,
      opacity: 0.35 * strength,
      dash: i ? [4, 4] : undefined,
    };
    return [
      ...levels.map((level) => through(level, level === 0 ? { ...faint, width: 2, opacity: 0.7 * strength } : faint)),
      through(levelAt(a, i, x), { ...faint, width: 2.5, opacity: strength }),
    ];
  });
}
