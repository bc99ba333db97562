import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatFixed, scaleOf } from "./formatNumber";
import { parseNumber } from "./parseNumber";

const readBack = (text: string) => {
  const read = parseNumber(text);
  return read.ok ? read.value : Number.NaN;
};
/** Half a unit of the last digit that the text shows. */
const halfUnit = (text: string) => {
  const [mantissa = "", exponent = "0"] = text.replaceAll("\u2212", "-").split("e");
  return 0.5 * 10 ** (Number(exponent) - (mantissa.split(".")[1]?.length ?? 0));
};
/** Mantissa and power of ten of any size that a cell takes. */
const number = fc
  .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -300, max: 12 }))
  .map(([mantissa, power]) => Number(`${mantissa}e${power}`));

describe("formatFixed", () => {
  it.each([
    [0, "0.00"],
    [-0, "0.00"],
    [1, "1.00"],
    [-1.2, "−1.20"],
    [0.005, "0.01"],
    [0.0049, "4.9e−3"],
    [-0.0025, "−2.5e−3"],
    [1e-12, "1e−12"],
    [-1e-12, "−1e−12"],
    [9999.5, "9999.50"],
    [12345.6, "12346"],
    [-999999, "−999999"],
    [1e6, "1e6"],
    [1.5e7, "1.5e7"],
    [1e12, "1e12"],
    [-1.234e12, "−1.23e12"],
    [5e-324, "4.9e−324"],
  ])("%d is %s", (value, text) => {
    expect(formatFixed(value)).toBe(text);
  });

  it("reads back within half a unit of its last digit, and as zero only for zero", () => {
    fc.assert(
      fc.property(number, (value) => {
        const text = formatFixed(value);
        expect(Math.abs(readBack(text) - value)).toBeLessThanOrEqual(halfUnit(text) * (1 + 1e-9));
        expect(readBack(text) === 0).toBe(value === 0);
        expect(text.length).toBeLessThanOrEqual(9);
      }),
      { numRuns: 1000 },
    );
  });

  it("takes what is rounding beside its scale for zero, and nothing from 1e-12 of it", () => {
    expect(formatFixed(0.3 - 0.1 - 0.1 - 0.1, 2, 0.3)).toBe("0.00");
    expect(formatFixed(1e-17, 2, 1)).toBe("0.00");
    expect(formatFixed(1e-12, 2, 1)).toBe("1e−12");
    expect(formatFixed(1e-17, 2, 1e-17)).toBe("1e−17");
    fc.assert(
      fc.property(number, fc.integer({ min: 0, max: 12 }), (value, smaller) => {
        const scale = Math.abs(value) * 10 ** smaller;
        expect(readBack(formatFixed(value, 2, scale)) === 0).toBe(value === 0);
      }),
    );
  });
});

describe("scaleOf", () => {
  it("leaves a typed 1e-12 beside 1e12 its own number, and takes 2.8e-17 beside 1 for rounding", () => {
    const shown = (entries: readonly number[]) => entries.map((v) => formatFixed(v, 2, scaleOf(entries)));
    expect(shown([1e12, 1e-12])).toEqual(["1e12", "1e−12"]);
    expect(shown([1, 2.8e-17])).toEqual(["1.00", "0.00"]);
    expect(shown([1e-20, 0])).toEqual(["1e−20", "0.00"]);
    expect(shown([0, 0])).toEqual(["0.00", "0.00"]);
  });
});
