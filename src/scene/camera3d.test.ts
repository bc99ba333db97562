import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { det3, multiply3, transpose3, type Vec3 } from "../math";
import { type Camera3d, panInView, project, turntable, unproject } from "./camera3d";

const angle = fc.double({ min: -180, max: 180, noNaN: true });
const coordinate = fc.double({ min: -3, max: 3, noNaN: true });
const point: fc.Arbitrary<Vec3> = fc.tuple(coordinate, coordinate, coordinate);
const camera: fc.Arbitrary<Camera3d> = fc
  .record({ azimuth: angle, elevation: angle, target: point, eye: fc.constantFrom(20, Number.POSITIVE_INFINITY) })
  .map(({ azimuth, elevation, target, eye }) => ({
    width: 800,
    height: 600,
    rotation: turntable(azimuth, elevation),
    target,
    unit: 90,
    eye,
  }));

describe("camera3d", () => {
  it("projects a point and finds it again at its depth", () => {
    fc.assert(
      fc.property(camera, point, (c, p) => {
        const seen = project(c, p);
        if (!seen) throw new Error("A point 10 units before the eye was lost");
        const back = unproject(c, seen.at, seen.depth);
        for (const k of [0, 1, 2] as const) expect(back[k]).toBeCloseTo(p[k], 9);
      }),
    );
  });

  it("turns by proper rotations", () => {
    fc.assert(
      fc.property(angle, angle, (a, e) => {
        const r = turntable(a, e);
        expect(det3(r)).toBeCloseTo(1, 12);
        multiply3(r, transpose3(r)).forEach((v, i) => void expect(v).toBeCloseTo(i % 4 === 0 ? 1 : 0, 12));
      }),
    );
  });

  it("shows nearer things larger in perspective, and what is behind the eye not at all", () => {
    const c: Camera3d = { width: 800, height: 600, rotation: turntable(0, 0), target: [0, 0, 0], unit: 100, eye: 5 };
    expect(project(c, [0, 1, 0])?.at).toEqual([500, 300]);
    expect(project(c, [2.5, 1, 0])?.at).toEqual([600, 300]);
    expect(project(c, [5, 1, 0])).toBeNull();
  });

  it("moves a point under the pointer and keeps its depth", () => {
    fc.assert(
      fc.property(camera, point, (c, p) => {
        const before = project(c, p);
        const after = project(c, panInView(c, p, [30, -20]));
        expect((after?.at[0] ?? 0) - (before?.at[0] ?? 0)).toBeCloseTo(30, 6);
        expect((after?.at[1] ?? 0) - (before?.at[1] ?? 0)).toBeCloseTo(-20, 6);
        expect(after?.depth).toBeCloseTo(before?.depth ?? 0, 9);
      }),
    );
  });
});
