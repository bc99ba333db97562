import fc from "fast-check";
import { expect, it } from "vitest";
import { momentsOf } from "../../math";
import type { ColumnKind, ColumnPlan } from "./columnPlan";
import type { ScanPlan } from "./scanPlan";
import { createTableSink, SAMPLE } from "./tableSink";

const planOf = (kinds: readonly ColumnKind[], means: Float64Array | null = null): ScanPlan => ({
  encoding: "utf-8",
  delimiter: ",",
  decimal: ".",
  decimalSeen: true,
  skip: 0,
  columns: kinds.map(
    (kind, j): ColumnPlan => ({ name: `c${j}`, kind, fixed: "", levels: kind === "one-hot" ? ["a", "b"] : [] }),
  ),
  means,
});
const fill = (plan: ScanPlan, rows: readonly (readonly string[])[]) => {
  const sink = createTableSink(plan);
  rows.forEach((cells, i) => {
    sink.row(cells, i + 1);
  });
  return sink.finish();
};

it("a row without a number is dropped, or filled with the means that the first pass found", () => {
  const cell = fc.oneof(fc.integer({ min: -99, max: 99 }).map(String), fc.constantFrom("", "NA", "w"));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 30 }), (rows) => {
      const dropped = fill(planOf(["number", "number"]), rows);
      const whole = rows.filter((cells) => cells.every((one) => /\d/.test(one)));
      expect([dropped.used, dropped.gaps.count]).toEqual([whole.length, rows.length - whole.length]);
      dropped.means.forEach((mean, j) => {
        const numbers = rows.flatMap((cells) => (/\d/.test(cells[j]!) ? [Number(cells[j])] : []));
        if (numbers.length === 0) return;
        expect(mean).toBeCloseTo(numbers.reduce((sum, x) => sum + x, 0) / numbers.length, 10);
      });
      const filled = fill(planOf(["number", "number"], dropped.means), rows);
      expect(filled.used).toBe(rows.length);
      const values = rows.flatMap((cells) => cells.map((one, j) => (/\d/.test(one) ? Number(one) : dropped.means[j]!)));
      const truth = momentsOf({ rows: rows.length, cols: 2, data: Float64Array.from(values) });
      filled.moments.comoment.forEach((value, k) => {
        expect(Math.abs(value - truth.comoment[k]!)).toBeLessThan(1e-8);
      });
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 200) },
  );
});

it("indicators stand behind the numbers, 0 where the category has no value", () => {
  const { numbers, moments } = fill(planOf(["one-hot", "number"]), [
    ["a", "5"],
    ["b", "6"],
    ["", "7"],
  ]);
  expect(numbers).toEqual([
    [5, 6, 7],
    [1, 0, 0],
    [0, 1, 0],
  ]);
  expect([...moments.mean]).toEqual([6, 1 / 3, 1 / 3].map((mean) => expect.closeTo(mean, 14)));
});

it("counts all rows and holds no more than the sample, less of wide ones", () => {
  const sink = createTableSink(planOf(["number", "label"]));
  for (let i = 0; i < SAMPLE + 5000; i++) sink.row([String(i), `r${i}`], i + 1);
  const { used, order, numbers, texts } = sink.finish();
  expect([used, order.length, numbers[0]?.length]).toEqual([SAMPLE + 5000, SAMPLE, SAMPLE]);
  const label = texts.get(1)?.finish("l", "label", order);
  const held = order.map((place) => numbers[0]?.[place] as number);
  expect(held.every((value, i) => i === 0 || value > (held[i - 1] as number))).toBe(true);
  expect(label?.kind === "label" && label.values.every((text, i) => text === `r${held[i]}`)).toBe(true);
});
