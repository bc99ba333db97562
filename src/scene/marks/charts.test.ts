import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Vec2 } from "../../math";
import { toWorld, view2d } from "../view2d";
import { bars, histogram } from "./bars";
import { contours } from "./contours";
import { curve } from "./curve";
import { signedField } from "./heatMap";
import { placementOf } from "./image";

const view = view2d({ width: 400, height: 300 }, [0, 0], 3);
const look = { name: "it", tone: "ink" };
const plain = { x: (v: number) => 10 * v, y: (v: number) => 100 - 10 * v };
const pixels = (d: string) => [...d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map((m): Vec2 => [Number(m[1]), Number(m[2])]);

describe("contours", () => {
  it("of x² + y² are circles of radius √level, to half a pixel", () => {
    const all = contours(view, ([x, y]) => x * x + y * y, [0.25, 1], look);
    for (const [k, radius] of [0.5, 1].entries()) {
      const at = pixels(all[k]?.d ?? "").map((pixel) => Math.hypot(...toWorld(view, pixel)));
      // The side above the level is bounded by the edge of the samples too.
      const circle = at.filter((r) => r < 1.4);
      expect(circle.length).toBeGreaterThan(40);
      for (const r of circle) expect(Math.abs(r - radius) * view.unit).toBeLessThan(0.5);
    }
  });
  it("draw nothing where the function never reaches the level", () => {
    expect(contours(view, () => 1, [2], look)[0]?.d).toBe("");
  });
});

describe("histogram", () => {
  it("counts every value that is a number once", () => {
    fc.assert(
      fc.property(fc.array(fc.double()), fc.integer({ min: 1, max: 40 }), (values, bins) => {
        const all = histogram(values, -1, 3, bins);
        expect(all).toHaveLength(bins);
        expect(all.reduce((sum, { value }) => sum + value, 0)).toBe(values.filter((v) => !Number.isNaN(v)).length);
      }),
    );
  });
  it("gives the part in which a value lies, and the nearest to what lies outside", () => {
    expect(histogram([0, 0.5, 1, 1.9, -7, 99], 0, 2, 2).map(({ value }) => value)).toEqual([3, 3]);
  });
});

describe("bars and curves", () => {
  it("stand on the base and leave out what has no place", () => {
    const all = [
      { from: 0, to: 1, value: 5 },
      { from: 1, to: 2, value: Number.NaN },
      { from: 2, to: 3, value: 0 },
    ];
    expect(bars(plain, all, look, { gap: 0 }).d).toBe("M0.0 100.0V50.0H10.0V100.0Z");
  });
  it("leave a gap where a value is not finite", () => {
    const at: Vec2[] = [0, 1, 2, 3, 4].map((k) => [k, k === 2 ? Number.NaN : k]);
    expect(curve(plain, at, look).d.match(/M/g)).toHaveLength(2);
    expect(curve(plain, [], look).d).toBe("");
  });
});

describe("image", () => {
  it("puts the corners of the picture where A sends them", () => {
    const [xx, yx, xy, yy, left, top] = placementOf(view, { width: 8, height: 4 }, [0, -1, 1, 0], [0, 0], 2) ?? [];
    const at = (px: number, py: number): Vec2 =>
      toWorld(view, [(xx ?? 0) * px + (xy ?? 0) * py + (left ?? 0), (yx ?? 0) * px + (yy ?? 0) * py + (top ?? 0)]);
    // The picture is 4 by 2 about the origin; a quarter turn sends its upper left corner (−2, 1) to (−1, −2).
    for (const [seen, true_] of [
      [at(0, 0), [-1, -2]],
      [at(8, 4), [1, 2]],
    ] as const)
      for (const k of [0, 1] as const) expect(seen[k]).toBeCloseTo(true_[k], 9);
  });
  it("is left out where it would be endless", () => {
    expect(placementOf(view, { width: 8, height: 4 }, [1e9, 0, 0, 1], [0, 0], 2)).toBeNull();
  });
});

describe("signedField", () => {
  it("is the middle at nothing, and full colour at most and beyond", () => {
    const values = [0, 1, -1, 5, Number.NaN];
    const { levels } = signedField(5, 1, (k) => values[k] ?? 0, 1);
    expect([...levels]).toEqual([128, 255, 0, 255, 128]);
  });
});
