import { describe, expect, it } from "vitest";
import { nearestPoint, splat } from "./splat";
import { view2d } from "./view2d";

const view = view2d({ width: 100, height: 100 }, [0, 0], 10);
const style = {
  colours: [[200, 10, 20] as const, [1, 2, 3] as const],
  unknown: [9, 8, 7] as const,
  ring: [255, 255, 255] as const,
  radius: 3,
  opacity: 1,
};

describe("splat", () => {
  it("paints each point's middle in the colour of its class, and nothing elsewhere", () => {
    const pixels = new Uint32Array(100 * 100);
    splat(
      pixels,
      100,
      100,
      view,
      1,
      { xy: Float32Array.of(0, 0, 2, -3, -2, 2), classes: Int32Array.of(0, 1, -1) },
      style,
    );
    expect(pixels[50 * 100 + 50]).toBe(0xff140ac8);
    expect(pixels[80 * 100 + 70]).toBe(0xff030201);
    expect(pixels[30 * 100 + 30]).toBe(0xff070809);
    expect(pixels[10 * 100 + 10]).toBe(0);
    expect(pixels.filter((p) => p !== 0).length).toBeLessThan(3 * 9 * 9);
  });

  it("draws what is partly outside, and leaves out what is not finite or far away", () => {
    const pixels = new Uint32Array(100 * 100);
    const xy = Float32Array.of(5, 5, Number.NaN, 0, 1e30, 0, Number.POSITIVE_INFINITY, 1);
    splat(pixels, 100, 100, view, 1, { xy, classes: null }, style);
    expect(pixels[99]).not.toBe(0);
    expect(pixels.filter((p) => p !== 0).length).toBeLessThan(40);
  });

  it("draws many points as squares in the same places", () => {
    const pixels = new Uint32Array(100 * 100);
    splat(pixels, 100, 100, view, 1, { xy: new Float32Array(2 * 130_000), classes: null }, { ...style, radius: 1 });
    expect([...pixels].flatMap((p, k) => (p === 0 ? [] : [k]))).toEqual([50 * 100 + 50]);
  });
});

describe("nearestPoint", () => {
  it("finds the point under a pixel within reach, the topmost on a tie, and else none", () => {
    const xy = Float32Array.of(0, 0, 1, 0, 1, 0);
    expect(nearestPoint(view, xy, [51, 50], 6)).toBe(0);
    expect(nearestPoint(view, xy, [60, 52], 6)).toBe(2);
    expect(nearestPoint(view, xy, [80, 80], 6)).toBe(-1);
  });
});
