import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply2, det2, type Mat2, svd2, type Vec2 } from "../../math";
import { errorReading } from "./error";
import { pseudoSolve, solveForA, solveForX } from "./solve";

const entry = fc.integer({ min: -300, max: 300 }).map((k) => k / 100);
const mat2: fc.Arbitrary<Mat2> = fc.tuple(entry, entry, entry, entry);
const vec2: fc.Arbitrary<Vec2> = fc.tuple(entry, entry);

describe("dragging the result", () => {
  it("finds the x that A sends there", () => {
    fc.assert(
      fc.property(mat2, vec2, vec2, (a, b, x) => {
        fc.pre(Math.abs(det2(a)) > 0.05);
        const image = apply2(a, solveForX(a, b, x));
        expect(image[0]).toBeCloseTo(b[0], 9);
        expect(image[1]).toBeCloseTo(b[1], 9);
      }),
    );
  });

  it("moves x only across the fibres of a singular A, and as far as the column space allows", () => {
    const a: Mat2 = [1, 2, 2, 4];
    const x: Vec2 = [3, -1];
    const moved = solveForX(a, [2, 4], x);
    // The null space is along (2, −1): the part of x in it stays.
    expect(2 * moved[0] - moved[1]).toBeCloseTo(7, 12);
    expect(apply2(a, moved)[0]).toBeCloseTo(2, 12);
    // (−2, 1) is square to the column space: it asks for nothing.
    const still = solveForX(a, [1 - 2, 2 + 1], x);
    expect(still[0]).toBeCloseTo(3, 12);
    expect(pseudoSolve([0, 0, 0, 0], [1, 1])).toEqual([0, 0]);
  });

  it("changes A by the smallest matrix that does it: no other that sends x to b is nearer (Broyden)", () => {
    fc.assert(
      fc.property(mat2, vec2, vec2, entry, entry, (a, x, b, p, q) => {
        fc.pre(Math.hypot(...x) > 0.1);
        const best = solveForA(a, x, b) as Mat2;
        expect(apply2(best, x)[0]).toBeCloseTo(b[0], 8);
        expect(apply2(best, x)[1]).toBeCloseTo(b[1], 8);
        // Any other adds rows square to x.
        const other = [best[0] - p * x[1], best[1] + p * x[0], best[2] - q * x[1], best[3] + q * x[0]];
        const distance = (m: readonly number[]) => Math.hypot(...m.map((v, i) => v - (a[i] as number)));
        expect(distance(other)).toBeGreaterThanOrEqual(distance(best) - 1e-9);
      }),
    );
    expect(solveForA([1, 0, 0, 1], [0, 0], [1, 1])).toBeNull();
  });
});

/** Entries of any size that can be typed, zero among them. */
const extreme = fc
  .tuple(fc.constantFrom(-1, 0, 1, 3), fc.constantFrom(-324, -308, -200, -12, -1, 0, 12))
  .map(([digit, power]) => Number(`${digit}e${power}`));

describe("the same at the limits", () => {
  it("gives numbers for every typed A, x and b, never NaN or ∞", () => {
    const finite = (values: readonly number[] | null) => values === null || values.every(Number.isFinite);
    const matrix = fc.tuple(extreme, extreme, extreme, extreme);
    const vector = fc.tuple(extreme, extreme);
    fc.assert(
      fc.property(matrix, vector, vector, (a, x, b) => {
        expect(finite(pseudoSolve(a, b))).toBe(true);
        expect(finite(solveForX(a, b, x))).toBe(true);
        expect(finite(solveForA(a, x, b))).toBe(true);
        const error = errorReading(a, x, b);
        if (error)
          expect(finite([...error.wrongX, ...error.wrongB, error.errorB, error.errorX, error.growth])).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it("solves what can be solved, each direction for itself", () => {
    const [x1, x2] = pseudoSolve([1e12, 0, 0, 1e-3], [2, 3]);
    expect(x1 / 2e-12).toBeCloseTo(1, 12);
    expect(x2 / 3000).toBeCloseTo(1, 12);
    // The second direction would need 1e312, so it stays out; the first is solved.
    expect(pseudoSolve([1e-290, 0, 0, 1e-300], [1, 1e12])).toEqual([expect.closeTo(1e290, -280), 0]);
  });
});

describe("an error in b", () => {
  it("grows at most κ times, and exactly κ times in the worst direction", () => {
    fc.assert(
      fc.property(mat2, vec2, vec2, (a, x, delta) => {
        fc.pre(Math.abs(det2(a)) > 0.05 && Math.hypot(...x) > 0.1 && Math.hypot(...delta) > 0.01);
        const { s } = svd2(a);
        expect(errorReading(a, x, delta)?.growth).toBeLessThanOrEqual((s[0] / s[1]) * (1 + 1e-9));
      }),
    );
    // Scale by 4 and 1/2: b along the long axis, the error along the short one.
    expect(errorReading([4, 0, 0, 0.5], [1, 0], [0, 0.1])).toMatchObject({ errorB: 0.025, errorX: 0.2, growth: 8 });
  });

  it("has no relative size without an x, an error or an inverse", () => {
    expect(errorReading([1, 2, 2, 4], [1, 1], [1, 1])).toBeNull();
    expect(errorReading([1, 0, 0, 1], [0, 0], [1, 1])).toBeNull();
    expect(errorReading([1, 0, 0, 1], [1, 1], [0, 0])).toBeNull();
  });
});
