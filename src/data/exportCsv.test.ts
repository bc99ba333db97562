import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noMoments } from "../math";
import type { Column, Dataset } from "./dataset";
import { exportCsv } from "./exportCsv";
import { readCell } from "./import/cell";
import { importTable } from "./importTable";

const datasetOf = (columns: readonly Column[], held: number): Dataset => ({
  id: "t",
  name: "t",
  source: "",
  licence: "",
  rows: held,
  held,
  columns,
  moments: noMoments(0),
  colour: "",
  target: "",
  notes: [],
});

/** Text as the importer holds it: no spaces around, \n for line ends, and saying something that is not a number. */
const tableText = fc
  .oneof(fc.string({ unit: "binary", maxLength: 12 }), fc.stringMatching(/^['=+\-@#",;|\n\t a-z<]{1,8}$/))
  .map((text) => text.replace(/\r\n?/g, "\n").trim())
  .filter(
    (text) =>
      readCell(text, ".").kind === "text" &&
      readCell(text, ",").kind === "text" &&
      new TextDecoder().decode(new TextEncoder().encode(text)) === text,
  )
  // NUL in a file means that it is binary.
  .filter((text) => ![...text].some((c) => c < " " && c !== "\n" && c !== "\t"));
const name = tableText.filter((text) => !/^(id|ids|idx|index|no|nr|rows?|rowid|rownames)$/i.test(text));
const table = fc
  .record({ numbers: fc.integer({ min: 1, max: 3 }), texts: fc.nat(2), rows: fc.integer({ min: 2, max: 8 }) })
  .chain(({ numbers, texts, rows }) => {
    const column = (values: fc.Arbitrary<unknown>) => fc.array(values, { minLength: rows, maxLength: rows });
    return fc.record({
      names: fc.uniqueArray(name, { minLength: numbers + texts, maxLength: numbers + texts }),
      numbers: fc.tuple(
        ...Array.from(
          { length: numbers },
          () => column(fc.double({ noNaN: true, noDefaultInfinity: true })) as fc.Arbitrary<number[]>,
        ),
      ),
      texts: fc.tuple(...Array.from({ length: texts }, () => column(tableText) as fc.Arbitrary<string[]>)),
    });
  });

describe("exportCsv", () => {
  it("guards text that a spreadsheet would run, and leaves numbers as they are", () => {
    const label = (values: string[]): Column => ({ kind: "label", name: "=x", values });
    const values = ["=1+1", "+a", "-b", "@SUM(A1)", "\tt", "\rr", "-5", "+1e3", "plain", 'say "hi"'];
    const csv = exportCsv(
      datasetOf(
        [label(values), { kind: "number", name: "v", values: Float64Array.of(...values.map((_, i) => -i)) }],
        10,
      ),
    );
    expect(csv.split("\n").slice(0, 6)).toEqual(["'=x,v", "'=1+1,0", "'+a,-1", "'-b,-2", "'@SUM(A1),-3", "'\tt,-4"]);
    expect(csv).toContain('"\'\rr",-5\n-5,-6\n+1e3,-7\nplain,-8\n"say ""hi""",-9\n');
  });

  it("any table of finite numbers and text comes back the same", async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ names, numbers, texts }) => {
        const columns: Column[] = [
          ...texts.map((values, j): Column => ({ kind: "label", name: names[j]!, values })),
          ...numbers.map(
            (values, j): Column => ({
              kind: "number",
              name: names[texts.length + j]!,
              values: Float64Array.from(values, (value) => value + 0),
            }),
          ),
        ];
        const held = numbers[0]!.length;
        const back = await importTable(exportCsv(datasetOf(columns, held)), { name: "back" });
        const plain = back.columns.map((column) =>
          column.kind === "category"
            ? { kind: "label", name: column.name, values: Array.from(column.codes, (code) => column.levels[code]) }
            : column,
        );
        expect(plain).toEqual(columns);
      }),
      { numRuns: 100 },
    );
  }, 30_000);

  it("with a mask only the rows that it means, which read back as those", async () => {
    const data = await importTable("a,k\n1,x\n2,y\n3,x\n4,\n", { name: "t" });
    expect(exportCsv(data, Uint8Array.of(0, 1, 0, 1))).toBe("a,k\n2,y\n4,\n");
    // A mask from before rows were added means none of them.
    expect(exportCsv(data, Uint8Array.of(1))).toBe("a,k\n1,x\n");
    expect(exportCsv(data, null)).toBe(exportCsv(data));
  });
});
