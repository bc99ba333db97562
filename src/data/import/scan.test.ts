import { describe, expect, it } from "vitest";
import type { ColumnPlan } from "./columnPlan";
import { scan, WrongEncoding } from "./scan";
import type { ScanPlan } from "./scanPlan";

const columns = ["x", "y"].map((name): ColumnPlan => ({ name, kind: "number", fixed: "" }));
const PLAN: ScanPlan = {
  encoding: "utf-8",
  delimiter: ",",
  decimal: ".",
  decimalSeen: true,
  skip: 1,
  columns,
  means: null,
};
const pass = (file: Blob, plan: Partial<ScanPlan> = {}) => scan(file, { ...PLAN, ...plan }, () => {});

describe("one pass", () => {
  it("counts every row but those it skips, as used, ragged or a comment", async () => {
    const found = await pass(new Blob(["x,y\n1,2\n3\n# c\n4,5,\n6,7,8\n"]));
    expect([found.read, found.table.used, found.ragged.first, found.comments.first]).toEqual([4, 2, [3, 6], [4]]);
  });
  it("takes a # for a comment only where the row does not fit", async () => {
    const found = await pass(new Blob(["x,y\n#1,2\n3,4\n"]));
    expect([found.comments.count, found.read]).toEqual([0, 2]);
  });
  it("reads letters and numbers over the seams of its pieces", async () => {
    const row = `"é😀",${"1".repeat(10)}\n`;
    const file = new Blob([`n,y\n${row.repeat(30_000)}`]);
    expect(file.size).toBeGreaterThan(2 * 2 ** 18);
    const plan = { columns: [{ name: "n", kind: "label", fixed: "" } as ColumnPlan, columns[1]!] };
    const { table, ragged } = await pass(file, plan);
    expect([table.used, ragged.count, table.moments.mean[0], table.constant[0]]).toEqual([30_000, 0, 1111111111, true]);
    expect(table.texts.get(0)?.finish("n", "category", table.order)).toMatchObject({ levels: ["é😀"] });
  });
  it("tells how far it is after each piece, to the last byte", async () => {
    const file = new Blob(["x,y\n", "1,2\n".repeat(150_000)]);
    const seen: number[] = [];
    await scan(file, PLAN, (bytes) => seen.push(bytes));
    expect(seen).toEqual([2 ** 18, 2 ** 19, file.size]);
  });
  it("gives the same hash for the same bytes only", async () => {
    const hash = async (text: string) => (await pass(new Blob([text]))).hash.digest();
    expect(await hash("x,y\n1,2\n")).toBe(await hash("x,y\n1,2\n"));
    expect(await hash("x,y\n1,2\n")).not.toBe(await hash("x,y\n1,2"));
  });
});

it("letters that are not of the encoding end it, at the end of the file too", async () => {
  for (const bytes of [[0xe4, 0x0a], [0xe4]])
    await expect(pass(new Blob(["x,y\n1,2\n", Uint8Array.from(bytes)]))).rejects.toBeInstanceOf(WrongEncoding);
});
