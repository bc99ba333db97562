import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply2, type Mat2, type Vec2 } from "../../../math";
import { placeLabels } from "../../../scene/marks/placeLabels";
import type { TextShape } from "../../../scene/shape";
import { textWidth } from "../../../scene/textWidth";
import { toPixel, view2d } from "../../../scene/view2d";
import { errorReading } from "../error";
import { kernelOf } from "../kernel";
import { read } from "../model";
import { type ReadingKind, terms } from "../readings";
import { laterNames } from "./laterNames";
import { planeLabels } from "./names";

const view = view2d({ width: 820, height: 716 }, [0, 0], 9);
const entry = fc.integer({ min: -250, max: 250 }).map((k) => k / 100);
const mat2: fc.Arbitrary<Mat2> = fc.tuple(entry, entry, entry, entry);
const vec2: fc.Arbitrary<Vec2> = fc.tuple(entry, entry);

function placed(a: Mat2, x: Vec2, kind: ReadingKind, delta: Vec2 | null = null): readonly TextShape[] {
  const { labels, taken, strokes } = planeLabels({
    laterNames,
    view,
    m: a,
    total: a,
    name: "A",
    x,
    more: [],
    reading: read(a),
    kernel: kernelOf(a),
    kind,
    t: 1,
    showEigen: true,
    wrong: delta && errorReading(a, x, delta),
    iterated: [],
  });
  return placeLabels(labels, taken, view, strokes);
}

/** Whether a hundred points of the way between two world points all keep out of the label. */
function clearOf({ at: [x, y], text, face, size }: TextShape, from: Vec2, to: Vec2): boolean {
  const half = textWidth(text, face, size) / 2;
  const [a, b] = [toPixel(view, from), toPixel(view, to)];
  return Array.from({ length: 101 }, (_, k) => k / 100).every((t) => {
    const [px, py] = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
    return Math.abs(px - x) >= half || py <= y - 0.94 * size || py >= y + 0.26 * size;
  });
}

describe("the names of the plane", () => {
  it("stand on no arrow: not the terms on theirs, nor any on x, Ax and the columns", () => {
    fc.assert(
      fc.property(mat2, vec2, fc.constantFrom("columns" as const, "outer" as const), (a, x, kind) => {
        const parts = terms(a, x, kind, 1).map(({ from, to }) => [from, to] as const);
        const tips: readonly Vec2[] = [x, apply2(a, x), [a[0], a[2]], [a[1], a[3]]];
        const arrows = [...parts, ...tips.map((tip) => [[0, 0], tip] as const)];
        const names = placed(a, x, kind);
        expect(names.filter(({ name }) => name.startsWith("term-"))).toHaveLength(2);
        for (const label of names) for (const [from, to] of arrows) expect(clearOf(label, from, to)).toBe(true);
      }),
    );
  });

  it("stand on neither of the level lines through x, when A is read by its rows", () => {
    fc.assert(
      fc.property(mat2, vec2, (a, x) => {
        for (const [p, q] of [
          [a[0], a[1]],
          [a[2], a[3]],
        ] as const) {
          const length = Math.hypot(p, q);
          if (length === 0) continue;
          const [dx, dy] = [(-q / length) * 12, (p / length) * 12];
          for (const label of placed(a, x, "rows"))
            expect(clearOf(label, [x[0] - dx, x[1] - dy], [x[0] + dx, x[1] + dy])).toBe(true);
        }
      }),
    );
  });

  it("leave an error's ends unnamed while its arrows are shorter than a name, and name both when there is room", () => {
    const names = (delta: Vec2) =>
      placed([1, 1, 0.5, 1.5], [-1.2, 1.1], "grid", delta).flatMap(({ name, text }) =>
        name === "error" ? [text] : [],
      );
    expect(names([0.05, 0.05])).toEqual([]);
    expect(names([0.9, -0.6])).toEqual(["b + δ", "x + δx"]);
  });
});
