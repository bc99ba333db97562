import { expect, it } from "vitest";
import { createRandom } from "../../math";
import { blobs, circles, gaussian, line, moons, type Point, type Shape, spirals, xor } from "./shapes";

/** So many points without noise, unless the settings say otherwise. */
const points = (shape: Shape, settings: Readonly<Record<string, number>>, n = 2000): readonly Point[] => {
  const random = createRandom(11);
  return Array.from({ length: n }, (_, i) => shape(i, (name) => settings[name] ?? 0, random));
};
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

it("blobs without spread are points of one circle, evenly apart, and classes take turns", () => {
  const found = points(blobs, { classes: 5 }, 10);
  for (const [x, y] of found) expect(Math.hypot(x, y)).toBeCloseTo(3, 14);
  expect(found.map(([, , c]) => c)).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3, 4]);
  const apart = found.slice(0, 5).map(([x, y], c) => {
    const [u, v] = found[(c + 1) % 5] ?? [0, 0];
    return Math.hypot(x - u, y - v);
  });
  for (const side of apart) expect(side).toBeCloseTo(6 * Math.sin(Math.PI / 5), 13);
});

it("moons are halves of two unit circles that do not meet, and turn into each other about (½, ¼)", () => {
  for (const [x, y, c] of points(moons, {})) {
    // The lower is the upper one, turned by 180°.
    const [u, v] = c === 0 ? [x, y] : [1 - x, 0.5 - y];
    expect(Math.hypot(u, v)).toBeCloseTo(1, 13);
    expect(v).toBeGreaterThanOrEqual(0);
  }
});

it("circles have the radii that are asked for, all the way round", () => {
  const found = points(circles, { inner: 0.3 });
  for (const [x, y, c] of found) expect(Math.hypot(x, y)).toBeCloseTo(c === 0 ? 1 : 0.3, 13);
  const quarters = new Set(found.map(([x, y, c]) => `${c} ${x > 0} ${y > 0}`));
  expect(quarters.size).toBe(8);
});

it("XOR's class is whether the signs agree, so that neither column tells: each has mean 0 in each class", () => {
  const found = points(xor, {}, 20_000);
  for (const [x, y, c] of found) expect(x * y > 0).toBe(c === 0);
  for (const c of [0, 1])
    for (const k of [0, 1] as const) {
      // Uniform over [−1, 1] has deviation 1 / √3; four of the mean's own over 10,000.
      const own = found.filter((point) => point[2] === c).map((point) => point[k]);
      expect(Math.abs(mean(own))).toBeLessThan(4 / Math.sqrt(3e4));
    }
});

it("spirals are one arm and the same arm turned by 180°, spread evenly over the disc", () => {
  const found = points(spirals, { turns: 2 }, 20_000);
  for (const [x, y, c] of found) {
    const r = Math.hypot(x, y);
    const angle = 4 * Math.PI * r + c * Math.PI;
    expect(Math.abs(x - r * Math.cos(angle)) + Math.abs(y - r * Math.sin(angle))).toBeLessThan(1e-12);
  }
  // Evenly: r² is uniform, with mean ½ and deviation 1 / √12.
  expect(Math.abs(mean(found.map(([x, y]) => x * x + y * y)) - 0.5)).toBeLessThan(4 / Math.sqrt(12 * 20_000));
});

it("a stretched Gaussian has variances stretch² and 1 along its own axes, and no covariance", () => {
  const [stretch, angle] = [4, 25];
  const turn = (angle * Math.PI) / 180;
  const n = 40_000;
  const own = points(gaussian, { stretch, angle }, n).map(([x, y]) => [
    (x * Math.cos(turn) + y * Math.sin(turn)) / stretch,
    y * Math.cos(turn) - x * Math.sin(turn),
  ]);
  const product = (j: number, k: number) => mean(own.map((z) => (z[j] as number) * (z[k] as number)));
  // Of z² the deviation is √2, of a product of two 1; four of the mean's own.
  expect(Math.abs(product(0, 0) - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
  expect(Math.abs(product(1, 1) - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
  expect(Math.abs(product(0, 1))).toBeLessThan(4 / Math.sqrt(n));
});

it("a line without noise is the line, over [−3, 3]; with noise it is off by as much, and by 0 on average", () => {
  for (const [x, y] of points(line, { slope: -2, intercept: 7 })) {
    expect(y).toBeCloseTo(7 - 2 * x, 12);
    expect(Math.abs(x)).toBeLessThanOrEqual(3);
  }
  const off = points(line, { slope: -2, intercept: 7, noise: 0.5 }, 20_000).map(([x, y]) => y - 7 + 2 * x);
  expect(Math.abs(mean(off))).toBeLessThan((4 * 0.5) / Math.sqrt(20_000));
  expect(Math.abs(mean(off.map((e) => e * e)) / 0.25 - 1)).toBeLessThan(4 * Math.sqrt(2 / 20_000));
});
