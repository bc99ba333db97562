/** Ways of writing a table that the fixtures do not have. */
import { describe, expect, it } from "vitest";
import { numberColumn } from "./columns";
import type { Dataset } from "./dataset";
import { ImportError, type ImportOptions, importTable } from "./importTable";

const read = (input: string | Blob, options: Partial<ImportOptions> = {}) =>
  importTable(input, { name: "t.csv", ...options });
const refusal = async (input: string | Blob, options?: Partial<ImportOptions>) => {
  const error = await read(input, options).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ImportError);
  return error as ImportError;
};
const valuesOf = (dataset: Dataset, name: string) => [...(numberColumn(dataset, name)?.values ?? [])];
const kinds = ({ columns }: Dataset) => columns.map(({ name, kind }) => `${name}: ${kind}`);
const said = ({ notes }: Dataset, code: string) => notes.find((note) => note.code === code)?.text ?? "";

describe("numbers", () => {
  it("reads quoted thousands whole, and says so", async () => {
    const dataset = await read('x,y\n"1,234",1\n"12,345.5",2\n7,3\n');
    expect(valuesOf(dataset, "x")).toEqual([1234, 12345.5, 7]);
    expect(said(dataset, "grouped-numbers")).toContain("1,234 was read as 1234");
  });

  it("reads quoted decimal commas where the comma also separates", async () => {
    expect(valuesOf(await read('x,y\n"1,5",1\n"2,25",2\n'), "x")).toEqual([1.5, 2.25]);
  });

  it("takes 1,234 between semicolons for a decimal, between tabs for thousands", async () => {
    expect(valuesOf(await read("x;y\n1,234;1\n2,345;2\n"), "x")).toEqual([1.234, 2.345]);
    expect(valuesOf(await read("x\ty\n1,234\t1\n2,345\t2\n"), "x")).toEqual([1234, 2345]);
  });

  it("does not split at a sign that only begins each line", async () => {
    const dataset = await read('|,#,:,!\n|,!,0,0\n|,"""",0,0\n');
    expect(kinds(dataset)).toEqual(["|: category", "#: label", ":: number", "!: number"]);
  });

  it("leaves dates and times as text", async () => {
    const dataset = await read("day,at,v\n2024-05-01,12:30,1\n2024-05-02,12:45,2\n2024-05-03,13:00,3\n");
    expect(kinds(dataset)).toEqual(["day: label", "at: label", "v: number"]);
  });

  it("counts a word among numbers as missing, and says where and which", async () => {
    const dataset = await read("x,y\n1,2\noops,3\n4,5\n");
    expect(dataset.rows).toBe(2);
    expect(said(dataset, "not-a-number")).toBe(
      "Cells that are not numbers, such as “oops”, counted as missing: 1 in x (line 3).",
    );
    expect(said(dataset, "rows-dropped")).toBe("1 of 3 rows was dropped: no number in x.");
  });

  it("fills with the mean of all numbers of the column when asked, also for the moments", async () => {
    const dataset = await read("x,y\n1,10\n,20\n5,\n6,60\n", { missing: "mean" });
    expect(valuesOf(dataset, "x")).toEqual([1, 4, 5, 6]);
    expect(valuesOf(dataset, "y")).toEqual([10, 20, 30, 60]);
    expect([...dataset.moments.mean]).toEqual([4, 30]);
    expect(dataset.moments.comoment[0]).toBeCloseTo(9 + 1 + 4, 12);
    expect(said(dataset, "gaps-filled")).toBe("2 of 4 rows were filled with column means: no number in x and y.");
  });
});

describe("columns", () => {
  it("takes a column that numbers the rows for a label", async () => {
    expect(kinds(await read("id,x\n1,4\n2,6\n3,5\n"))).toEqual(["id: label", "x: number"]);
    expect(kinds(await read(",x\n0,4\n1,6\n2,5\n"))).toEqual(["column 1: label", "x: number"]);
    expect(kinds(await read("id\n1\n2\n3\n"))).toEqual(["id: number"]);
  });

  it("reads the header of R, which is one name short", async () => {
    const dataset = await read('"mpg","cyl"\n"Mazda",21,6\n"Datsun",22.8,4\n"Hornet",21.4,6\n');
    expect(kinds(dataset)).toEqual(["column 1: label", "mpg: number", "cyl: number"]);
  });

  it("does as the user says", async () => {
    const text = "a,b,c,d\n1,2,x,9\n3,4,y,8\n1,5,x,7\n";
    const roles = new Map([
      ["a", "category"],
      ["c", "label"],
      ["d", "ignored"],
    ] as const);
    const dataset = await read(text, { roles });
    expect(kinds(dataset)).toEqual(["a: category", "b: number", "c: label"]);
    expect(dataset.colour).toBe("a");
    expect((await read(text, { header: false })).rows).toBe(3);
    expect(kinds(await read("1,2\n3,4\n5,7\n", { header: true }))).toEqual(["1: number", "2: number"]);
    expect(kinds(await read("x,y,digit\n1,2,0\n3,4,1\n5,6,0\n", { colour: "digit" }))[2]).toBe("digit: category");
  });

  it("does not lose rows to a column with nothing in it", async () => {
    const dataset = await read("x,gone,y\n1,,2\n3,NA,4\n");
    expect([dataset.rows, kinds(dataset).length]).toEqual([2, 2]);
    expect(said(dataset, "empty-column")).toContain("gone");
  });

  it("holds a category's missing cells as −1", async () => {
    const { columns } = await read("x,sex\n1,f\n2,NA\n3,m\n4,f\n5,f\n");
    expect(columns[1]).toMatchObject({ kind: "category", levels: ["f", "m"], codes: Int32Array.of(0, -1, 1, 0, 0) });
  });
});

describe("files", () => {
  const bytes = (encode: (code: number) => readonly number[], text: string, mark: readonly number[] = []) =>
    new Blob([Uint8Array.from([...mark, ...[...text].flatMap((c) => encode(c.charCodeAt(0)))])]);
  const little = (code: number) => [code & 255, code >> 8];
  const big = (code: number) => [code >> 8, code & 255];
  const table = "größe,y\n1,2\n3,4\n";

  it.each([
    ["UTF-16 LE with its mark", bytes(little, table, [0xff, 0xfe])],
    ["UTF-16 BE with its mark", bytes(big, table, [0xfe, 0xff])],
    ["UTF-16 LE without", bytes(little, table)],
    ["UTF-16 BE without", bytes(big, table)],
    ["Latin-1", bytes((code) => [code], table)],
  ])("reads %s", async (_, file) => expect(valuesOf(await read(file), "größe")).toEqual([1, 3]));

  it.each([
    ["not-text", new Blob([Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)])],
    ["not-text", "%PDF-1.7 x,y"],
    ["html-page", "\n<!DOCTYPE html><html><body>1,2</body></html>"],
    ["empty-file", " \n\n"],
    ["no-rows", "# nothing\n# here\n"],
    ["no-rows", "x,y,z"],
    ["too-few-rows", "1,2,3"],
    ["no-complete-rows", "x,y\n1,\n,2\n3,\n,4\n"],
  ])("refuses with %s", async (code, input) => expect((await refusal(input)).code).toBe(code));

  it("says so when the file cannot be read", async () => {
    const gone = new Blob(["x,y\n1,2\n3,4\n"]);
    gone.slice = () => {
      const part = new Blob([]);
      part.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotReadableError"));
      return part;
    };
    expect((await refusal(gone)).code).toBe("unreadable");
  });

  it("has one identity for one content and one set of choices", async () => {
    const id = async (...given: Parameters<typeof read>) => (await read(...given)).id;
    const first = await id("x,y\n1,2\n3,4\n");
    expect(first).toMatch(/^file:t:[0-9a-f]{16}$/);
    expect(await id("x,y\n1,2\n3,4\n")).toBe(first);
    const others = [await id("x,y\n1,2\n3,5\n"), await id("x,y\n1,2\n3,4\n", { missing: "mean" })];
    expect(new Set([first, ...others]).size).toBe(3);
  });

  it("skips titles and comments above the table, and keeps rows that begin with #", async () => {
    const dataset = await read("Sales of 2024\n# in thousands\n\nname,x,y\n#1,1,2\n# note\n#2,3,4\n");
    expect([dataset.rows, kinds(dataset)[0]]).toEqual([2, "name: label"]);
    expect(said(dataset, "comments-skipped")).toBe(
      "Comments and titles were skipped above the table (lines 1 and 2) and inside it (line 6).",
    );
  });
});
