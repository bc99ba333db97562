import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { strongWolfe, type Trial } from "./lineSearch";

/** φ and φ′ of one variable as trials. */
const ray = (value: (t: number) => number, slope: (t: number) => number) => {
  const asked: number[] = [];
  const at = (length: number): Trial => {
    asked.push(length);
    return {
      length,
      value: value(length),
      slope: slope(length),
      x: Float64Array.of(length),
      gradient: Float64Array.of(slope(length)),
    };
  };
  return { at, start: { ...at(0), length: 0 }, asked };
};
const meets = (trial: Trial, start: Trial, curvature: number) => {
  expect(trial.value).toBeLessThanOrEqual(
    start.value + 1e-4 * trial.length * start.slope + 1e-15 * Math.abs(start.value),
  );
  expect(Math.abs(trial.slope)).toBeLessThanOrEqual(curvature * Math.abs(start.slope));
};

describe("strongWolfe", () => {
  it("meets both conditions on the functions of Moré & Thuente (1994), from any first length", () => {
    const functions = [
      // Their φ₁, φ₂ and φ₃: one pole-like, one steep polynomial, one with ripples.
      ray(
        (t) => -t / (t * t + 2),
        (t) => (t * t - 2) / (t * t + 2) ** 2,
      ),
      ray(
        (t) => (t + 0.004) ** 5 - 2 * (t + 0.004) ** 4,
        (t) => 5 * (t + 0.004) ** 4 - 8 * (t + 0.004) ** 3,
      ),
      ray(
        (t) => 1 - t + Math.sin(20 * t) / 40 + (t * t) / 2,
        (t) => -1 + Math.cos(20 * t) / 2 + t,
      ),
    ];
    for (const { at, start } of functions)
      fc.assert(
        fc.property(fc.double({ min: -3, max: 3, noNaN: true }), fc.constantFrom(0.1, 0.5, 0.9), (power, curvature) => {
          const search = strongWolfe(at, start, 10 ** power, curvature);
          expect(search.found).toBe(true);
          if (search.found) meets(search.trial, start, curvature);
          expect(search.evaluations).toBeLessThanOrEqual(60);
        }),
        { numRuns: 60 },
      );
  });
  it("finds the minimum of a parabola exactly when it must look for it: too far, and too near", () => {
    for (const first of [5, 0.1]) {
      const { at, start, asked } = ray(
        (t) => (t - 1) ** 2,
        (t) => 2 * (t - 1),
      );
      const search = strongWolfe(at, start, first, 0.01);
      expect(search.found && search.trial.length).toBeCloseTo(1, 14);
      expect(search.evaluations).toBe(2);
      expect(asked).toHaveLength(3);
      expect(asked[1]).toBe(first);
    }
  });
  it("takes the first length if it will do", () => {
    const { at, start } = ray(
      (t) => (t - 1) ** 2,
      (t) => 2 * (t - 1),
    );
    const search = strongWolfe(at, start, 0.6, 0.9);
    expect([search.found && search.trial.length, search.evaluations]).toEqual([0.6, 1]);
  });
  it("asks nothing along a direction that does not fall", () => {
    for (const slope of [0, 2, Number.NaN]) {
      const { at, start } = ray(
        (t) => t,
        () => slope,
      );
      expect(strongWolfe(at, start, 1, 0.9)).toEqual({ found: false, reason: "lineSearchFailed", evaluations: 0 });
    }
  });
  it("says that a line falls without bound, after sixty lengths each at least twice the last", () => {
    const { at, start, asked } = ray(
      (t) => -t,
      () => -1,
    );
    expect(strongWolfe(at, start, 1, 0.9)).toEqual({ found: false, reason: "unbounded", evaluations: 60 });
    for (let k = 2; k < asked.length; k++) expect(asked[k]! / asked[k - 1]!).toBeCloseTo(10, 12);
  });
  it("halves its way back from where φ is not a number or infinite", () => {
    const { at, start, asked } = ray(
      (t) => (t < 1 ? -Math.log(1 - t) - 3 * t : Number.NaN),
      (t) => (t < 1 ? 1 / (1 - t) - 3 : Number.NaN),
    );
    const search = strongWolfe(at, start, 8, 0.1);
    expect(search.found && search.trial.length).toBeCloseTo(2 / 3, 1);
    expect(asked.slice(1, 6)).toEqual([8, 4, 2, 1, 0.5]);
  });
  it("ends, found or not, where φ has a kink and no length is flat", () => {
    const { at, start } = ray(
      (t) => Math.abs(t - 1),
      (t) => (t < 1 ? -1 : 1),
    );
    const search = strongWolfe(at, start, 3, 0.5);
    expect(search).toMatchObject({ found: false, reason: "lineSearchFailed" });
    expect(search.evaluations).toBeLessThanOrEqual(60);
  });
  it("is decided by slopes where values no longer differ: 10¹⁶ + (t − 1)²", () => {
    const { at, start } = ray(
      (t) => 1e16 + (t - 1) ** 2,
      (t) => 2 * (t - 1),
    );
    const search = strongWolfe(at, start, 0.3, 0.1);
    expect(search.found).toBe(true);
    if (search.found) expect(Math.abs(search.trial.slope)).toBeLessThanOrEqual(0.2);
  });
});
