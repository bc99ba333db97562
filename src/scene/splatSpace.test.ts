import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply3, type Mat3, type Vec3 } from "../math";
import { word } from "./brush";
import { type Camera3d, project, turntable } from "./camera3d";
import { levelOf, sizeAt, stylesByLevel } from "./depthCue";
import { nearestInSpace } from "./nearestInSpace";
import { type SpaceCloud, spaceScratch } from "./spaceCloud";
import { spaceMap } from "./spaceMap";
import { splatSpace } from "./splatSpace";

const camera = (eye: number, rotation = turntable(30, 25)): Camera3d => ({
  width: 100,
  height: 100,
  rotation,
  target: [0.25, -0.5, 0.125],
  unit: 10,
  eye,
});
const style = {
  colours: Array.from({ length: 30 }, (_, k) => [200, 8 * k, 0] as const),
  unknown: [0, 200, 0] as const,
  faded: [7, 7, 7] as const,
  ring: [255, 255, 255] as const,
  radius: 0.35,
  opacity: 1,
};
function drawn(cloud: SpaceCloud, map = spaceMap(camera(20)), look = style): Uint32Array {
  const frame = { pixels: new Int32Array(100 * 100), width: 100, height: 100 };
  splatSpace(frame, map, cloud, look, spaceScratch());
  return new Uint32Array(frame.pixels.buffer);
}
const painted = (pixels: Uint32Array) => [...pixels].flatMap((p, k) => (p === 0 ? [] : [k]));
/** The same rows at the end of so many that squares are drawn. */
function many({ xyz, classes }: SpaceCloud): SpaceCloud {
  const n = 110_000;
  const rows = xyz.length / 3;
  const all = new Float32Array(3 * n).fill(Number.NaN);
  all.set(xyz, 3 * (n - rows));
  const codes = classes ? new Int32Array(n) : null;
  if (classes) codes?.set(classes, n - rows);
  return { xyz: all, classes: codes };
}
const forms = [(cloud: SpaceCloud) => cloud, many] as const;
const eyes = fc.constantFrom(20, 6, Number.POSITIVE_INFINITY);
const places = fc.integer({ min: -1000, max: 1000 }).map((k) => (k + 0.37) / 250);
const SHEAR: Mat3 = [1, 0.5, 0, 0, 1, 0.25, 0, 0, 2];

describe("splatSpace", () => {
  it("draws a point in the pixel that holds its projection, moved or not, from near and from infinitely far", () => {
    fc.assert(
      fc.property(
        fc.tuple(places, places, places),
        eyes,
        fc.boolean(),
        fc.constantFrom(...forms),
        (p, eye, still, form) => {
          const at: Vec3 = [Math.fround(p[0]), Math.fround(p[1]), Math.fround(p[2])];
          const seen = project(camera(eye), still ? at : apply3(SHEAR, at));
          fc.pre((seen?.at ?? []).every((c) => Math.abs(c - Math.round(c)) > 1e-6));
          const map = spaceMap(camera(eye), still ? undefined : SHEAR);
          const pixels = drawn(form({ xyz: Float32Array.from(at), classes: null }), map);
          const inside = seen?.at.every((c) => c >= 0 && c < 100);
          expect(painted(pixels)).toEqual(
            inside && seen ? [Math.floor(seen.at[1]) * 100 + Math.floor(seen.at[0])] : [],
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it("says nothing of points that are not finite or behind the eye", () => {
    const toward = apply3(
      [camera(6).rotation[6], 0, 0, camera(6).rotation[7], 0, 0, camera(6).rotation[8], 0, 0],
      [9, 0, 0],
    );
    const xyz = Float32Array.of(Number.NaN, 0, 0, 0, Number.POSITIVE_INFINITY, 0, ...toward);
    for (const form of forms) expect(painted(drawn(form({ xyz, classes: null }), spaceMap(camera(6))))).toEqual([]);
  });

  /** A point on the line through the target toward the reader. */
  const along = (depth: number): Vec3 => {
    const { rotation, target } = camera(20);
    return [target[0] + depth * rotation[6], target[1] + depth * rotation[7], target[2] + depth * rotation[8]];
  };
  const far = spaceMap(camera(Number.POSITIVE_INFINITY));
  const blue = (cloud: SpaceCloud) => painted(drawn(cloud, far)).map((k) => ((drawn(cloud, far)[k] ?? 0) >>> 16) & 255);

  it("shows the nearer of two, in whichever order they come", () => {
    for (const form of forms)
      for (const depths of [
        [2, -1],
        [-1, 2],
      ] as const) {
        const [first, second] = depths.map(along) as [Vec3, Vec3];
        const both = drawn(form({ xyz: Float32Array.of(...first, ...second), classes: Int32Array.of(0, 9) }), far);
        const front = { xyz: Float32Array.from(along(2)), classes: Int32Array.of(depths[0] === 2 ? 0 : 9) };
        const green = (pixels: Uint32Array) => painted(pixels).map((k) => ((pixels[k] ?? 0) >>> 8) & 255);
        const [seen = 0, ...more] = green(both);
        expect(more).toEqual([]);
        expect(Math.abs(seen - (green(drawn(form(front), far))[0] ?? 999))).toBeLessThan(24);
      }
  });

  it("draws nearer points stronger", () => {
    for (const form of forms) {
      const paper = [-4, 0, 4].map(
        (depth) => blue(form({ xyz: Float32Array.from(along(depth)), classes: null }))[0] ?? 999,
      );
      expect(paper[0]).toBeGreaterThan(paper[1] ?? 999);
      expect(paper[1]).toBeGreaterThan(paper[2] ?? 999);
    }
  });
});

describe("nearestInSpace", () => {
  it("answers what was drawn at each pixel, but for the pixel's rounding along a rim", () => {
    const rows = 30;
    const xyz = Float32Array.from({ length: 3 * rows }, (_, k) => 3 * Math.sin(11 * k * k + k));
    const look = { ...style, radius: 6 };
    for (const eye of [8, Number.POSITIVE_INFINITY]) {
      const from = camera(eye);
      const map = spaceMap(from, SHEAR);
      const pixels = drawn({ xyz, classes: Int32Array.from({ length: rows }, (_, i) => i) }, map, look);
      const discs = Array.from({ length: rows }, (_, i) => {
        const seen = project(from, apply3(SHEAR, [xyz[3 * i] ?? 0, xyz[3 * i + 1] ?? 0, xyz[3 * i + 2] ?? 0]));
        const level = levelOf((seen?.depth ?? 0) / map.reach);
        return {
          at: seen?.at,
          r: 6 * sizeAt(level),
          ink: word(stylesByLevel(look)[level]?.colours[i] ?? [0, 0, 0], 255) >>> 0,
        };
      });
      let asked = 0;
      for (const [k, pixel] of pixels.entries()) {
        const [x, y] = [(k % 100) + 0.5, Math.floor(k / 100) + 0.5];
        const rimNear = discs.some(({ at, r }) => at && Math.abs(Math.hypot(at[0] - x, at[1] - y) - r) < 2);
        if (rimNear) continue;
        asked++;
        expect(pixel).toBe(discs[nearestInSpace(map, xyz, [x, y], 0, look.radius)]?.ink ?? 0);
      }
      expect(asked).toBeGreaterThan(2000);
    }
  });

  it("finds the nearest disc within reach, and else none", () => {
    const map = spaceMap({
      ...camera(Number.POSITIVE_INFINITY),
      rotation: [1, 0, 0, 0, 1, 0, 0, 0, 1],
      target: [0, 0, 0],
    });
    const xyz = Float32Array.of(0, 0, 0, 2, 0, 1, 2, 0, 3, Number.NaN, 0, 0);
    expect(nearestInSpace(map, xyz, [50, 50], 4, 3)).toBe(0);
    expect(nearestInSpace(map, xyz, [71, 51], 4, 3)).toBe(2);
    expect(nearestInSpace(map, xyz, [50, 57], 4, 2)).toBe(-1);
    expect(nearestInSpace(map, xyz, [50, 57], 12, 2)).toBe(0);
  });
});
