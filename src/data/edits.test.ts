import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { momentsOf } from "../math";
import { featureMatrix, numberColumns } from "./columns";
import type { Dataset } from "./dataset";
import { type Edit, editCell, withEdits } from "./edits";

/** Two numbers, a category and a label; `rows` beyond the held ones make it a sample of a longer table. */
function table(values: readonly (readonly [number, number])[], rows = values.length): Dataset {
  const held = values.length;
  const data = Float64Array.from(values.flat());
  return {
    id: "t",
    name: "t",
    source: "",
    licence: "",
    rows,
    held,
    columns: [
      { kind: "number", name: "a", values: Float64Array.from(values, ([a]) => a) },
      { kind: "category", name: "kind", levels: ["x", "y"], codes: new Int32Array(held) },
      { kind: "number", name: "b", values: Float64Array.from(values, ([, b]) => b) },
      { kind: "label", name: "name", values: values.map((_, i) => `r${i}`) },
    ],
    moments: { ...momentsOf({ rows: held, cols: 2, data }) },
    colour: "kind",
    target: "",
    notes: [],
  };
}

const base = table([
  [1, 10],
  [2, 20],
  [4, 5],
]);
const numbers = fc.double({ min: -1e3, max: 1e3, noNaN: true });
const tables = fc.array(fc.tuple(numbers, numbers), { minLength: 2, maxLength: 30 });

describe("withEdits", () => {
  it("is the dataset itself where nothing is changed", () => {
    expect(withEdits(base, [], 0)).toBe(base);
    expect(withEdits(base, [[99, 0, 1]], 0)).toBe(base);
    expect(withEdits(base, [[0, 0, "word"]], 0)).toBe(base);
    expect(withEdits(base, [[0, 0, Number.NaN]], 0)).toBe(base);
    expect(withEdits(base, [[0, 9, 1]], 0)).toBe(base);
  });

  it("changes a cell, a class and a name, and leaves the columns of the others and the original alone", () => {
    const edits: readonly Edit[] = [
      [1, 0, 7],
      [0, 1, "new"],
      [2, 3, "last"],
    ];
    const [a, kind, b, name] = withEdits(base, edits, 0).columns;
    expect(a).toMatchObject({ values: Float64Array.of(1, 7, 4) });
    expect(kind).toMatchObject({ levels: ["x", "y", "new"], codes: Int32Array.of(2, 0, 0) });
    expect(b).toBe(base.columns[2]);
    expect(name).toMatchObject({ values: ["r0", "r1", "last"] });
    expect(base.columns[0]).toMatchObject({ values: Float64Array.of(1, 2, 4) });
    expect(withEdits(base, edits, 0).id).not.toBe(base.id);
  });

  it("adds rows at the means, without class, which leave the means as they are", () => {
    const more = withEdits(base, [[3, 2, 35]], 2);
    expect([more.rows, more.held]).toEqual([5, 5]);
    expect(more.columns[0]).toMatchObject({ values: Float64Array.of(1, 2, 4, 7 / 3, 7 / 3) });
    expect(more.columns[1]).toMatchObject({ codes: Int32Array.of(0, 0, 0, -1, -1) });
    expect(more.columns[3]).toMatchObject({ values: ["r0", "r1", "r2", "", ""] });
    expect(more.moments.mean[0]).toBeCloseTo(7 / 3, 14);
    expect(more.moments.mean[1]).toBeCloseTo((35 + 35 + 35 / 3) / 5, 13);
  });

  it("has the moments of its rows, whether counted again or brought up to date", () => {
    fc.assert(
      fc.property(
        tables,
        fc.array(fc.tuple(fc.nat(40), fc.constantFrom(0, 2), numbers)),
        fc.nat(3),
        (rows, edits, added) => {
          const whole = withEdits(table(rows), edits, added);
          const truth = momentsOf(featureMatrix(whole, ["a", "b"]));
          // The same rows twice over, of which only the first half is held: moments can only be brought up to date.
          const twice = table(rows, 2 * rows.length);
          const all = momentsOf(featureMatrix(table([...rows, ...rows]), ["a", "b"]));
          const updated = withEdits({ ...twice, moments: all }, edits, added).moments;
          const columns = numberColumns(withEdits({ ...twice, moments: all }, edits, added));
          const rest = Float64Array.from(rows.flat());
          const held = Float64Array.from(
            { length: 2 * columns[0]!.values.length },
            (_, k) => columns[k % 2]!.values[k >> 1]!,
          );
          const data = Float64Array.of(...held, ...rest);
          const direct = momentsOf({ rows: data.length / 2, cols: 2, data });
          expect(whole.moments).toEqual(truth);
          expect(updated.n).toBe(direct.n);
          for (let k = 0; k < 4; k++) expect(Math.abs(updated.comoment[k]! - direct.comoment[k]!)).toBeLessThan(1e-6);
          for (let k = 0; k < 2; k++) expect(updated.mean[k]).toBeCloseTo(direct.mean[k]!, 9);
        },
      ),
    );
  });
});

describe("editCell", () => {
  it("keeps one change for a cell, the last", () => {
    const once = editCell([], 1, 2, 3);
    expect(editCell(once, 1, 2, 4)).toEqual([[1, 2, 4]]);
    expect(editCell(once, 1, 0, 4)).toEqual([
      [1, 2, 3],
      [1, 0, 4],
    ]);
  });
});
