import { describe, expect, it } from "vitest";
import { correctedPlan, limitedPlan, planColumns } from "./columnPlan";
import type { ImportOptions } from "./options";
import { createTally, tallyCell } from "./tally";

const talliesOf = (rows: readonly (readonly string[])[]) =>
  (rows[0] ?? []).map((_, j) => {
    const tally = createTally();
    for (const cells of rows) tallyCell(tally, cells[j] ?? "", 0, ".");
    return tally;
  });
const planned = (
  names: readonly string[],
  rows: readonly (readonly string[])[],
  options: Partial<ImportOptions> = {},
) =>
  planColumns({ names, present: true, uneven: false, repeated: [], unnamed: [] }, talliesOf(rows), rows, {
    name: "t",
    ...options,
  });
const kinds = (plans: ReturnType<typeof planned>) => plans.map(({ kind, fixed }) => `${kind}${fixed && `: ${fixed}`}`);

const ROWS = [
  ["1", "5", "a", ""],
  ["2", "6", "b", ""],
  ["3", "7", "a", ""],
];

describe("what each column is taken for", () => {
  it("is for its cells to say, but for row numbers", () => {
    expect(kinds(planned(["id", "x", "k", "e"], ROWS))).toEqual(["label: row-number", "number", "text", "empty"]);
  });
  it("a table of nothing but row numbers is one of numbers", () => {
    expect(
      kinds(
        planned(
          ["id", "k"],
          [
            ["1", "a"],
            ["2", "b"],
          ],
        ),
      ),
    ).toEqual(["number", "text"]);
  });
  it("the user's word goes before all of it", () => {
    const roles = new Map([
      ["id", "number"],
      ["x", "ignored"],
      ["k", "one-hot"],
    ] as const);
    const plans = planned(["id", "x", "k", "e"], ROWS, { roles });
    expect(kinds(plans)).toEqual(["number: said", "ignored: said", "one-hot: said", "empty"]);
    expect(plans[2]?.levels).toEqual(["a", "b"]);
    expect(kinds(planned(["id", "x", "k", "e"], ROWS, { colour: "x" }))[1]).toBe("category: said");
  });
});

it("a limited plan keeps 1,024 numbers, counting those that come besides, and everything else", () => {
  const plans = Array.from({ length: 1100 }, (_, j) => ({
    name: `c${j}`,
    kind: j % 11 === 0 ? ("text" as const) : ("number" as const),
    fixed: "" as const,
  }));
  const count = (others: number, kind: string) =>
    limitedPlan(plans, others).filter((plan) => plan.kind === kind).length;
  expect([count(0, "number"), count(0, "ignored"), count(100, "number")]).toEqual([1000, 0, 924]);
  expect([count(5000, "number"), count(5000, "text")]).toEqual([0, 100]);
});

it("counts over all rows correct what the first part made of a column, not what the user did", () => {
  const plans = planned(["x", "y"], [["1", "1"]], { roles: new Map([["y", "number"]]) });
  const words = talliesOf([
    ["a", "a"],
    ["b", "b"],
    ["1", "1"],
  ]);
  expect(kinds(correctedPlan(plans, words))).toEqual(["text", "number: said"]);
  expect(correctedPlan(plans, talliesOf([["1", "a"]]))).toBe(plans);
});
