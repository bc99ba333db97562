import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalMatrix } from "../../../tests/support/arbitraryMatrix";
import {
  beale,
  fromRows,
  himmelblau,
  leastSquares,
  logistic,
  quadratic,
  rastrigin,
  rosenbrock,
  ShapeError,
  saddle,
  type TwiceObjective,
} from "..";

const x = normalMatrix(7, 3, 1);
const OBJECTIVES: Record<string, readonly [TwiceObjective, number]> = {
  rosenbrock: [rosenbrock, 2],
  himmelblau: [himmelblau, 2],
  beale: [beale, 2],
  saddle: [saddle, 2],
  rastrigin: [rastrigin, 2],
  quadratic: [
    quadratic(
      fromRows([
        [2, 1, 0],
        [1, 5, -1],
        [0, -1, 3],
      ]),
      [1, -2, 3],
    ),
    3,
  ],
  leastSquares: [leastSquares(x, [1, 2, 3, -1, 0, 4, 2]), 3],
  logistic: [logistic(x, [1, 0, 1, 1, 0, 0, 1], 0.1), 4],
};

describe.each(Object.entries(OBJECTIVES))("%s", (_, [f, n]) => {
  it("has the gradient of its value and the Hessian of its gradient", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: n, maxLength: n }), (point) => {
        const at = Float64Array.from(point);
        const [g, h] = [f.gradient(at), f.hessian(at)];
        expect([g.length, h.rows, h.cols]).toEqual([n, n, n]);
        const step = 1e-3;
        for (let i = 0; i < n; i++) {
          const moved = (t: number) => at.map((v, k) => (k === i ? v + t * step : v));
          const slope = (of: (y: Float64Array) => number) =>
            (8 * (of(moved(1)) - of(moved(-1))) - (of(moved(2)) - of(moved(-2)))) / (12 * step);
          expect(Math.abs(slope(f.value) - g[i]!) / (1 + Math.abs(g[i]!))).toBeLessThan(1e-6);
          for (let j = 0; j < n; j++) {
            const want = h.data[i * n + j]!;
            expect(Math.abs(slope((y) => f.gradient(y)[j]!) - want) / (1 + Math.abs(want))).toBeLessThan(1e-6);
            expect(h.data[j * n + i]).toBe(want);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("known values", () => {
  it.each([
    ["rosenbrock", rosenbrock, [1, 1]],
    ["himmelblau", himmelblau, [3, 2]],
    ["beale", beale, [3, 0.5]],
    ["rastrigin", rastrigin, [0, 0]],
  ] as const)("%s is 0 and flat at its minimum, and not beside it", (_, f, minimum) => {
    const at = Float64Array.from(minimum);
    expect(f.value(at)).toBe(0);
    for (const slope of f.gradient(at)) expect(Math.abs(slope)).toBeLessThan(1e-12);
    expect(f.value(at.map((v) => v + 0.1))).toBeGreaterThan(0.01);
  });
  it("of the textbooks", () => {
    expect(rosenbrock.value(Float64Array.of(-1.2, 1))).toBeCloseTo(24.2, 12);
    expect([...rosenbrock.hessian(Float64Array.of(1, 1)).data]).toEqual([802, -400, -400, 200]);
    expect(himmelblau.value(Float64Array.of(0, 0))).toBe(170);
    expect([...himmelblau.hessian(Float64Array.of(3, 2)).data]).toEqual([74, 20, 20, 34]);
    expect(beale.value(Float64Array.of(1, 1))).toBeCloseTo(1.5 ** 2 + 2.25 ** 2 + 2.625 ** 2, 12);
    expect(rastrigin.value(Float64Array.of(0.5, 0))).toBeCloseTo(20.25, 12);
    expect(saddle.value(Float64Array.of(3, 2))).toBe(5);
    expect([...saddle.gradient(Float64Array.of(3, 2))]).toEqual([6, -4]);
    expect([...saddle.hessian(Float64Array.of(3, 2)).data]).toEqual([2, 0, 0, -2]);
  });
  it("of logistic regression: log 2 at zero weights, and finite where the classes are far apart", () => {
    const f = logistic(x, [1, 0, 1, 1, 0, 0, 1]);
    expect(f.value(new Float64Array(4))).toBeCloseTo(Math.LN2, 15);
    const far = Float64Array.of(1e4, -1e4, 1e4, 1e4);
    expect(f.value(far)).toSatisfy(Number.isFinite);
    expect(f.hessian(far).data.every(Number.isFinite)).toBe(true);
    const g = logistic(fromRows([[1], [3]]), [1, 0]).gradient(new Float64Array(2));
    expect([...g]).toEqual([0.5, 0]);
  });
});

describe("an objective of data that do not fit", () => {
  it("is refused, where it was NaN", () => {
    expect(() => quadratic(fromRows([[1, 2]]))).toThrow(new ShapeError("quadratic", "a square matrix", "1 × 2"));
    expect(() => quadratic(fromRows([[1]]), [1, 2])).toThrow(new ShapeError("quadratic", "1 entries in b", "2"));
    expect(() => leastSquares(x, [1])).toThrow(new ShapeError("leastSquares", "7 entries in y", "1"));
    expect(() => logistic(x, [1])).toThrow(new ShapeError("logistic", "7 entries in y", "1"));
  });
});
