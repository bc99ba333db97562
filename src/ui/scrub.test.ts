import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addSteps, stepUnder } from "./scrub";
import { linearScale, logScale } from "./sliderScale";

describe("scrub", () => {
  it("Shift coarsens tenfold, Alt refines tenfold", () => {
    expect(stepUnder(0.1, { shiftKey: false, altKey: false })).toBe(0.1);
    expect(stepUnder(0.1, { shiftKey: true, altKey: false })).toBe(1);
    expect(stepUnder(0.1, { shiftKey: false, altKey: true })).toBeCloseTo(0.01, 15);
    expect(stepUnder(0.1, { shiftKey: true, altKey: true })).toBe(0.1);
  });

  it("lands on decimals, without binary dust or a signed zero", () => {
    expect(addSteps(0.1, 2, 0.1)).toBe(0.3);
    expect(addSteps(0.3, -3, 0.1)).toBe(0);
    expect(Object.is(addSteps(0.1, -1, 0.1), 0)).toBe(true);
    expect(addSteps(100.1, -1, 100)).toBe(0.1);
  });

  it("keeps the digits that the value had", () => {
    expect(addSteps(0.6180339887, 1, 0.1)).toBe(0.7180339887);
  });

  it("stays in range", () => {
    expect(addSteps(0.95, 1, 0.1, 0, 1)).toBe(1);
    expect(addSteps(0, 0, 0.1, 2, 3)).toBe(2);
  });

  it("steps there and back return to the start", () => {
    fc.assert(
      fc.property(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -500, max: 500 }), (hundredths, n) => {
        const start = hundredths / 100;
        expect(addSteps(addSteps(start, n, 0.1), -n, 0.1)).toBe(start === 0 ? 0 : start);
      }),
    );
  });
});

describe("slider scales", () => {
  it("linear positions are values, held in range", () => {
    expect(linearScale(0, 10, 1).toPosition(12)).toBe(10);
    expect(linearScale(0, 10, 1).toValue(7)).toBe(7);
  });

  it("log positions invert, with exact ends", () => {
    const log = logScale(1e-4, 10);
    expect(log.toValue(0)).toBe(1e-4);
    expect(log.toValue(1000)).toBe(10);
    fc.assert(
      fc.property(fc.double({ min: 1e-4, max: 10, noNaN: true }), (v) => {
        expect(log.toValue(log.toPosition(v)) / v).toBeCloseTo(1, 10);
      }),
    );
  });

  it("refuses a range without a logarithm", () => {
    expect(() => logScale(0, 1)).toThrow(RangeError);
    expect(() => logScale(2, 1)).toThrow(RangeError);
  });
});
