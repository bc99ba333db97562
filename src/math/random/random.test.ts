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
});
