import { describe, expect, it } from "vitest";
import type { Dataset } from "../data/dataset";
import { momentsOf } from "../math";
import { decodeTable, encodeTable } from "./linkTable";

const table = (id: string, values: number[], rows = values.length): Dataset => ({
  id,
  name: "mine.csv",
  source: "",
  licence: "",
  rows,
  held: values.length,
  columns: [{ kind: "number", name: "a & b", values: Float64Array.from(values) }],
  moments: momentsOf({ rows: values.length, cols: 1, data: Float64Array.from(values) }),
  colour: "",
  target: "",
  notes: [],
});

describe("a table in the link", () => {
  it("comes back with its name and every digit", () => {
    const hash = `#s=abc${encodeTable(table("file:mine.csv:1", [0.1, 1 / 3, -2e-300]))}`;
    expect(decodeTable(hash)).toMatchObject({ id: "file:mine.csv:1", name: "mine.csv" });
    expect(decodeTable(hash)?.csv).toContain(String(1 / 3));
  });

  it("is left out where it is shipped, a sample, or too large", () => {
    expect(encodeTable(table("iris", [1, 2]))).toBe("");
    expect(encodeTable(table("file:a:1", [1, 2], 3))).toBe("");
    expect(encodeTable(table("file:b:1", Array.from({ length: 30_000 }, Math.sqrt)))).toBe("");
    expect(encodeTable(null)).toBe("");
  });

  it("reads nothing from a damaged or foreign address", () => {
    for (const hash of ["", "#s=abc", "#s=abc&t=", "#s=abc&t=!!!", "#&t=eNqrVkrLz1eyUkpKLFKqBQAjMgSx"])
      expect(decodeTable(hash)).toBeUndefined();
  });
});
