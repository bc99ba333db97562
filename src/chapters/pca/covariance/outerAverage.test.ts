import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covarianceOf, createRandom, type Matrix, momentsOf, pca, standardised, zeros } from "../../../math";
import { outerAverage, relativeDistance } from "./outerAverage";

function cloud(n: number, d: number, seed: number): Matrix {
  const random = createRandom(seed);
  const x = zeros(n, d);
  for (let k = 0; k < x.data.length; k++) x.data[k] = 7 + (1 + (k % d)) * random.normal();
  return x;
}

describe("outerAverage", () => {
  it("of all rows is C to 1e-12, by either divisor", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 2, max: 60 }),
        fc.integer({ min: 1, max: 6 }),
        (seed, n, d) => {
          const x = cloud(n, d, seed);
          for (const divisor of ["n", "n-1"] as const) {
            const all = outerAverage(standardised(pca(x, { divisor }), x), divisor === "n" ? n : n - 1).at(n);
            expect(relativeDistance(all, covarianceOf(momentsOf(x), divisor))).toBeLessThan(1e-12);
          }
        },
      ),
    );
  });

  it("does not depend on the way by which m was reached", () => {
    const z = cloud(50, 3, 5);
    const wandering = outerAverage(z, 50);
    for (const m of [50, 3, 17, 0, 49, 48, 1, 33, 50]) expect(wandering.at(m)).toEqual(outerAverage(z, 50).at(m));
  });

  it("of no row is zero, of one row is its outer product, and each next row changes it by (x xᵀ − C)/m", () => {
    const z = cloud(9, 2, 8);
    const average = outerAverage(z, 9);
    expect([...average.at(0).data]).toEqual([0, 0, 0, 0]);
    expect(average.at(1)).toEqual(average.outer(0));
    for (let m = 2; m <= 9; m++) {
      const [before, now, one] = [average.at(m - 1), average.at(m), average.outer(m - 1)];
      now.data.forEach((value, k) => {
        const was = before.data[k] as number;
        expect(value).toBeCloseTo(was + ((one.data[k] as number) - was) / m, 10);
      });
    }
  });
});
