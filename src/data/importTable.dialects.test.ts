/** One table in every spelling that programs write: separator, decimal mark, quotes, line ends, encoding. It reads as the same table. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Column } from "./dataset";
import { importTable } from "./importTable";

const NAMES = ["price", "weight", "species", "day", "sold"];
const row = fc.tuple(
  fc.integer({ min: -99_999, max: 99_999 }),
  fc.integer({ min: -99_999, max: 99_999 }),
  fc.constantFrom("setosa", "naïve, or so", 'say "x"', "a;b\tc|d", "two\nlines"),
  fc.constantFrom("2024-05-01", "01/05/2024", "5 May 2024", "2024-05-01T12:30:00Z", "12:30"),
  fc.constantFrom("true", "false"),
);
const dialect = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  comma: fc.boolean(),
  end: fc.constantFrom("\n", "\r\n", "\r"),
  everywhere: fc.boolean(),
  encoding: fc.constantFrom("utf-8", "bom", "utf-16le", "utf-16be"),
  last: fc.boolean(),
});

function bytesOf(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  if (encoding === "bom") return new TextEncoder().encode(`\uFEFF${text}`);
  const marked = `\uFEFF${text}`;
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let i = 0; i < marked.length; i++) view.setUint16(2 * i, marked.charCodeAt(i), encoding === "utf-16le");
  return new Uint8Array(view.buffer);
}

const textsOf = (column: Column): readonly unknown[] =>
  column.kind === "category" ? Array.from(column.codes, (code) => column.levels[code]) : [...column.values];

it("reads the same from every dialect", () =>
  fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 3, maxLength: 12 }), dialect, async (rows, how) => {
      const mark = how.comma && how.delimiter !== "," ? "," : ".";
      const cell = (text: string) =>
        how.everywhere || /[",;\t|\n]/.test(text) ? `"${text.replaceAll('"', '""').replaceAll("\n", how.end)}"` : text;
      const number = (hundredths: number) => cell((hundredths / 100).toFixed(2).replace(".", mark));
      const lines = rows.map(([a, b, ...texts]) => [number(a), number(b), ...texts.map(cell)].join(how.delimiter));
      const text = [NAMES.map(cell).join(how.delimiter), ...lines].join(how.end) + (how.last ? how.end : "");
      const { columns, notes } = await importTable(new Blob([bytesOf(text, how.encoding)]), { name: "t" });
      expect(columns.map(({ name }) => name)).toEqual(NAMES);
      const expected = NAMES.map((_, j) => rows.map((cells) => (j < 2 ? (cells[j] as number) / 100 + 0 : cells[j])));
      expect(columns.map(textsOf)).toEqual(expected);
      expect(columns.map(({ kind }) => kind === "number")).toEqual([true, true, false, false, false]);
      const codes = notes.map(({ code }) => code);
      expect(codes).toContain("dates");
      expect(codes).toContain("booleans");
    }),
    { numRuns: 200 },
  ));
