import { expect, it } from "vitest";
import type { ColumnPlan } from "./columnPlan";
import { ImportError } from "./importError";
import { createIndicators, indicatorNames } from "./indicators";

const plan = (levels: readonly string[]): readonly ColumnPlan[] => [
  { name: "x", kind: "number", fixed: "" },
  { name: "kind", kind: "one-hot", fixed: "said", levels },
];

it("writes 1 for the row's own value behind its other numbers, and zeros where there is none", () => {
  const { size, write } = createIndicators(plan(["a", "b"]));
  const values = Float64Array.of(7, 9, 9);
  write(["7", "b"], values, 1);
  expect([size, [...values]]).toEqual([2, [7, 0, 1]]);
  write(["7", "NA"], values, 1);
  expect([...values]).toEqual([7, 0, 0]);
});

it("grows by the values that it met, once, and gives the same list where it met none", () => {
  const columns = plan(["a"]);
  const known = createIndicators(columns);
  known.write(["1", "a"], new Float64Array(2), 1);
  expect(known.extended(columns)).toBe(columns);
  for (const value of ["b", "c", "b"]) known.write(["1", value], new Float64Array(2), 1);
  expect(known.extended(columns)[1]?.levels).toEqual(["a", "b", "c"]);
});

it("refuses more than fifty values by the column's name", () => {
  const columns = plan(Array.from({ length: 51 }, (_, k) => `v${k}`));
  expect(() => createIndicators(columns).extended(columns)).toThrow(ImportError);
});

it("spells names that are not taken", () => {
  expect(indicatorNames(plan(["a", "b"]), new Set(["kind = a"]))).toEqual(["kind = a (2)", "kind = b"]);
});
