import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { symmetric } from "../../../tests/support/spectra";
import { DomainError, EPSILON, eigh, fromRows, identity, type PowerStep, powerSteps, ShapeError, zeros } from "..";

const ones = (n: number) => new Float64Array(n).fill(1);
const last = (path: PowerStep[]) => path.at(-1)!;

describe("powerSteps", () => {
  it("walks from [1, 1]/√2 by A = diag(2, 1): directions [2ᵏ, 1], quotients (2·4ᵏ + 1)/(4ᵏ + 1)", () => {
    const path = [
      ...powerSteps(
        fromRows([
          [2, 0],
          [0, 1],
        ]),
        Float64Array.of(5, 5),
        6,
      ),
    ];
    expect(path.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    path.forEach(({ vector, value, residual }, k) => {
      expect(vector[0]! / vector[1]!).toBeCloseTo(2 ** k, 12);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 15);
      expect(value).toBeCloseTo((2 * 4 ** k + 1) / (4 ** k + 1), 14);
      // ‖Ax − ρx‖ = 2ᵏ/(4ᵏ + 1) for the unit x.
      expect(residual).toBeCloseTo(2 ** k / (4 ** k + 1), 14);
    });
  });

  it("comes to eigh's largest value and vector, and stops there by itself", () => {
    const a = fromRows([
      [4, 1, 0],
      [1, 3, 1],
      [0, 1, 2],
    ]);
    const path = [...powerSteps(a, ones(3), 1000)];
    const { values, vectors } = eigh(a);
    expect(path.length).toBeLessThan(200);
    expect(Math.abs(last(path).value - values[0]!)).toBeLessThanOrEqual(20 * EPSILON);
    expect(last(path).residual).toBeLessThanOrEqual(20 * EPSILON);
    for (let i = 0; i < 3; i++) expect(last(path).vector[i]!).toBeCloseTo(vectors.data[3 * i]!, 12);
  });

  it("does not flip where the largest eigenvalue is negative", () => {
    const path = [
      ...powerSteps(
        fromRows([
          [-3, 0],
          [0, 1],
        ]),
        Float64Array.of(1, 0.5),
        60,
      ),
    ];
    expect(path.every(({ vector }) => vector[0]! > 0)).toBe(true);
    expect(last(path).value).toBeCloseTo(-3, 14);
  });

  it("stops at once at an eigenvector, at the identity and at zero", () => {
    expect([...powerSteps(identity(3), ones(3), 10)]).toHaveLength(1);
    expect([...powerSteps(zeros(2, 2), ones(2), 10)].map(({ value, residual }) => [value, residual])).toEqual([[0, 0]]);
    expect(
      [...powerSteps(fromRows([[7]]), Float64Array.of(-2), 10)].map(({ value, vector }) => [value, vector[0]]),
    ).toEqual([[7, -1]]);
  });

  it("goes round for ever between eigenvalues of one size, and is cut at the given number of steps", () => {
    const path = [
      ...powerSteps(
        fromRows([
          [0, 1],
          [1, 0],
        ]),
        Float64Array.of(1, 0),
        9,
      ),
    ];
    expect(path).toHaveLength(10);
    expect(last(path).residual).toBe(1);
  });

  it("takes entries near over- and underflow, and a general matrix", () => {
    for (const scale of [2 ** 1020, 2 ** -1040]) {
      const path = [
        ...powerSteps(
          fromRows([
            [3 * scale, scale],
            [0, scale],
          ]),
          Float64Array.of(scale, scale),
          300,
        ),
      ];
      expect(last(path).value / scale).toBeCloseTo(3, 12);
    }
  });

  it("has residuals that bound the distance to the nearest eigenvalue, for symmetric A", () => {
    const draws = fc.record({ n: fc.integer({ min: 1, max: 12 }), seed: fc.nat() });
    fc.assert(
      fc.property(draws, ({ n, seed }) => {
        const { a, values } = symmetric({ rows: n, cols: n, spectrum: "random", condition: 100, exponent: 0, seed });
        for (const { value, residual } of powerSteps(a, ones(n), 20)) {
          const nearest = Math.min(...values.map((v) => Math.abs(v - value)));
          expect(nearest).toBeLessThanOrEqual(residual + 30 * n * EPSILON);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("refuses what has no direction or does not fit", () => {
    expect(() => powerSteps(zeros(2, 3), ones(2), 1).next()).toThrow(ShapeError);
    expect(() => powerSteps(identity(2), ones(3), 1).next()).toThrow(ShapeError);
    expect(() => powerSteps(identity(2), new Float64Array(2), 1).next()).toThrow(DomainError);
    expect(() => powerSteps(identity(2), Float64Array.of(1, Number.NaN), 1).next()).toThrow(DomainError);
    expect(() => powerSteps(fromRows([[Number.NaN]]), ones(1), 1).next()).toThrow(DomainError);
  });
});

describe("powerSteps from a direction in which A is very small", () => {
  it("goes on, where the length of Ax underflowed and the vector became NaN", () => {
    const small = 2 ** -600;
    const a = fromRows([
      [1, 0, 0],
      [0, 0, small],
      [0, small, small],
    ]);
    const { vector, value } = [...powerSteps(a, Float64Array.of(0, 1, 0), 60)].at(-1)!;
    // The golden ratio, whose vector is (0, 1, φ)/√(1 + φ²).
    const golden = (1 + Math.sqrt(5)) / 2;
    expect(value / small).toBeCloseTo(golden, 14);
    expect(vector[2]! / vector[1]!).toBeCloseTo(golden, 12);
  });
});
