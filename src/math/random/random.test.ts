import { describe, expect, it } from "vitest";
import { createRandom } from "..";

describe("createRandom", () => {
  it("repeats itself for a seed and differs between neighbours", () => {
    const take = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 20 }, () => random.next());
    };
    expect(take(7)).toEqual(take(7));
    expect(take(7).some((value, i) => value === take(8)[i])).toBe(false);
  });

  it("is uniform and normal to four standard errors over 100,000 draws", () => {
    const random = createRandom(1);
    const n = 100_000;
    const mean = (draw: () => number) => Array.from({ length: n }, draw).reduce((s, v) => s + v, 0) / n;
    const bound = 4 / Math.sqrt(n);
    expect(Math.abs(mean(random.next) - 1 / 2)).toBeLessThan(bound * Math.sqrt(1 / 12));
    expect(Math.abs(mean(random.normal))).toBeLessThan(bound);
    expect(Math.abs(mean(() => random.normal() ** 2) - 1)).toBeLessThan(bound * Math.SQRT2);
    expect(Math.abs(mean(() => random.normal() ** 4) - 3)).toBeLessThan(bound * Math.sqrt(96));
    expect(Math.abs(mean(() => random.int(6)) - 2.5)).toBeLessThan(bound * Math.sqrt(35 / 12));
  });

  it("fills sixty-four bins evenly, one draw and the next alike: χ² within four of its standard deviations", () => {
    const random = createRandom(5);
    const n = 128_000;
    const single = new Float64Array(64);
    const pairs = new Float64Array(64);
    for (let k = 0; k < n; k++) {
      const [a, b] = [random.next(), random.next()];
      single[Math.floor(64 * a)]! += 1;
      pairs[Math.floor(8 * a) * 8 + Math.floor(8 * b)]! += 1;
    }
    for (const bins of [single, pairs]) {
      const chi = bins.reduce((sum, count) => sum + (count - n / 64) ** 2 / (n / 64), 0);
      expect(Math.abs(chi - 63)).toBeLessThan(4 * Math.sqrt(2 * 63));
    }
  });

  it("uses all its bits: the lowest of 53 is as often 1 as 0, and 0 ≤ next < 1", () => {
    const random = createRandom(6);
    let odd = 0;
    for (let k = 0; k < 10_000; k++) {
      const value = random.next();
      expect(value >= 0 && value < 1).toBe(true);
      odd += (value * 2 ** 53) % 2;
    }
    expect(Math.abs(odd - 5000)).toBeLessThan(4 * 50);
  });

  it("draws whole numbers from 0 to n − 1, each of them, and 0 for n = 1", () => {
    const random = createRandom(7);
    const seen = new Set(Array.from({ length: 200 }, () => random.int(5)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4]);
    expect(Array.from({ length: 20 }, () => random.int(1)).every((v) => v === 0)).toBe(true);
  });

  it("has normal tails, and two normals of a pair that do not go together", () => {
    const random = createRandom(8);
    const n = 50_000;
    let [beyond, product] = [0, 0];
    for (let k = 0; k < n; k++) {
      const [a, b] = [random.normal(), random.normal()];
      // P(|z| > 2) = 0.0455.
      beyond += Number(Math.abs(a) > 2) + Number(Math.abs(b) > 2);
      product += a * b;
    }
    expect(Math.abs(beyond / (2 * n) - 0.0455)).toBeLessThan(4 * Math.sqrt((0.0455 * 0.9545) / (2 * n)));
    expect(Math.abs(product / n)).toBeLessThan(4 / Math.sqrt(n));
  });

  it("takes any whole number as its seed, as its last 32 bits", () => {
    expect(createRandom(-1).next()).toBe(createRandom(2 ** 32 - 1).next());
    expect(createRandom(0).next()).not.toBe(createRandom(1).next());
    expect(createRandom(0).next()).toBeGreaterThan(0);
  });
});
