import { describe, expect, it } from "vitest";
import type { Vec3 } from "../math";
import { camera3d, pixelOf } from "./camera3d";
import { turned } from "./orbit";
import { placesInSpace } from "./spacePlaces";

const pose = { azimuth: 30, elevation: 22, span: 6, projection: "perspective" } as const;
const camera = camera3d({ width: 800, height: 600 }, pose);
const places = placesInSpace(camera);

describe("turned", () => {
  it("goes round, stops at the poles and keeps the span in range", () => {
    expect(turned({ azimuth: 170, elevation: 80, span: 6 }, 20, 20).azimuth).toBe(-170);
    expect(turned({ azimuth: 170, elevation: 80, span: 6 }, 20, 20).elevation).toBe(90);
    expect(turned({ azimuth: -170, elevation: 0, span: 6 }, -20, -120)).toEqual({
      azimuth: 170,
      elevation: -90,
      span: 6,
    });
    expect(turned({ azimuth: 0, elevation: 0, span: 6 }, 0, 0, 2).span).toBe(3);
    expect(turned({ azimuth: 0, elevation: 0, span: 1e-12 }, 0, 0, 2).span).toBe(1e-12);
  });
});

describe("places in space", () => {
  it("stay under the hand: a drag ends on the pixel that it was drawn to, at the depth where it began", () => {
    for (const from of [
      [1, 0.5, -0.2],
      [-2, 1, 2],
      [0, 0, 0],
    ] as const) {
      const [x, y] = places.toPixel(from);
      const to = places.toPlace([x + 70, y - 35], from, { shift: false });
      const [px, py] = places.toPixel(to);
      expect(px).toBeCloseTo(x + 70, 9);
      expect(py).toBeCloseTo(y - 35, 9);
    }
  });

  it("with Shift move along the axis whose picture runs most as the hand moves", () => {
    const from: Vec3 = [0.4, 0.5, 0.6];
    const [x, y] = places.toPixel(from);
    expect(places.toPlace([x + 2, y - 60], from, { shift: true }).slice(0, 2)).toEqual([0.4, 0.5]);
    const [ux, uy] = pixelOf(camera, [0.4, 1.5, 0.6]).at;
    const to = places.toPlace([ux, uy], from, { shift: true });
    expect([to[0], to[2]]).toEqual([0.4, 0.6]);
    // The picture of an axis is straight but not even in perspective.
    expect(Math.abs(to[1] - 1.5)).toBeLessThan(0.15);
  });

  it("never move along an axis that points at the reader", () => {
    const above = placesInSpace(camera3d({ width: 800, height: 600 }, { ...pose, elevation: 90 }));
    const [x, y] = above.toPixel([0, 0, 0.5]);
    for (const [dx, dy] of [
      [30, 0],
      [0, 30],
      [-20, 20],
    ] as const)
      expect(above.toPlace([x + dx, y + dy], [0, 0, 0.5], { shift: true })[2]).toBe(0.5);
  });

  it("answer keys by coordinate, whatever the camera", () => {
    const still = { shift: false, alt: false };
    expect(places.step([0, 0, 0], "ArrowLeft", still)?.[0]).toBeCloseTo(-0.12, 12);
    expect(places.step([0, 0, 0], "ArrowUp", { shift: true, alt: false })?.[1]).toBeCloseTo(0.6, 12);
    expect(places.step([0, 0, 0], "PageDown", { shift: false, alt: true })?.[2]).toBeCloseTo(-0.03, 12);
    expect(places.step([0, 0, 0], "Home", still)).toBeNull();
  });

  it("are pixels wherever the point is: behind the eye, 1e12 away, at the origin", () => {
    for (const point of [
      [1e12, 1e12, 1e12],
      [100, 60, 50],
      [-1e12, 3, 0],
      [0, 0, 0],
    ] as const) {
      expect(places.toPixel(point).every(Number.isFinite)).toBe(true);
      expect(places.toPlace([10, 20], point, { shift: false }).every(Number.isFinite)).toBe(true);
    }
  });
});
