import fc from "fast-check";
import { expect, it } from "vitest";
import { numberColumns } from "./columns";
import { ImportError, importTable } from "./importTable";

/** Whatever the input: a dataset whose parts agree, or a refusal in words. */
async function holds(input: Blob | string): Promise<void> {
  try {
    const { rows, held, columns, moments, notes } = await importTable(input, { name: "any" });
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
    expect(reason.message).toMatch(/^[A-Z][\s\S]*\.$/);
  }
}

it("arbitrary bytes give a dataset or an ImportError", () =>
  fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), (bytes) => holds(new Blob([bytes as BlobPart]))),
    {
      numRuns: 300,
    },
  ));

it("so does text made of what CSV files are made of", () => {
  const piece = fc.constantFrom(
    ..."0 1 2.5 -3 1e999 NA a b , , ; \t | \n \n \r\n \" ' # . - é".split(" "),
    " ",
    "__proto__",
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));
  return fc.assert(fc.asyncProperty(text, holds), { numRuns: 500 });
});

it("no header or cell reaches Object.prototype", async () => {
  await importTable("__proto__,constructor,polluted\n1,__proto__,x\n2,toString,y\n3,__proto__,x\n", {
    name: "__proto__",
  });
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
