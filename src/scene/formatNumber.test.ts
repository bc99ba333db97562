import { expect, it } from "vitest";
import { formatNumber } from "./formatNumber";

it.each([
  [1, 1, "1.00"],
  [-0.48399, 1, "−0.484"],
  [123.456, 1, "123"],
  [12345.6, 1, "12346"],
  [9.9999, 1, "10.0"],
  [999.96, 1, "1000"],
  [1.5e-5, 1, "1.50e−5"],
  [-2.5e7, 1, "−2.50e7"],
  [1e-17, 1, "≈ 0"],
  [1e-17, 1e-17, "1.00e−17"],
  [0, 1, "0"],
  [Number.NaN, 1, "not defined"],
  [Number.POSITIVE_INFINITY, 1, "infinite"],
])("formatNumber(%d, %d) is %s", (value, scale, text) => {
  expect(formatNumber(value, scale)).toBe(text);
});
