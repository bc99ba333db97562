import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom, hotellingT2, hotellingT2Limit, type Matrix, pca, qLimit, qResiduals } from "..";
import { normalQuantile } from "./distributions";

/** Rows of independent normal columns with these deviations. */
function normalRows(n: number, deviations: readonly number[], seed: number): Matrix {
  const random = createRandom(seed);
  const d = deviations.length;
  return {
    rows: n,
    cols: d,
    data: Float64Array.from({ length: n * d }, (_, k) => deviations[k % d]! * random.normal()),
  };
}

describe("hotellingT2Limit", () => {
  it("is passed by one row in twenty of tables that are normal, by either divisor", () => {
    for (const divisor of ["n", "n-1"] as const) {
      const limit = hotellingT2Limit(12, 3, 0.95, divisor)!;
      let beyond = 0;
      for (let table = 0; table < 2000; table++) {
        const x = normalRows(12, [3, 2, 1], table);
        beyond += hotellingT2(pca(x, { divisor }), x).filter((t2) => t2 > limit).length;
      }
      // 1,200 of 24,000 expected; rows of a table are nearly independent, so six standard errors are 205.
      expect(Math.abs(beyond - 1200)).toBeLessThan(205);
    }
  });

  it("never lies beyond what any row can reach, and tends to χ² for many rows", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 500 }), (kept, more) => {
        const n = kept + 1 + more;
        // T² of a row of the table is (n − 1)²/n at most (by 1/(n − 1)), for then the row alone makes a component.
        expect(hotellingT2Limit(n, kept, 0.99, "n-1")!).toBeLessThanOrEqual((n - 1) ** 2 / n);
        expect(hotellingT2Limit(n, kept, 0.99, "n")! / hotellingT2Limit(n, kept, 0.99, "n-1")!).toBeCloseTo(
          n / (n - 1),
          12,
        );
      }),
    );
    // scipy.stats.chi2.ppf(0.95, 2) = 5.991464547107979, of 5 degrees of freedom 11.070497693516351.
    expect(hotellingT2Limit(1e6, 2, 0.95, "n")).toBeCloseTo(5.991464547107979, 4);
    expect(hotellingT2Limit(1e6, 5, 0.95, "n")).toBeCloseTo(11.070497693516351, 4);
  });

  it("is not defined for as few rows as components", () => {
    expect(hotellingT2Limit(4, 3, 0.95, "n")).toBeNull();
    expect(hotellingT2Limit(10, 0, 0.95, "n")).toBeNull();
    expect(hotellingT2Limit(5, 3, 0.95, "n")).not.toBeNull();
  });
});

describe("qLimit", () => {
  it("is Wilson and Hilferty's χ² where all λ are equal", () => {
    for (const [m, lambda, level] of [
      [1, 2, 0.95],
      [10, 0.3, 0.99],
      [200, 1e-200, 0.95],
    ] as const) {
      const z = normalQuantile(level);
      const cube = m * (1 - 2 / (9 * m) + z * Math.sqrt(2 / (9 * m))) ** 3;
      expect(qLimit(new Float64Array(m).fill(lambda), level)! / (lambda * cube)).toBeCloseTo(1, 12);
    }
    // scipy.stats.chi2.ppf(0.95, 10) = 18.307038053275146; the approximation is good to three digits.
    expect(Math.abs(qLimit(new Float64Array(10).fill(1), 0.95)! / 18.307038053275146 - 1)).toBeLessThan(2e-3);
  });

  it("is passed by about one row in twenty of a normal table", () => {
    const x = normalRows(20_000, [5, 4, 1.5, 1, 0.5], 5);
    const model = pca(x);
    const limit = qLimit(model.explainedVariance.subarray(2), 0.95)!;
    const share = qResiduals(model, x, 2).filter((q) => q > limit).length / 20_000;
    expect(Math.abs(share - 0.05)).toBeLessThan(0.01);
  });

  it("scales with λ and has none where nothing is left out", () => {
    const left = Float64Array.of(3, 1, 0.2);
    expect(
      qLimit(
        left.map((value) => 8 * value),
        0.99,
      ),
    ).toBe(8 * qLimit(left, 0.99)!);
    expect(qLimit(new Float64Array(0), 0.95)).toBeNull();
    expect(qLimit(new Float64Array(3), 0.95)).toBeNull();
  });
});
