/** What a pass teaches, on plans of a table too wide for its comoment. */
import { describe, expect, it } from "vitest";
import type { ColumnPlan } from "./columnPlan";
import { correctedScan } from "./correctedScan";
import type { ScanPlan } from "./scanPlan";
import { createTableSink } from "./tableSink";

const columns = (d: number) =>
  Array.from({ length: d }, (_, j): ColumnPlan => ({ name: `c${j}`, kind: "number", fixed: "" }));
const planOf = (d: number): ScanPlan => ({
  encoding: "utf-8",
  delimiter: ",",
  decimal: ".",
  decimalSeen: true,
  skip: 1,
  columns: columns(d),
  means: null,
});
const tableOf = (plan: ScanPlan, rows: readonly (readonly string[])[]) => {
  const sink = createTableSink(plan);
  for (const [i, cells] of rows.entries()) sink.row(cells, i + 2);
  return sink.finish();
};
const row = (d: number, cell: string) => Array.from({ length: d }, () => cell);

describe("1,030 columns of numbers", () => {
  const plan = planOf(1030);
  const table = tableOf(plan, [row(1030, "1"), row(1030, "2"), row(1030, "4")]);

  it("stay where all rows are held, with means and no comoment", () => {
    expect(correctedScan(plan, table, false)).toBe(null);
    expect(table.moments.comoment.length).toBe(0);
    expect(Math.max(...table.moments.mean.map((mean) => Math.abs(mean - 7 / 3)))).toBeLessThan(1e-15);
    expect(table.constant.every((same) => !same)).toBe(true);
  });

  it("become 1,024 where more rows were used than held, and the next pass asks for nothing more", () => {
    const longer = { ...table, used: table.used + 1 };
    const next = correctedScan(plan, longer, false);
    expect(next?.columns.filter(({ kind }) => kind === "number").length).toBe(1024);
    expect(next?.columns.slice(1024).every(({ fixed }) => fixed === "too-many")).toBe(true);
    const again = tableOf(next!, [row(1030, "1"), row(1030, "2")]);
    expect(correctedScan(next!, { ...again, used: 9 }, false)).toBe(null);
    expect(again.moments.comoment.length).toBe(1024 ** 2);
  });
});

it("a gap asks for another pass with the means only where gaps are to be filled", () => {
  const plan = planOf(2);
  const table = tableOf(plan, [
    ["1", "4"],
    ["2", ""],
    ["6", "8"],
  ]);
  expect(correctedScan(plan, table, false)).toBe(null);
  expect(correctedScan(plan, table, true)?.means).toEqual(Float64Array.of(3, 6));
});

it("one-hot columns of 1,024 values and more are refused by their own name where not all rows can be held", () => {
  const hot = Array.from(
    { length: 21 },
    (_, j): ColumnPlan => ({
      name: `kind${j}`,
      kind: "one-hot",
      fixed: "said",
      levels: Array.from({ length: 50 }, (_, k) => `v${k}`),
    }),
  );
  const plan = { ...planOf(1), columns: [...columns(1), ...hot] };
  const table = tableOf(plan, [
    ["1", ...row(21, "v1")],
    ["2", ...row(21, "v2")],
  ]);
  expect(correctedScan(plan, table, false)).toBe(null);
  expect(() => correctedScan(plan, { ...table, used: 52_000 }, false)).toThrow(
    "makes 1,050 columns of kind0, kind1, kind2, kind3, kind4, kind5 and 15 more; with 1,024 of them or more, at most 2 rows can be held, and the table has 52,000. Read some of these columns as a category or a label instead.",
  );
});
