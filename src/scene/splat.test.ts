import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply2, type Mat2, type Vec2 } from "../math";
import { nearestPoint } from "./nearestPoint";
import { planeMap } from "./planeMap";
import { type Cloud, type Frame, splat } from "./splat";
import { toPixel, view2d } from "./view2d";

const view = view2d({ width: 100, height: 100 }, [0, 0], 10);
const style = {
  colours: [[200, 10, 20] as const, [1, 2, 3] as const],
  unknown: [9, 8, 7] as const,
  faded: [3, 2, 1] as const,
  ring: [255, 255, 255] as const,
  radius: 3,
  opacity: 1,
};
const blank = (): Frame => ({ pixels: new Int32Array(100 * 100), width: 100, height: 100 });
function drawn(cloud: Cloud, look = style, map = planeMap(view)): Uint32Array {
  const frame = blank();
  splat(frame, map, cloud, look);
  return new Uint32Array(frame.pixels.buffer);
}
const painted = (pixels: Uint32Array) => [...pixels].flatMap((p, k) => (p === 0 ? [] : [k]));
/** Enough points for squares: one at `at`, and the rest where nothing is drawn. */
function manyAt(at: Vec2): Float32Array {
  const xy = new Float32Array(2 * 130_000).fill(Number.NaN);
  xy.set(at, 2 * 70_000);
  return xy;
}
/** Spread evenly: numbers beside 0 would all fall between two pixels. */
const spread = (most: number) => fc.integer({ min: -1000, max: 1000 }).map((k) => (most * (k + 0.37)) / 1000);
const entries = spread(3);
const moves = fc.tuple(entries, entries, entries, entries);

describe("splat", () => {
  it("paints each point's middle in the colour of its class, and nothing elsewhere", () => {
    const pixels = drawn({ xy: Float32Array.of(0, 0, 2, -3, -2, 2), classes: Int32Array.of(0, 1, -1) });
    expect(pixels[50 * 100 + 50]).toBe(0xff140ac8);
    expect(pixels[80 * 100 + 70]).toBe(0xff030201);
    expect(pixels[30 * 100 + 30]).toBe(0xff070809);
    expect(pixels[10 * 100 + 10]).toBe(0);
    expect(painted(pixels).length).toBeLessThan(3 * 9 * 9);
  });

  it("puts what is meant over the faded, whatever the order of the rows", () => {
    const classes = Int32Array.of(1, -1, -2);
    const pixels = drawn({ xy: Float32Array.of(0, 0, 2, 0, 0, 0), classes });
    expect(pixels[50 * 100 + 50]).toBe(0xff030201);
    expect(pixels[50 * 100 + 70]).toBe(0xff070809);
    expect(drawn({ xy: Float32Array.of(0, 0), classes: Int32Array.of(-2) })[50 * 100 + 50]).toBe(0xff010203);
  });

  it("begins the colours again where there are more classes than colours", () => {
    const pixels = drawn({ xy: Float32Array.of(0, 0, 2, 0), classes: Int32Array.of(2, 5) });
    expect(pixels[50 * 100 + 50]).toBe(0xff140ac8);
    expect(pixels[50 * 100 + 70]).toBe(0xff030201);
  });

  it("draws what is partly outside, and leaves out what is not finite or far away", () => {
    const xy = Float32Array.of(5, 5, Number.NaN, 0, 1e30, 0, Number.POSITIVE_INFINITY, 1);
    const pixels = drawn({ xy, classes: null });
    expect(pixels[99]).not.toBe(0);
    expect(painted(pixels).length).toBeLessThan(40);
  });

  it("puts the last row on top", () => {
    const pixels = drawn({ xy: Float32Array.of(0, 0, 0, 0), classes: Int32Array.of(0, 1) });
    expect(pixels[50 * 100 + 50]).toBe(0xff030201);
  });

  it("mixes a faint disc with what lies under it", () => {
    const faint = { ...style, opacity: 0.5 };
    const pixels = drawn({ xy: Float32Array.of(0, 0, 0, 0), classes: Int32Array.of(0, 1) }, faint);
    const word = pixels[50 * 100 + 50] ?? 0;
    expect(Math.abs((word >>> 24) - 255 * 0.75)).toBeLessThan(2);
    // 0.5 of the upper and 0.25 of the lower, of 0.75 in all.
    expect(Math.abs((word & 255) - (200 + 2 * 1) / 3)).toBeLessThan(2);
  });

  it("draws a point in the pixel that holds toPixel of it, moved or not, as a disc and as a square", () => {
    const places = spread(4);
    fc.assert(
      fc.property(places, places, moves, fc.boolean(), (x, y, move, square) => {
        const at: Vec2 = [Math.fround(x), Math.fround(y)];
        const [px, py] = toPixel(view, apply2(move, at));
        const inside = px >= 0 && py >= 0 && px < 100 && py < 100;
        // One that falls between two pixels to rounding may be in either.
        fc.pre([px, py].every((p) => Math.abs(p - Math.round(p)) > 1e-9));
        const cloud = { xy: square ? manyAt(at) : Float32Array.from(at), classes: null };
        const pixels = drawn(cloud, { ...style, radius: 0.35 }, planeMap(view, move));
        expect(painted(pixels)).toEqual(inside ? [Math.floor(py) * 100 + Math.floor(px)] : []);
      }),
      { numRuns: 60 },
    );
  });

  it("is at every ratio of device pixels the same picture", () => {
    const frame = { pixels: new Int32Array(200 * 200), width: 200, height: 200 };
    splat(frame, planeMap(view, [1, 0, 0, 1], 2), { xy: Float32Array.of(2.03, -3.04), classes: null }, style);
    const [px, py] = toPixel(view, [2.03, -3.04]);
    expect(new Uint32Array(frame.pixels.buffer)[Math.floor(2 * py) * 200 + Math.floor(2 * px)]).toBe(0xff140ac8);
  });

  it("draws a moved cloud as it draws the moved points", () => {
    const xy = Float32Array.from({ length: 60 }, (_, k) => Math.fround(4 * Math.sin(k * k)));
    // Powers of two and sums of few bits, so that the moved points round to themselves.
    const move: Mat2 = [0.5, 0.25, -1, 2];
    const moved = Float32Array.from(xy, (_, k) => {
      const [x, y] = apply2(move, [xy[k & ~1] ?? 0, xy[k | 1] ?? 0]);
      return k % 2 === 0 ? x : y;
    });
    const classes = Int32Array.from({ length: 30 }, (_, i) => (i % 3) - 1);
    const before = xy.slice();
    expect(drawn({ xy, classes }, style, planeMap(view, move))).toEqual(drawn({ xy: moved, classes }));
    expect(xy).toEqual(before);
  });
});

describe("nearestPoint", () => {
  const map = planeMap(view);

  it("finds the point under a pixel within reach, the topmost on a tie, and else none", () => {
    const xy = Float32Array.of(0, 0, 1, 0, 1, 0, Number.NaN, 3);
    expect(nearestPoint(map, xy, [51, 50], 6)).toBe(0);
    expect(nearestPoint(map, xy, [60, 52], 6)).toBe(2);
    expect(nearestPoint(map, xy, [80, 80], 6)).toBe(-1);
    expect(nearestPoint(map, xy, [60, 50 + 6], 6)).toBe(2);
    expect(nearestPoint(map, xy, [60, 50 + 6.01], 6)).toBe(-1);
  });

  it("answers the row that was drawn there, wherever the cloud was moved", () => {
    const xy = Float32Array.from({ length: 40 }, (_, k) => 4 * Math.sin(7 * k * k + 1));
    fc.assert(
      fc.property(moves, fc.nat(19), (move, row) => {
        const map = planeMap(view, move);
        const here = toPixel(view, apply2(move, [xy[2 * row] ?? 0, xy[2 * row + 1] ?? 0]));
        const found = nearestPoint(map, xy, here, 2);
        const there = toPixel(view, apply2(move, [xy[2 * found] ?? Number.NaN, xy[2 * found + 1] ?? Number.NaN]));
        expect(Math.hypot(there[0] - here[0], there[1] - here[1])).toBeLessThan(1e-9);
      }),
    );
  });
});
