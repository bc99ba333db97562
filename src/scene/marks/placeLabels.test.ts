import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Vec2 } from "../../math";
import type { TextShape } from "../shape";
import { textWidth } from "../textWidth";
import { boxAbout, type Label, placeLabels } from "./placeLabels";

const stage = { width: 800, height: 600 };
const label = (near: Vec2, text = "Ax", toward?: Vec2): Label => ({ name: "it", text, tone: "ink", near, toward });
const boxOf = ({ at: [x, y], text, size, face }: TextShape) => {
  const half = textWidth(text, face, size) / 2;
  return { left: x - half, right: x + half, top: y - 0.94 * size, bottom: y + 0.26 * size };
};
type Box = ReturnType<typeof boxOf>;
const touch = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const anchor = fc.tuple(fc.integer({ min: -100, max: 900 }), fc.integer({ min: -100, max: 700 }));
const word = fc.constantFrom("x", "Ax", "λ₁ = 2.00", "petal length", "v₁, 92.5 %");

describe("placeLabels", () => {
  it("keeps up to ten labels inside the stage and off each other, wherever they belong", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anchor, word), { maxLength: 10 }), (wanted) => {
        const boxes = placeLabels(
          wanted.map(([near, text]) => label(near, text)),
          [],
          stage,
        ).map(boxOf);
        expect(boxes).toHaveLength(wanted.length);
        for (const [k, box] of boxes.entries()) {
          expect(Math.min(box.left, box.top, stage.width - box.right, stage.height - box.bottom)).toBeGreaterThan(0);
          for (const other of boxes.slice(0, k)) expect(touch(box, other)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("keeps ten labels of one pixel apart", () => {
    const boxes = placeLabels(
      Array.from({ length: 10 }, () => label([400, 300], "λ₁ = 2.00")),
      [],
      stage,
    ).map(boxOf);
    for (const [k, box] of boxes.entries())
      for (const other of boxes.slice(0, k)) expect(touch(box, other)).toBe(false);
  });

  it("puts a lone label where it is wanted: up and right, or as told", () => {
    const at = (toward?: Vec2) => {
      const [shape] = placeLabels([label([400, 300], "x", toward)], [], stage);
      return [Math.sign((shape?.at[0] ?? 0) - 400), Math.sign((shape?.at[1] ?? 0) - 306)];
    };
    expect(at()).toEqual([1, -1]);
    expect(at([-1, 1])).toEqual([-1, 1]);
  });

  it("leaves the boxes that are taken free, and covers as little as it can where all is taken", () => {
    const handle = boxAbout([414, 284], 12);
    const [beside] = placeLabels([label([400, 300])], [handle], stage);
    expect(beside && touch(boxOf(beside), handle)).toBe(false);
    const all = { left: 0, top: 0, right: 800, bottom: 600 };
    expect(placeLabels([label([400, 300])], [all], stage)).toHaveLength(1);
  });

  it("keeps off a handle that waits at the edge for a point far off the stage", () => {
    for (const near of [
      [1e12, 250],
      [-1e9, 1e12],
      [400, -1e6],
    ] as const) {
      const handle = boxAbout([Math.max(8, Math.min(792, near[0])), Math.max(8, Math.min(592, near[1]))], 15);
      const [shape] = placeLabels([label(near)], [handle], stage);
      expect(shape && touch(boxOf(shape), handle)).toBe(false);
    }
  });

  it("keeps off the strokes wherever one of them runs, while there is room", () => {
    const across = fc.tuple(anchor, anchor);
    fc.assert(
      fc.property(anchor, across, word, (near, stroke, text) => {
        const [shape] = placeLabels([label(near, text)], [], stage, [stroke]);
        const { left, right, top, bottom } = boxOf(shape as TextShape);
        // A hundred points of the stroke, none of them under the word.
        const [from, to] = stroke;
        for (let k = 0; k <= 100; k++) {
          const [x, y] = [from[0] + ((to[0] - from[0]) * k) / 100, from[1] + ((to[1] - from[1]) * k) / 100];
          expect(x > left && x < right && y > top && y < bottom).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("passes over a stroke that is nowhere", () => {
    const nowhere: [Vec2, Vec2] = [
      [Number.NaN, 0],
      [3, Number.POSITIVE_INFINITY],
    ];
    const free = placeLabels([label([400, 300])], [], stage);
    expect(placeLabels([label([400, 300])], [], stage, [nowhere])).toEqual(free);
  });

  it("moves a label by no more than its pixel moved, where nothing is in the way", () => {
    fc.assert(
      fc.property(anchor, fc.double({ min: -1, max: 1, noNaN: true }), ([x, y], step) => {
        const [a] = placeLabels([label([x, y])], [], stage);
        const [b] = placeLabels([label([x + step, y])], [], stage);
        const free = x > 60 && x < 740 && y > 60 && y < 540;
        if (free) expect(Math.abs((b?.at[0] ?? 0) - (a?.at[0] ?? 0) - step)).toBeLessThan(1e-9);
        if (free) expect(b?.at[1]).toBe(a?.at[1]);
      }),
    );
  });

  it("leaves out what has no text or no place", () => {
    expect(placeLabels([label([Number.NaN, 3]), label([3, 3], "")], [], stage)).toEqual([]);
  });
});

describe("textWidth", () => {
  it("is what Chromium measures, within 3 per cent (λ₁ = 2.000 at 1000 px)", () => {
    expect(Math.abs(textWidth("λ₁ = 2.000", "ui", 1000) / 5086 - 1)).toBeLessThan(0.03);
    expect(Math.abs(textWidth("λ₁ = 2.000", "math", 1000) / 4366 - 1)).toBeLessThan(0.03);
  });
  it("gives accents no room", () => expect(textWidth("ĵ", "math", 20)).toBe(textWidth("j", "math", 20)));
});
