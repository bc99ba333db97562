import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { momentsOf } from "../math";
import { categorySummary, labelSummary, numberSummary } from "./columnSummary";
import { featureMatrix } from "./columns";
import type { Dataset, NumberColumn } from "./dataset";

function table(columns: readonly (readonly number[])[]): Dataset {
  const held = columns[0]?.length ?? 0;
  const data = {
    id: "t",
    name: "t",
    source: "",
    licence: "",
    rows: held,
    held,
    columns: columns.map(
      (values, j) => ({ kind: "number", name: `x${j}`, values: Float64Array.from(values) }) as const,
    ),
    colour: "",
    target: "",
    notes: [],
  };
  const names = data.columns.map(({ name }) => name);
  return { ...data, moments: momentsOf(featureMatrix(data as unknown as Dataset, names)) };
}

describe("a column in a few numbers", () => {
  it("is its mean, deviation and range, for any column at any place", () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -9, max: 9 })), {
      minLength: 2,
      maxLength: 60,
    });
    fc.assert(
      fc.property(pairs, (rows) => {
        const columns = [0, 1].map((j) => rows.map((row) => row[j as 0 | 1]));
        const data = table(columns);
        columns.forEach((values, j) => {
          const got = numberSummary(data, data.columns[j] as NumberColumn, j);
          const n = values.length;
          const sum = values.reduce((s, v) => s + v, 0);
          // Exact in whole numbers until the last division.
          const scatter = n * values.reduce((s, v) => s + v * v, 0) - sum * sum;
          expect(got.mean).toBeCloseTo(sum / n, 9);
          expect(got.deviation).toBeCloseTo(Math.sqrt(scatter) / n, 9);
          expect([got.min, got.max]).toEqual([Math.min(...values), Math.max(...values)]);
        });
      }),
    );
  });

  it("is the frequency of its values, which with the empty cells are all rows, as category and as label", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("", "a", "b", "c", "__proto__"), { maxLength: 40 }), (values) => {
        const levels = [...new Set<string>(values)].filter((text) => text !== "");
        const codes = Int32Array.from(values, (text) => levels.indexOf(text));
        const got = categorySummary({ kind: "category", name: "k", levels, codes });
        expect(got).toEqual(labelSummary({ kind: "label", name: "k", values }));
        expect(got.missing).toBe(values.filter((text) => text === "").length);
        for (const { text, count } of got.levels) expect(count).toBe(values.filter((value) => value === text).length);
        expect(got.levels.reduce((sum, { count }) => sum + count, got.missing)).toBe(values.length);
        expect(got.levels.every(({ count }, k) => count <= (got.levels[k - 1]?.count ?? Infinity))).toBe(true);
      }),
    );
  });
});
