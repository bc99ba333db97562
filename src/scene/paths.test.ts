import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Mat2, Vec2 } from "../math";
import { arrowPaths, clipLine, ellipsePath, gridPaths, polygonPath } from "./paths";
import { view2d } from "./view2d";

const view = view2d({ width: 800, height: 600 }, [0, 0], 6);
const wild = fc.oneof(
  fc.double({ min: -10, max: 10, noNaN: true }),
  fc.constantFrom(0, 1e12, -1e12, 1e-12, 5e-324, 1e308),
);
const coordinates = (d: string) => (d.match(/-?[\d.]+(e[+-]?\d+)?/g) ?? []).map(Number);

describe("paths", () => {
  it("never write a coordinate that is not a number or that no screen has", () => {
    fc.assert(
      fc.property(fc.tuple(wild, wild, wild, wild), (a: Mat2) => {
        const tip: Vec2 = [a[0], a[2]];
        const { lines, axes } = gridPaths(view, a);
        const { shaft, head } = arrowPaths(view, [0, 0], tip);
        const all = [
          lines,
          axes,
          shaft,
          head,
          ellipsePath(view, a),
          polygonPath(view, [[0, 0], tip, [a[1], a[3]]]),
        ].join(" ");
        expect(all).not.toMatch(/NaN|Infinity/);
        for (const value of coordinates(all)) expect(Math.abs(value)).toBeLessThanOrEqual(1e5 + 1);
        expect(all.length).toBeLessThan(40_000);
      }),
      { numRuns: 1000 },
    );
  });

  it("clips a line to the edges of the view", () => {
    expect(clipLine(view, [0, 0], [1, 0])).toEqual([
      [0, 300],
      [800, 300],
    ]);
    expect(clipLine(view, [0, 100], [1, 0])).toBeNull();
    expect(clipLine(view, [0, 0], [0, 0])).toBeNull();
  });

  it("draws a vector of no length as a dot that can be seen", () => {
    const { shaft, head } = arrowPaths(view, [0, 0], [0, 0]);
    expect(shaft).toBe("");
    expect(head).toMatch(/a3 3/);
  });

  it("moves the grid by A: the image axes run along A's columns", () => {
    const { axes } = gridPaths(view, [1, -1, 1, 1]);
    expect(coordinates(axes)).toEqual([100, 600, 700, 0, 700, 600, 100, 0]);
  });
});
