import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placesOf } from "./handle";
import { zoomAbout } from "./panZoom";
import { gridStep, spanOf, toPixel, toWorld, view2d } from "./view2d";

const views = fc
  .record({
    width: fc.integer({ min: 100, max: 3000 }),
    height: fc.integer({ min: 100, max: 3000 }),
    x: fc.double({ min: -50, max: 50, noNaN: true }),
    y: fc.double({ min: -50, max: 50, noNaN: true }),
    span: fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
  })
  .map(({ width, height, x, y, span }) => view2d({ width, height }, [x, y], span));
const pixels = fc.tuple(fc.double({ min: 0, max: 3000, noNaN: true }), fc.double({ min: 0, max: 3000, noNaN: true }));

describe("view2d", () => {
  it("comes back from world to pixel to within a millionth of a pixel", () => {
    fc.assert(
      fc.property(views, pixels, (view, pixel) => {
        const [x, y] = toPixel(view, toWorld(view, pixel));
        expect(Math.hypot(x - pixel[0], y - pixel[1])).toBeLessThan(1e-6);
      }),
    );
  });

  it("has y upwards and the centre in the middle", () => {
    const view = view2d({ width: 800, height: 600 }, [1, 2], 6);
    expect(toPixel(view, [1, 2])).toEqual([400, 300]);
    expect(toPixel(view, [2, 3])).toEqual([500, 200]);
  });

  it("zooms about a pixel, whose world point stays", () => {
    fc.assert(
      fc.property(views, pixels, fc.double({ min: 0.2, max: 5, noNaN: true }), (view, pixel, factor) => {
        const { centre, span } = zoomAbout(view, pixel, factor);
        const after = toPixel(view2d(view, centre, span), toWorld(view, pixel));
        expect(Math.hypot(after[0] - pixel[0], after[1] - pixel[1])).toBeLessThan(1e-5);
        expect(span).toBeCloseTo(spanOf(view) / factor, 6);
      }),
    );
  });

  it("draws the grid at 1, 2 or 5 times a power of ten, never closer than asked", () => {
    fc.assert(
      fc.property(views, (view) => {
        const step = gridStep(view, 70);
        expect(step * view.unit).toBeGreaterThanOrEqual(70 * (1 - 1e-6));
        expect(step * view.unit).toBeLessThan(70 * 2.5 * (1 + 1e-6));
        expect(step / 10 ** Math.floor(Math.log10(step) + 1e-9)).toSatisfy((lead: number) =>
          [1, 2, 5].some((k) => Math.abs(lead - k) < 1e-6),
        );
      }),
    );
  });
});

describe("a handle's keys", () => {
  it("step 1/50 of the span, 1/10 with Shift, 1/200 with Alt, y upwards", () => {
    const { step } = placesOf(view2d({ width: 400, height: 600 }, [3, 4], 10));
    expect(step([0, 0], "ArrowRight", { shift: false, alt: false })).toEqual([0.2, 0]);
    expect(step([0, 0], "ArrowUp", { shift: true, alt: false })).toEqual([0, 1]);
    expect(step([0, 0], "ArrowDown", { shift: false, alt: true })).toEqual([0, -0.05]);
    expect(step([0, 0], "toString", { shift: false, alt: false })).toBeNull();
  });
});
