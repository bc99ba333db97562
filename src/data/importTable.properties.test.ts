import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { REFUSAL } from "../../tests/support/nextStep";
import { numberColumns } from "./columns";
import { ImportError, type ImportOptions, importTable } from "./importTable";

/** PROPERTY_RUNS in place of the usual number. */
const RUNS = (usual: number) => Number(process.env.PROPERTY_RUNS ?? usual);

/** A line that is named is one of the file. */
async function expectLine(input: Blob | string, reason: ImportError): Promise<void> {
  const { line } = reason;
  if (line === undefined) return;
  const text = typeof input === "string" ? input : await input.text();
  expect(Number.isInteger(line) && line >= 1).toBe(true);
  // UTF-16 has its line ends, too, and lines of a single \r count.
  expect(line).toBeLessThanOrEqual(text.split(/\r\n?|\n/).length);
}

/** Whatever the input: a dataset whose parts agree, or a refusal in words. */
async function holds(input: Blob | string, options: Partial<ImportOptions> = {}): Promise<void> {
  try {
    const { rows, held, columns, moments, notes } = await importTable(input, { name: "any", ...options });
    const numbers = numberColumns({ columns } as Parameters<typeof numberColumns>[0]);
    expect(rows).toBeGreaterThanOrEqual(2);
    expect(held).toBe(rows);
    expect([moments.n, moments.mean.length]).toEqual([rows, numbers.length]);
    for (const column of columns) {
      expect((column.kind === "category" ? column.codes : column.values).length).toBe(held);
      if (column.kind === "number") expect(column.values.every(Number.isFinite)).toBe(true);
    }
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
    for (const { text } of notes) expect(text).toMatch(/\.$/);
  } catch (reason) {
    if (!(reason instanceof ImportError)) throw reason;
    expect(reason.message).toMatch(REFUSAL);
    await expectLine(input, reason);
  }
}

it("arbitrary bytes give a dataset or an ImportError", () =>
  fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), (bytes) => holds(new Blob([bytes as BlobPart]))),
    {
      numRuns: RUNS(300),
    },
  ));

it("so does text made of what CSV files are made of", () => {
  const piece = fc.constantFrom(
    ..."0 1 2.5 -3 1e999 NA a b , , ; \t | \n \n \r\n \" ' # . - é".split(" "),
    " ",
    "__proto__",
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));
  return fc.assert(
    fc.asyncProperty(text, (any) => holds(any)),
    { numRuns: RUNS(500) },
  );
});

it("so does a small table, whatever its columns are said to be", () => {
  const cell = fc.constantFrom("1", "2.5", "a", "", "1,5", "x y");
  const role = fc.constantFrom("number", "category", "label", "one-hot", "ignored" as const);
  const said = fc.dictionary(fc.constantFrom("p", "q"), role).map((roles) => new Map(Object.entries(roles)));
  const options = fc.record(
    { roles: said, header: fc.boolean(), missing: fc.constantFrom("drop", "mean"), decimal: fc.constantFrom(".", ",") },
    { requiredKeys: ["roles"] },
  );
  return fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), options, (rows, chosen) =>
      holds(["p;q", ...rows.map((cells) => cells.join(";"))].join("\n"), chosen as Partial<ImportOptions>),
    ),
    { numRuns: RUNS(300) },
  );
});

const folder = new URL("../../fixtures/csv/", import.meta.url);
const good: readonly Uint8Array[] = [
  ...readdirSync(folder)
    .filter((name) => !name.endsWith(".json"))
    .map((name) => readFileSync(new URL(name, folder)).subarray(0, 4000)),
  ...[
    '[{"a": 1, "b": "x"}, {"a": 2.5, "b": null}, {"a": 1e999, "c": true}]',
    '{"a": 1, "b": "x"}\n{"a": 2, "b": "y"}\n{"a": 3, "b": "z"}\n',
    "length,mass,day\ncm,kg,\n1,2,2024-05-01\n3,4,01/05/2024\n5,6,5 May 2024\n",
    "price;share;ok\n$1,234;12 %;yes\n1,5;3 %;no\n2,5;4 %;T\n",
  ].map((text) => new TextEncoder().encode(text)),
];

it("so does any good file with bytes changed, put in, taken out or cut off", () => {
  const byte = fc.oneof(fc.nat(255), fc.constantFrom(...Uint8Array.from(Buffer.from('\0\n\r",;\t|{}[]:1.'))));
  const change = fc.record({ at: fc.nat(4000), taken: fc.nat(3), put: fc.array(byte, { maxLength: 3 }) });
  const mutated = fc
    .record({ file: fc.constantFrom(...good), changes: fc.array(change, { maxLength: 6 }), end: fc.nat(8000) })
    .map(({ file, changes, end }) => {
      const bytes = [...file];
      for (const { at, taken, put } of changes) bytes.splice(at % (bytes.length + 1), taken, ...put);
      return Uint8Array.from(bytes.slice(0, end));
    });
  return fc.assert(
    fc.asyncProperty(mutated, (bytes) => holds(new Blob([bytes]))),
    { numRuns: RUNS(500) },
  );
});

it("so do records of JSON with anything in them", () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 })), { maxLength: 5 }), (records) =>
      holds(JSON.stringify(records, null, records.length % 3)),
    ),
    { numRuns: RUNS(300) },
  ));

it("so do lines of a megabyte and more, quoted, bare or of one sign", async () => {
  for (const sign of ["1", "a", ",", '"', " ", "\n", "[", "{", "\0", "#", "-", "'"]) {
    await holds(sign.repeat(1_200_000));
    await holds(`x,y\n1,2\n3,${sign.repeat(1_200_000)}\n5,6\n`);
  }
}, 120_000);

it("no header or cell reaches Object.prototype", async () => {
  await importTable("__proto__,constructor,polluted\n1,__proto__,x\n2,toString,y\n3,__proto__,x\n", {
    name: "__proto__",
  });
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
