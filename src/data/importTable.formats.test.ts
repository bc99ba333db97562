/** JSON, units, dates and their like, one-hot columns, what the reader says, and the preview. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { momentsOf } from "../math";
import { featureMatrix, numberColumn, numberColumns } from "./columns";
import type { Dataset } from "./dataset";
import { exportCsv } from "./exportCsv";
import { ImportError, type ImportOptions, importTable } from "./importTable";
import { previewTable } from "./previewTable";

const read = (input: string | Blob, options: Partial<ImportOptions> = {}) =>
  importTable(input, { name: "t", ...options });
const refusal = async (input: string, options?: Partial<ImportOptions>) => {
  const error = await read(input, options).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ImportError);
  return error as ImportError;
};
const kinds = ({ columns }: Dataset) => columns.map(({ name, kind }) => `${name}: ${kind}`);
const said = ({ notes }: Dataset, code: string) => notes.find((note) => note.code === code)?.text ?? "";
const values = (dataset: Dataset, name: string) => [...(numberColumn(dataset, name)?.values ?? [])];

describe("JSON", () => {
  it("is a list of records: keys of all of them, null and what is not there missing", async () => {
    const dataset = await read(
      '[{"x":1,"kind":"a, b"},{"x":2.5e3,"y":1,"kind":"c"},\n{"y":2,"x":-0.1,"kind":null},{"x":3,"y":3}]',
      {
        missing: "mean",
      },
    );
    expect(kinds(dataset)).toEqual(["x: number", "kind: label", "y: number"]);
    expect(values(dataset, "x")).toEqual([1, 2500, -0.1, 3]);
    expect(values(dataset, "y")).toEqual([2, 1, 2, 3]);
    expect(dataset.columns[1]).toMatchObject({ values: ["a, b", "c", "", ""] });
    expect(said(dataset, "json")).toContain("4 records");
  });

  it("or a record on each line, or the only list in an answer", async () => {
    expect(values(await read('{"x":1}\n{"x":2}\n\n{"x":4}\n'), "x")).toEqual([1, 2, 4]);
    expect(values(await read('{"count":2,"data":[{"x":1},{"x":2}]}'), "x")).toEqual([1, 2]);
  });

  it("keeps its columns in the order that is written, also where they are called by whole numbers", async () => {
    const order = async (text: string) => (await read(text)).columns.map(({ name }) => name);
    expect(await order('[{"b":1,"10":2,"2":3},{"b":2,"10":3,"2":4,"0":"w"}]')).toEqual(["b", "10", "2", "0"]);
    expect(await order('{"meta":{"2":0},"rows":[{"10":1,"2":3},{"10":2,"2":5}]}')).toEqual(["10", "2"]);
    expect(await order('{"9":1,"a":2}\n{"9":3,"a":1,"7":1}\n{"9":4,"a":1,"7":1}')).toEqual(["9", "a", "7"]);
  });

  it("keeps every digit", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 2, maxLength: 20 }),
        async (all) => {
          const dataset = await read(JSON.stringify(all.map((x) => ({ x: x === 0 ? 1 : x }))));
          expect(values(dataset, "x")).toEqual(all.map((x) => (x === 0 ? 1 : x)));
        },
      ),
    ));

  it("is refused with the line, the record and the key", async () => {
    const cut = await refusal('[{"x":1},\n{"x":2},\n{"x"');
    expect([cut.code, cut.line]).toEqual(["bad-json", 3]);
    expect(cut.message).toContain("ends too early on line 3");
    const comma = await refusal('[{"x":1},\n{"x":2,,"y":3},\n{"x":3}]');
    expect([comma.line, comma.message]).toEqual([
      2,
      expect.stringContaining("stops making sense on line 2, character 8"),
    ]);
    expect((await refusal('{"x":1}\n{"x":2}\n{"x":')).line).toBe(3);
    const list = await refusal('[{"x":1},\n{"x":[1,2]},\n{"x":[3]}]');
    expect([list.line, list.cell]).toEqual([2, "x"]);
    expect(list.message).toContain("In record 2 of the JSON, on line 2, “x” holds a list, and");
    expect((await refusal('{"x":{"a":1}}\n{"x":1}\n')).line).toBe(1);
    expect((await refusal('[{"x":1},{"x":{"y":1}}]')).message).toContain("“x” holds a record, and");
    const gap = await refusal('[{"x":1,"y":2},{"x":2},{"x":3}]');
    expect([gap.code, gap.line]).toEqual(["no-complete-rows", undefined]);
    expect(gap.message).toMatch(/^Record 2 of the JSON is the first at fault\. Only 1 of 3 rows /);
    expect((await refusal('[{"x":1},5]')).message).toContain("Record 2 of the JSON is a number");
    expect((await refusal("[{}]")).message).toContain("no record with a value");
    expect((await refusal("[]")).code).toBe("bad-json");
    expect((await refusal('[{"name":"a"},{"name":"b"}]')).code).toBe("no-numeric-columns");
  });

  it("gives no key a way to a prototype", async () => {
    const dataset = await read('[{"__proto__":1,"constructor":2},{"__proto__":3,"constructor":5}]');
    expect(kinds(dataset)).toEqual(["__proto__: number", "constructor: number"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("a row of units", () => {
  it("is named, and is no row of data", async () => {
    const dataset = await read("length,mass,kind\ncm,kg,\n1,2,a\n3,4,b\n5,7,a\n");
    expect([dataset.rows, values(dataset, "mass")]).toEqual([3, [2, 4, 7]]);
    expect(said(dataset, "units-row")).toBe(
      "The row under the header was read as units and not as data: length in cm and mass in kg.",
    );
    expect(dataset.notes.filter(({ kind }) => kind === "warn")).toEqual([]);
  });

  it("is none where numbers stand in it, where too few rows tell, or where it is a sentence", async () => {
    expect(said(await read("a,b\n1,kg\n2,3\n3,4\n4,5\n"), "units-row")).toBe("");
    expect(said(await read("a,b\nna,na\n2,3\n3,4\n4,5\n"), "units-row")).toBe("");
    expect(said(await read("a,b\nnot measured yet,kg\n2,3\n3,4\n4,5\n"), "units-row")).toBe("");
  });
});

describe("columns that only look like numbers", () => {
  it.each([
    ["2024-05-01", "2024-06-30"],
    ["01/05/2024", "2/6/24"],
    ["5 May 2024", "17 June 2023"],
    ["2024-05-01T12:30:00Z", "2024-05-02 13:00"],
    ["12:30", "9:05:10"],
  ])("%s is a date or a time, and said to be", async (a, b) => {
    const dataset = await read(`when,x\n${a},1\n${b},2\n${a},4\n`);
    expect(numberColumns(dataset).map(({ name }) => name)).toEqual(["x"]);
    expect(said(dataset, "dates")).toBe("Dates and times, so no numbers: when.");
  });

  it.each(["true,false", "Yes,no", "T,F", "y,n"])("%s are categories", async (pair) => {
    const [a, b] = pair.split(",");
    const dataset = await read(`is,x\n${a},1\n${b},2\n${a},4\n${b},1\n`);
    expect(kinds(dataset)).toEqual(["is: category", "x: number"]);
    expect(said(dataset, "booleans")).toBe("Yes or no, so categories: is.");
  });

  it.each(["$1.50", "12 %", "3kg", "€ 5", "20°C"])("%s has a sign beside it, which is said", async (cell) => {
    const dataset = await read(`p,x\n${cell},1\n${cell},2\n${cell},4\n`);
    expect(said(dataset, "marked-numbers")).toContain(`such as “${cell}”: p. Take the signs out`);
  });

  it("words are words", async () => {
    const { notes } = await read("w,x\nMay,1\nanna,2\nA4,4\n");
    expect(notes.map(({ code }) => code)).not.toContain("dates");
    expect(notes.map(({ code }) => code)).not.toContain("marked-numbers");
  });
});

describe("one-hot", () => {
  const asked = { roles: new Map([["kind", "one-hot" as const]]) };

  it("makes a column of 0 and 1 of each value, behind the others, and the moments have them", async () => {
    const dataset = await read("kind,x\na,1\nb,2\n,4\na,8\n", asked);
    expect(kinds(dataset)).toEqual(["x: number", "kind = a: number", "kind = b: number"]);
    expect([values(dataset, "kind = a"), values(dataset, "kind = b")]).toEqual([
      [1, 0, 0, 1],
      [0, 1, 0, 0],
    ]);
    const names = numberColumns(dataset).map(({ name }) => name);
    expect(dataset.moments).toEqual(momentsOf(featureMatrix(dataset, names)));
    expect(said(dataset, "one-hot")).toContain("kind");
  });

  it("finds values that come after the first megabyte", async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `${"p".repeat(500)}${i},${i < 2900 ? "a" : "late"},${i % 5}`);
    const dataset = await read(`pad,kind,x\n${rows.join("\n")}\n`, asked);
    expect(values(dataset, "kind = late").reduce((a, b) => a + b, 0)).toBe(100);
  });

  it("refuses a column of too many values, by its name", async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `v${i},${i}`);
    const error = await refusal(`kind,x\n${rows.join("\n")}\n`, asked);
    expect([error.code, error.message]).toEqual([
      "too-many-levels",
      expect.stringContaining("kind has more than 50 values"),
    ]);
  });

  it("does not take a name that is there", async () => {
    const dataset = await read("kind,kind = a\na,1\nb,2\na,4\n", asked);
    expect(kinds(dataset)).toEqual(["kind = a: number", "kind = a (2): number", "kind = b: number"]);
  });
});

describe("what the reader says about the format decides", () => {
  it("delimiter and decimal mark", async () => {
    expect(values(await read("a;b\n1,234;2\n2,345;3\n", { decimal: "." }), "a")).toEqual([1234, 2345]);
    expect(kinds(await read("a|b,c\n1|2,5\n3|4,5\n", { delimiter: "|", decimal: "," }))).toEqual([
      "a: number",
      "b,c: number",
    ]);
  });

  it("and makes another dataset of it", async () => {
    const text = "a;b\n1,234;2\n2,345;3\n";
    expect((await read(text, { decimal: "." })).id).not.toBe((await read(text)).id);
  });
});

describe("previewTable", () => {
  it("says what importTable would take each column for, and shows the first rows as they stand", async () => {
    const text = "when;x;kind\n2024-01-01;1,5;a\n2024-01-02;2,5;b\n2024-01-03;;a\n";
    expect(await previewTable(text, { name: "t" })).toEqual({
      columns: [
        { name: "when", role: "text" },
        { name: "x", role: "number" },
        { name: "kind", role: "text" },
      ],
      rows: [
        ["2024-01-01", "1,5", "a"],
        ["2024-01-02", "2,5", "b"],
        ["2024-01-03", "", "a"],
      ],
      delimiter: ";",
      decimal: ",",
      header: true,
      encoding: "utf-8",
      json: false,
      bytes: text.length,
      small: true,
    });
  });

  it("follows what the reader says", async () => {
    const roles = new Map([["x", "ignored" as const]]);
    const { columns, header } = await previewTable("x,y\n1,2\n3,4\n", { name: "t", roles, header: true });
    expect([columns.map(({ role }) => role), header]).toEqual([["ignored", "number"], true]);
    expect((await previewTable("1,2\n3,4\n", { name: "t" })).columns.map(({ name }) => name)).toEqual([
      "column 1",
      "column 2",
    ]);
  });

  it("is of twenty rows at most, and tells a long or wide table from a small one", async () => {
    const long = `x,y\n${Array.from({ length: 3000 }, (_, i) => `${i},1`).join("\n")}`;
    const preview = await previewTable(long, { name: "t" });
    expect([preview.rows.length, preview.small]).toEqual([20, false]);
    const wide = Array.from({ length: 3 }, () => Array.from({ length: 60 }, (_, j) => j + 1).join(",")).join("\n");
    expect((await previewTable(wide, { name: "t" })).small).toBe(false);
  });

  it("reads records too, and refuses as importTable does", async () => {
    const preview = await previewTable('[{"x":1,"k":"a"},{"x":2,"k":"b"}]', { name: "t" });
    expect([preview.json, preview.columns.map(({ name }) => name), preview.rows]).toEqual([
      true,
      ["x", "k"],
      [
        ["1", "a"],
        ["2", "b"],
      ],
    ]);
    await expect(previewTable("", { name: "t" })).rejects.toThrow(ImportError);
  });
});

it("a table written with other delimiters, line ends and encodings is the same table", () => {
  const cell = fc.integer({ min: -9999, max: 9999 }).map((k) => k / 8);
  const word = fc.constantFrom("red", "green, light", "blue;2", 'say "hi"', "tab\there", "é", "=1+1");
  const table = fc.array(fc.tuple(cell, cell, word), { minLength: 4, maxLength: 30 });
  const way = fc.record({
    delimiter: fc.constantFrom(",", ";", "\t", "|"),
    comma: fc.boolean(),
    end: fc.constantFrom("\n", "\r\n", "\r"),
    wide: fc.constantFrom("utf-8", "utf-16le", "utf-16be"),
  });
  return fc.assert(
    fc.asyncProperty(table, way, async (rows, { delimiter, comma, end, wide }) => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const spell = (x: number) => quoted(comma ? String(x + 0.125).replace(".", ",") : String(x + 0.125));
      const text = [
        ["a", "b", "w"].join(delimiter),
        ...rows.map(([a, b, w]) => [spell(a), spell(b), quoted(w)].join(delimiter)),
      ].join(end);
      const options = comma ? { decimal: "," as const, delimiter: delimiter as "," } : { delimiter: delimiter as "," };
      const dataset = await read(new Blob([encoded(text, wide) as BlobPart]), options);
      expect(values(dataset, "a")).toEqual(rows.map(([a]) => a + 0.125));
      expect(values(dataset, "b")).toEqual(rows.map(([, b]) => b + 0.125));
      const again = await read(exportCsv(dataset));
      expect(again.columns).toEqual(dataset.columns);
    }),
  );
});

function encoded(text: string, how: string): Uint8Array {
  if (how === "utf-8") return new TextEncoder().encode(text);
  const bytes = new Uint8Array(2 * text.length + 2);
  const view = new DataView(bytes.buffer);
  [...`\uFEFF${text}`].forEach((letter, k) => {
    view.setUint16(2 * k, letter.charCodeAt(0), how === "utf-16le");
  });
  return bytes;
}
