import { describe, expect, it } from "vitest";
import { createRandom } from "../math";
import { turntable } from "./camera3d";
import { levelOf, sizeAt } from "./depthCue";
import { nearestInSpace } from "./nearestInSpace";
import { spaceCells } from "./spaceCells";
import { type SpaceMap, spaceMap } from "./spaceMap";

/** A crowd in the middle, some far out, one very far, and some rows that are no points. */
function crowd(n: number): Float32Array {
  const random = createRandom(5).next;
  const xyz = Float32Array.from({ length: 3 * n }, (_, k) => 4 * (random() - 0.5) ** (k % 7 === 0 ? 1 : 3));
  xyz.set([1e6, -1e6, 3], 0);
  for (const row of [7, 70, 700]) xyz[3 * row + (row % 3)] = row % 2 === 0 ? Number.NaN : Number.NEGATIVE_INFINITY;
  return xyz;
}

describe("spaceCells", () => {
  it("holds each finite row once, at its place, inside the ball of its cell", () => {
    for (const n of [0, 1, 2, 800, 20_000]) {
      const xyz = n > 700 ? crowd(n) : crowd(800).slice(0, 3 * n);
      const { xyz: ordered, rows, starts, balls } = spaceCells(xyz);
      const finite = Array.from({ length: n }, (_, i) => i).filter((i) =>
        xyz.subarray(3 * i, 3 * i + 3).every(Number.isFinite),
      );
      expect([...rows].sort((a, b) => a - b)).toEqual(finite);
      expect(starts.at(-1)).toBe(finite.length);
      let outside = 0;
      for (let cell = 0; cell + 1 < starts.length; cell++)
        for (let i = starts[cell] ?? 0; i < (starts[cell + 1] ?? 0); i++) {
          const p = ordered.subarray(3 * i, 3 * i + 3);
          const row = rows[i] ?? 0;
          expect([...p]).toEqual([...xyz.subarray(3 * row, 3 * row + 3)]);
          const [x = 0, y = 0, z = 0, r = 0] = balls.subarray(4 * cell, 4 * cell + 4);
          if (Math.hypot((p[0] ?? 0) - x, (p[1] ?? 0) - y, (p[2] ?? 0) - z) > r) outside++;
        }
      expect(outside).toBe(0);
    }
  });

  it("parts a crowd, so that a search asks few of it", () => {
    const { starts } = spaceCells(Float32Array.from({ length: 60_000 }, createRandom(1).next));
    const sizes = Array.from({ length: starts.length - 1 }, (_, cell) => (starts[cell + 1] ?? 0) - (starts[cell] ?? 0));
    expect(sizes.length).toBeGreaterThan(30);
    expect(Math.max(...sizes)).toBeLessThan(1000);
  });
});

/** The same asked of every row, in their order. */
function askAll(map: SpaceMap, xyz: Float32Array, pixel: readonly [number, number], reach: number, radius: number) {
  const at = ([a, b, c, d]: readonly [number, number, number, number], k: number) =>
    a * (xyz[k] ?? 0) + b * (xyz[k + 1] ?? 0) + c * (xyz[k + 2] ?? 0) + d;
  let best = { gap: reach, depth: Number.NEGATIVE_INFINITY };
  for (let k = 0; k < xyz.length; k += 3) {
    const depth = at(map.toward, k);
    const w = 1 - depth * map.perEye;
    if (!(w > 0)) continue;
    const off = Math.hypot(
      map.middle[0] + at(map.right, k) / w - pixel[0],
      map.middle[1] + at(map.down, k) / w - pixel[1],
    );
    const gap = Math.max(0, off - radius * sizeAt(levelOf(depth / map.reach)));
    if (gap < best.gap || (gap === best.gap && depth > best.depth)) best = { gap, depth };
  }
  return best;
}

it("nearestInSpace finds what asking every row finds", () => {
  const xyz = crowd(20_000);
  const random = createRandom(9).next;
  let hits = 0;
  for (const eye of [3, 9, Number.POSITIVE_INFINITY])
    for (let k = 0; k < 40; k++) {
      const rotation = turntable(360 * random(), 80 * (random() - 0.5));
      const map = spaceMap({ width: 300, height: 200, rotation, target: [0.1, 0, -0.2], unit: 60, eye });
      const pixel = [300 * random(), 200 * random()] as const;
      const row = nearestInSpace(map, xyz, [...pixel], 10, 2);
      const { gap, depth } = askAll(map, xyz, pixel, 10, 2);
      expect(row === -1).toBe(depth === Number.NEGATIVE_INFINITY);
      if (row === -1) continue;
      hits++;
      const own = askAll(map, xyz.slice(3 * row, 3 * row + 3), pixel, 10, 2);
      expect(own.gap).toBeCloseTo(gap, 6);
      if (gap === 0) expect(own.depth).toBeCloseTo(depth, 6);
    }
  expect(hits).toBeGreaterThan(60);
});
