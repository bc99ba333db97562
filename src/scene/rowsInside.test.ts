import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Vec2 } from "../math";
import { rowsInside } from "./rowsInside";

const coordinate = fc.double({ min: -10, max: 10, noNaN: true });
const clouds = fc
  .array(coordinate, { minLength: 2, maxLength: 80 })
  .map((all) => Float32Array.from(all.slice(0, all.length & ~1)));

describe("rowsInside", () => {
  it("is a comparison of coordinates for a box", () => {
    fc.assert(
      fc.property(clouds, coordinate, coordinate, coordinate, coordinate, (xy, a, b, c, d) => {
        const [left, right, low, high] = [Math.min(a, b), Math.max(a, b), Math.min(c, d), Math.max(c, d)];
        const mask = rowsInside(xy, [
          [left, low],
          [right, low],
          [right, high],
          [left, high],
        ]);
        mask.forEach((inside, i) => {
          const [x, y] = [xy[2 * i]!, xy[2 * i + 1]!];
          // On the outline itself either answer is right.
          if (x === left || x === right || y === low || y === high) return;
          expect(inside).toBe(Number(x > left && x < right && y > low && y < high));
        });
      }),
    );
  });

  it("is a distance for a polygon of many corners about a circle", () => {
    const circle = Array.from({ length: 720 }, (_, k): Vec2 => {
      const t = (k * Math.PI) / 360;
      return [5 * Math.cos(t), 5 * Math.sin(t)];
    });
    fc.assert(
      fc.property(clouds, (xy) => {
        rowsInside(xy, circle).forEach((inside, i) => {
          const r = Math.hypot(xy[2 * i]!, xy[2 * i + 1]!);
          if (Math.abs(r - 5) > 0.001) expect(inside).toBe(Number(r < 5));
        });
      }),
    );
  });

  it("leaves out the hole of an outline that runs round it twice, and what is not finite", () => {
    const ring: readonly Vec2[] = [
      [0, 0],
      [9, 0],
      [9, 9],
      [0, 9],
      [0, 0],
      [3, 3],
      [6, 3],
      [6, 6],
      [3, 6],
      [3, 3],
    ];
    expect([...rowsInside(Float32Array.of(1, 1.5, 4.5, 4.6, Number.NaN, 1, 20, 1), ring)]).toEqual([1, 0, 0, 0]);
    expect([...rowsInside(Float32Array.of(0, 0), ring.slice(0, 2))]).toEqual([0]);
  });
});
