import { describe, expect, it } from "vitest";
import { alignTo, bootstrapPca, createRandom, type Matrix, pca, ShapeError, zeros } from "..";

/** Normal rows with standard deviations `sd` along the axes. */
function rows(n: number, sd: readonly number[], seed: number): Matrix {
  const random = createRandom(seed);
  const x = zeros(n, sd.length);
  for (let k = 0; k < x.data.length; k++) x.data[k] = sd[k % sd.length]! * random.normal();
  return x;
}

describe("bootstrapPca", () => {
  it("spreads λ as normal theory says: standard error λ√(2/n), to a third (Anderson 1963)", () => {
    const x = rows(400, [3, 1], 1);
    const base = pca(x);
    const { low, high, components } = bootstrapPca(x, base, {}, 400, createRandom(2));
    expect(components).toHaveLength(400);
    for (const k of [0, 1]) {
      const lambda = base.explainedVariance[k]!;
      // Between the 5 % and the 95 % point of a normal law lie 2 · 1.645 standard errors.
      const expected = 2 * 1.645 * lambda * Math.sqrt(2 / 400);
      expect((high[k]! - low[k]!) / expected).toBeGreaterThan(2 / 3);
      expect((high[k]! - low[k]!) / expected).toBeLessThan(4 / 3);
      expect(low[k]!).toBeLessThan(lambda);
      expect(high[k]!).toBeGreaterThan(lambda);
    }
  });

  it("spreads v₁ by the angle that theory gives: √(λ₁λ₂ / n) / (λ₁ − λ₂), to a third", () => {
    const x = rows(500, [2, 1], 3);
    const base = pca(x);
    const { components } = bootstrapPca(x, base, {}, 400, createRandom(4));
    const [l1, l2] = [base.explainedVariance[0]!, base.explainedVariance[1]!];
    const tilt = components.map(({ data }) =>
      Math.asin(data[0]! * base.components.data[2]! - data[2]! * base.components.data[0]!),
    );
    const sd = Math.sqrt(tilt.reduce((sum, t) => sum + t * t, 0) / tilt.length);
    const expected = Math.sqrt((l1 * l2) / 500) / (l1 - l2);
    expect(sd / expected).toBeGreaterThan(2 / 3);
    expect(sd / expected).toBeLessThan(4 / 3);
  });

  it("turns every resample to the side of the base, in orthonormal columns", () => {
    const x = rows(30, [2, 1.5, 1], 5);
    const base = pca(x, { standardise: true });
    for (const v of bootstrapPca(x, base, { standardise: true }, 20, createRandom(6)).components) {
      expect([...alignTo(base.components, v)].every((sign) => sign === 1)).toBe(true);
      for (let a = 0; a < 3; a++)
        for (let b = 0; b < 3; b++) {
          const dot = [0, 1, 2].reduce((sum, i) => sum + v.data[3 * i + a]! * v.data[3 * i + b]!, 0);
          expect(dot).toBeCloseTo(a === b ? 1 : 0, 12);
        }
    }
  });

  it("draws again where a column comes out constant, and gives fewer where it mostly does", () => {
    const x = rows(8, [1, 1], 7);
    for (let i = 0; i < 8; i++) x.data[2 * i + 1] = i === 0 ? 1 : 0;
    const { components, low } = bootstrapPca(
      x,
      pca(x, { standardise: true }),
      { standardise: true },
      50,
      createRandom(8),
    );
    expect(components.length).toBeGreaterThan(30);
    expect(components.every(({ rows: d }) => d === 2)).toBe(true);
    expect([...low].every(Number.isFinite)).toBe(true);
    expect(() => bootstrapPca(rows(1, [1, 1], 9), pca(x), {}, 5, createRandom(1))).toThrow(ShapeError);
  });
});
