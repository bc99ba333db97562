import { norm2, type Vec2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { clipLine } from "../../../scene/marks/line";
import type { Label } from "../../../scene/marks/placeLabels";
import { toPixel } from "../../../scene/view2d";
import { act, levelAt, rowOf, terms } from "../readings";
import { type Named, subscript } from "./names";

/** The parts of a sum beside their arrows, or the level of each row beside its line. */
export function readingLabels({ view, total, x, kind, t }: Named): readonly Label[] {
  if (kind === "columns" || kind === "outer") {
    return terms(total, x, kind, t).flatMap(({ from, to }, k) => {
      if (act(t, k as 0 | 1) === 0) return [];
      const middle: Vec2 = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
      const n = subscript(k + 1);
      const text = kind === "columns" ? `x${n}·a${n}` : `σ${n}u${n}(v${n}·x)`;
      const tone = kind === "outer" ? "singular" : k === 0 ? "basis-i" : "basis-j";
      return [{ name: `term-${k + 1}`, text, tone, near: toPixel(view, middle), size: 15 }];
    });
  }
  if (kind !== "rows") return [];
  return ([0, 1] as const).flatMap((i) => {
    const row = rowOf(total, i);
    if (norm2(row) === 0 || act(t, i) === 0) return [];
    const text = `row ${i + 1} · x = ${formatNumber(levelAt(total, i, x))}`;
    const ends = clipLine(view, x, [-row[1], row[0]]);
    if (!ends) return [];
    const at = toPixel(view, x);
    const end = ends[i === 0 ? 0 : 1];
    const near: Vec2 = [at[0] + (end[0] - at[0]) * 0.6, at[1] + (end[1] - at[1]) * 0.6];
    return [{ name: `row-${i + 1}`, text, tone: i === 0 ? "basis-i" : "basis-j", near, size: 15 }];
  });
}
