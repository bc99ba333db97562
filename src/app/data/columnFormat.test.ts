import fc from "fast-check";
import { expect, it } from "vitest";
import { columnFormat, rangeText } from "./columnFormat";

const written = (deviation: number, ...values: number[]) =>
  values.map(columnFormat(deviation, Math.max(...values.map(Math.abs))));

it("two decimals, and more where the deviation would have fewer than two digits", () => {
  expect(written(0.83, 5.84, 0.83)).toEqual(["5.84", "0.83"]);
  // Breast cancer's mean fractal dimension: a.std(), a.min() and a.max() in NumPy.
  expect(written(0.007054156, 0.007054156, 0.04996, 0.09744)).toEqual(["0.0071", "0.0500", "0.0974"]);
  expect(written(3e-9, 1e-8)).toEqual(["0.0000000100"]);
});

it("what is large and differs little is written out, what is large and differs much is not", () => {
  expect(written(86_400, 1_700_000_000, 1_700_500_000)).toEqual(["1700000000", "1700500000"]);
  expect(written(0.5, -50_000.25, -50_001)).toEqual(["−50000.25", "−50001.00"]);
  expect(written(4e8, 1.5e9)).toEqual(["1.5e9"]);
});

it("a range of whole numbers has every digit", () => {
  expect(rangeText(1_000_000, 1_499_999, () => "")).toEqual(["1000000", "1499999"]);
  expect(rangeText(-3, 0.5, columnFormat(1, 3))).toEqual(["−3.00", "0.50"]);
});

it("values that are two deviations apart are never written alike, down to deviations of 1e−9 of their size", () => {
  const parts = fc.record({
    size: fc.integer({ min: -6, max: 9 }).map((power) => 10 ** power),
    part: fc.integer({ min: -9, max: 0 }).map((power) => 10 ** power),
    lead: fc.double({ min: 1, max: 9.5, noNaN: true }),
  });
  fc.assert(
    fc.property(parts, ({ size, part, lead }) => {
      const deviation = lead * size * part * 0.1;
      fc.pre(deviation >= 1e-11);
      const [low, high] = [size * lead - 2 * deviation, size * lead];
      const write = columnFormat(deviation, high);
      expect(write(low)).not.toBe(write(high));
      expect(Number(write(high).replace("−", "-"))).toBeCloseTo(high, -Math.log10(deviation) - 1);
    }),
  );
});
