import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Mat2, Vec2 } from "../../math";
import type { PathShape } from "../shape";
import { view2d } from "../view2d";
import { arc } from "./arc";
import { ellipse } from "./ellipse";
import { axes, grid } from "./grid";
import { clipLine, line, segment } from "./line";
import { polygon } from "./polygon";
import { vector } from "./vector";

const view = view2d({ width: 800, height: 600 }, [0, 0], 6);
const look = { name: "it", tone: "ink" };
const wild = fc.oneof(
  fc.double({ min: -10, max: 10, noNaN: true }),
  fc.constantFrom(0, 1e12, -1e12, 1e-12, 5e-324, 1e308),
);
const coordinates = (d: string) => (d.match(/-?[\d.]+(e[+-]?\d+)?/g) ?? []).map(Number);
const dataOf = (shapes: readonly PathShape[]) => shapes.map(({ d }) => d).join(" ");

describe("marks of the plane", () => {
  it("never write a coordinate that is not a number or that no screen has", () => {
    fc.assert(
      fc.property(fc.tuple(wild, wild, wild, wild), (a: Mat2) => {
        const tip: Vec2 = [a[0], a[2]];
        const all = dataOf([
          grid(view, a, look),
          axes(view, look, a),
          ...vector(view, [0, 0], tip, look),
          ellipse(view, a, look),
          polygon(view, [[0, 0], tip, [a[1], a[3]]], look),
          line(view, [a[1], a[3]], tip, look),
          segment(view, [a[1], a[3]], tip, look),
        ]);
        expect(all).not.toMatch(/NaN|Infinity/);
        for (const value of coordinates(all)) expect(Math.abs(value)).toBeLessThanOrEqual(1e5 + 1);
        expect(all.length).toBeLessThan(40_000);
      }),
      { numRuns: 1000 },
    );
  });

  it("clip a line to the edges of the view", () => {
    expect(clipLine(view, [0, 0], [1, 0])).toEqual([
      [0, 300],
      [800, 300],
    ]);
    expect(clipLine(view, [0, 100], [1, 0])).toBeNull();
    expect(clipLine(view, [0, 0], [0, 0])).toBeNull();
  });

  it("draw a vector of no length as a dot that can be seen", () => {
    const shapes = vector(view, [0, 0], [0, 0], look);
    expect(shapes).toHaveLength(1);
    expect(shapes[0]?.d).toMatch(/a3 3/);
  });

  it("move the grid by A: the image axes run along A's columns", () => {
    expect(coordinates(axes(view, look, [1, -1, 1, 1]).d)).toEqual([100, 600, 700, 0, 700, 600, 100, 0]);
  });

  it("turn an arc counter-clockwise for a positive angle", () => {
    const [curve] = arc(view, [0, 0], 50, 0, Math.PI / 2, look);
    const all = coordinates(curve?.d ?? "");
    expect(all.slice(0, 2)).toEqual([450, 300]);
    expect(all.slice(-2)).toEqual([400, 250]);
  });
});
