import { norm2, type Vec2 } from "../../../math";
import { formatNumber } from "../../../scene/formatNumber";
import { clipLine } from "../../../scene/marks/line";
import type { Label } from "../../../scene/marks/placeLabels";
import { toPixel, type View2d } from "../../../scene/view2d";
import { act, levelAt, rowOf, terms } from "../readings";
import { type Named, subscript } from "./names";

/** The parts of a sum beside their arrows, or the level of each row beside its line. */
export function readingLabels({ view, total, x, kind, t }: Named): readonly Label[] {
  if (kind === "columns" || kind === "outer") {
    const both = terms(total, x, kind, t);
    const end = both[1].to;
    return both.flatMap(({ from, to }, k) => {
      if (act(t, k as 0 | 1) === 0) return [];
      const n = subscript(k + 1);
      const text = kind === "columns" ? `x${n}·a${n}` : `σ${n}u${n}(v${n}·x)`;
      const tone = kind === "outer" ? "singular" : k === 0 ? "basis-i" : "basis-j";
      // The two arrows and Ax are a triangle: outside it a term is beside its own arrow alone.
      const corner = k === 0 ? end : ORIGIN;
      return [{ name: `term-${k + 1}`, text, tone, ...besideArrow(view, from, to, corner), size: 15 }];
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

const ORIGIN: Vec2 = [0, 0];

/** Beside the middle of an arrow, on the side that `corner` is not on. */
function besideArrow(view: View2d, from: Vec2, to: Vec2, corner: Vec2): { readonly near: Vec2; readonly toward: Vec2 } {
  const [a, b, c] = [toPixel(view, from), toPixel(view, to), toPixel(view, corner)];
  const across: Vec2 = [a[1] - b[1], b[0] - a[0]];
  const side = across[0] * (c[0] - a[0]) + across[1] * (c[1] - a[1]);
  return {
    near: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2],
    toward: side > 0 ? [-across[0], -across[1]] : across,
  };
}
