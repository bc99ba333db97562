import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dataset } from "../../data/dataset";
import { noMoments } from "../../math";
import { keptOrder, linesOf, nextSorting, rowOrder } from "./rowOrder";

const table = (values: readonly number[], labels: readonly string[] = values.map(() => "")): Dataset => {
  const levels = [...new Set(labels)].filter((text) => text !== "");
  return {
    id: "t",
    name: "t",
    source: "",
    licence: "",
    rows: values.length,
    held: values.length,
    columns: [
      { kind: "number", name: "v", values: Float64Array.from(values) },
      { kind: "label", name: "l", values: labels },
      { kind: "category", name: "c", levels, codes: Int32Array.from(labels, (text) => levels.indexOf(text)) },
    ],
    moments: noMoments(1),
    colour: "",
    target: "",
    notes: [],
  };
};

describe("the order of the table's rows", () => {
  it("is a stable sort of the values, those meant first, for any table", () => {
    const rows = fc.array(fc.record({ v: fc.integer({ min: -3, max: 3 }), meant: fc.nat(1) }), { maxLength: 40 });
    fc.assert(
      fc.property(rows, fc.boolean(), (all, down) => {
        const mask = Uint8Array.from(all, ({ meant }) => meant);
        const order = [...rowOrder(table(all.map(({ v }) => v)), { column: 0, down }, mask)];
        const expected = all
          .map(({ v, meant }, row) => ({ key: [-meant, down ? -v : v, row] as const, row }))
          .sort(({ key: a }, { key: b }) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
          .map(({ row }) => row);
        expect(order).toEqual(expected);
        expect(order.map((row) => linesOf(Int32Array.from(order))[row])).toEqual(order.map((_, line) => line));
      }),
    );
  });

  it("words go by number within, and empty cells come last both ways, as label and as category", () => {
    const data = table([0, 0, 0, 0], ["b10", "", "b9", "a"]);
    for (const column of [1, 2]) {
      expect([...rowOrder(data, { column, down: false }, null)]).toEqual([3, 2, 0, 1]);
      expect([...rowOrder(data, { column, down: true }, null)]).toEqual([0, 2, 3, 1]);
    }
  });

  it("is kept while rows come and go: those there keep their order, new ones come last", () => {
    const order = Int32Array.of(2, 0, 1);
    expect([...keptOrder(order, 5)]).toEqual([2, 0, 1, 3, 4]);
    expect([...keptOrder(order, 2)]).toEqual([0, 1]);
    expect(keptOrder(order, 3)).toBe(order);
  });

  it("a column's head sorts up, then down, then not", () => {
    const up = nextSorting(null, 2);
    const down = nextSorting(up, 2);
    expect([up, down, nextSorting(down, 2)]).toEqual([{ column: 2, down: false }, { column: 2, down: true }, null]);
    expect(nextSorting(down, 1)).toEqual({ column: 1, down: false });
  });
});
