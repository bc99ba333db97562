/** A's rows as level lines. */
import { type Mat2, norm2, scale2, type Vec2 } from "../../../math";
import { line } from "../../../scene/marks/line";
import type { Look, Shape } from "../../../scene/shape";
import { gridStep, type View2d } from "../../../scene/view2d";
import { act, levelAt, rowOf } from "../readings";

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
