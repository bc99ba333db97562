/** Files whose first part does not tell all, and tables too long to hold. */
import { describe, expect, it } from "vitest";
import { createRandom, momentsOf } from "../math";
import { numberColumns } from "./columns";
import type { Dataset } from "./dataset";
import { type ImportProgress, importTable, SAMPLE } from "./importTable";

const PADDING = "p".repeat(1000);
/** Rows of 1 kB, so that the first megabyte holds fewer than 1,050 of them. */
const long = (rows: number, cell: (i: number) => string, separator = ",") =>
  [`pad${separator}x${separator}y`]
    .concat(Array.from({ length: rows }, (_, i) => [`${PADDING}${i}`, cell(i), String(i % 7)].join(separator)))
    .join("\n");
const codes = ({ notes }: Dataset) => notes.map(({ code }) => code);
const columnNames = (dataset: Dataset) => numberColumns(dataset).map(({ name }) => name);

describe("what the first part does not tell", () => {
  it("a column that turns out to be mostly text is text after all", async () => {
    const dataset = await importTable(
      long(3000, (i) => (i < 1200 ? String(i) : `word ${i}`)),
      { name: "t" },
    );
    expect(columnNames(dataset)).toEqual(["y"]);
    expect([dataset.rows, codes(dataset).includes("mixed-column")]).toEqual([3000, true]);
  });

  it("a column that is empty at first is a column of numbers after all", async () => {
    const dataset = await importTable(
      long(3000, (i) => (i < 1200 ? "" : String(i))),
      { name: "t" },
    );
    expect(columnNames(dataset)).toEqual(["x", "y"]);
    expect(dataset.rows).toBe(1800);
  });

  it("a decimal comma may come late", async () => {
    const text = long(2000, (i) => (i < 1200 ? String(i) : `${i},5`), ";");
    const dataset = await importTable(text, { name: "t" });
    expect([dataset.rows, numberColumns(dataset)[0]?.values[1500]]).toEqual([2000, 1500.5]);
  });

  it("so may the first letter that is not UTF-8", async () => {
    const text = new TextEncoder().encode(long(1500, String));
    const dataset = await importTable(new Blob([text, "\nna", Uint8Array.of(0xef), "ve,1,2\n"]), { name: "t" });
    expect(codes(dataset)).toContain("encoding-guessed");
    const [names] = dataset.columns;
    expect(names?.kind === "label" && names.values.at(-1)).toBe("naïve");
  });
});

describe("a table too long to hold", () => {
  const rows = 52_000;
  const random = createRandom(7);
  const values = Float64Array.from({ length: rows * 2 }, () => 1e6 + Math.round(random.normal() * 1000) / 1000);
  const text = `x,y,row\n${Array.from({ length: rows }, (_, i) => `${values[2 * i]},${values[2 * i + 1]},r${i}`).join("\n")}\n`;

  it("keeps a sample in the file's order, and the moments of all rows", async () => {
    const seen: ImportProgress[] = [];
    const dataset = await importTable(text, { name: "t" }, (progress) => seen.push(progress));
    expect([dataset.rows, dataset.held]).toEqual([rows, SAMPLE]);
    const exact = momentsOf({ rows, cols: 2, data: values });
    for (const [k, value] of dataset.moments.comoment.entries()) expect(value).toBeCloseTo(exact.comoment[k]!, 4);
    for (const [k, value] of dataset.moments.mean.entries()) expect(value).toBeCloseTo(exact.mean[k]!, 8);

    const label = dataset.columns[2]!;
    const held = label.kind === "label" ? label.values.map((name) => Number(name.slice(1))) : [];
    expect(held.every((row, i) => i === 0 || row > held[i - 1]!)).toBe(true);
    const [x] = numberColumns(dataset);
    expect(held.every((row, i) => values[2 * row] === x!.values[i])).toBe(true);
    expect(codes(dataset)).toContain("sampled");
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.at(-1)).toEqual({ bytes: text.length, total: text.length, rows });
    expect(seen.every(({ bytes }, i) => i === 0 || bytes > seen[i - 1]!.bytes)).toBe(true);
    const again = await importTable(text, { name: "t" });
    expect([again.id, numberColumns(again)[1]]).toEqual([dataset.id, numberColumns(dataset)[1]]);
  }, 30_000);
});
