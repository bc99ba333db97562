import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REFUSAL } from "../../../tests/support/nextStep";
import { type Matrix, momentsOf } from "../../math";
import { ImportError } from "../import/importError";
import { importSummary } from "./importSummary";
import { isSummary } from "./isSummary";

const readme = readFileSync(join(import.meta.dirname, "README.md"), "utf8");
const EXAMPLE = /```json\n([\s\S]*?)```/.exec(readme)?.[1] as string;
const read = (text: string) => importSummary(text, { name: "My file.json" });
const refusal = async (text: string): Promise<ImportError> => {
  const reason = await read(text).catch((e: unknown) => e);
  expect(reason).toBeInstanceOf(ImportError);
  expect((reason as ImportError).message).toMatch(REFUSAL);
  return reason as ImportError;
};
/** The example with other fields. */
const changed = (fields: object) => JSON.stringify({ ...JSON.parse(EXAMPLE), ...fields });
const sampleOf = (...columns: unknown[]) => ({ sample: { rows: 2, columns } });
const numberColumns = (names: readonly string[]) => names.map((name) => ({ name, kind: "number" }));

describe("a summary file", () => {
  it("opens as the README's example says", async () => {
    const found = await read(EXAMPLE);
    expect(found).toMatchObject({ name: "three", source: "by hand", rows: 3, held: 2, colour: "kind" });
    expect([...found.moments.mean]).toEqual([2, 5]);
    expect([...found.moments.comoment]).toEqual([2, 7, 7, 26]);
    expect(found.columns[2]).toMatchObject({ levels: ["a"], codes: Int32Array.of(0, -1) });
    expect(found.notes.map(({ text }) => text)).toEqual([
      "Made by Copy as Dask from 3 rows; the points are a sample of 2.",
    ]);
  });

  it("is named by its contents, as a table is", async () => {
    const { id } = await read(EXAMPLE);
    expect(id).toMatch(/^file:my-file:[0-9a-f]{16}$/);
    expect((await read(EXAMPLE)).id).toBe(id);
    expect((await read(changed({ dropped: 1 }))).id).not.toBe(id);
    expect((await importSummary(EXAMPLE, { name: "a", id: "given" })).id).toBe("given");
  });

  it("says what was dropped", async () => {
    expect((await read(changed({ dropped: 1 }))).notes[1]).toMatchObject({ kind: "warn", text: /^1 row was dropped/ });
    expect((await read(changed({ dropped: 1200 }))).notes[1]?.text).toMatch(/^1,200 rows were dropped/);
  });

  it("is told from a table by its first bytes", async () => {
    expect(await isSummary(new Blob([EXAMPLE]))).toBe(true);
    expect(await isSummary(`\uFEFF  ${EXAMPLE}`)).toBe(true);
    expect(await isSummary('{ "format": "eigenscope-sumary" }')).toBe(true);
    expect(await isSummary('a,b\n1,"eigenscope-summary"\n')).toBe(false);
    expect(await isSummary('[{"a":1}]')).toBe(false);
    expect(await isSummary('{"a":1}\n{"a":2}\n')).toBe(false);
  });

  it("is told wherever it says its format, on one line too", async () => {
    const { format, ...others } = JSON.parse(EXAMPLE);
    // As jq -cS and other writers of sorted keys would: the format stands behind megabytes.
    const late = { about: "{".repeat(9000), ...others, format };
    for (const text of [JSON.stringify(late), JSON.stringify(late, null, 2), EXAMPLE.replaceAll("\n", "")]) {
      expect(await isSummary(text)).toBe(true);
      expect(await isSummary(new File([text], "Pasted table"))).toBe(true);
      expect((await read(text)).rows).toBe(3);
    }
    const records = { about: "x".repeat(9000), rows: [{ format, x: 1 }] };
    expect(await isSummary(JSON.stringify(records))).toBe(false);
    expect(await isSummary(JSON.stringify({ ...records, format: "other" }))).toBe(false);
  });

  it.each([
    [{ format: "eigenscope-sumary" }, "format must be"],
    [{ version: "1" }, "version must be"],
    [{ version: 2 }, "has version 2; this page reads version 1"],
    [{ name: 3 }, "name must be text"],
    [{ rows: 1 }, "rows must be a whole number of at least 2"],
    [{ rows: 2.5 }, "rows must be"],
    [{ dropped: -1 }, "dropped must be"],
    [{ columns: {} }, "columns must be a list"],
    [{ columns: [] }, "at least one number column"],
    [{ columns: [{ name: "x", kind: "matrix" }] }, "columns[0].kind must be"],
    [{ columns: numberColumns(["x", "x", "k"]) }, "no name comes twice"],
    [{ columns: numberColumns(Array.from({ length: 1001 }, (_, i) => `x${i}`)) }, "at most 1000"],
    [{ mean: [2] }, "mean must be a list of 2 entries"],
    [{ mean: [2, "5"] }, "entry 2 of mean"],
    [{ comoment: [2, 7, 26] }, "comoment must be a list of 4 entries"],
    [{ comoment: [-2, 7, 7, 26] }, "comoment of x with itself"],
    [{ comoment: [2, 7, 6, 26] }, "comoment of x and y must be the same in both orders"],
    [{ comoment: [2, 8, 8, 26] }, "comoment of x and y must be no larger"],
    [{ sample: [] }, "sample must be an object"],
    [{ sample: { rows: 4, columns: [] } }, "sample.rows must be a whole number from 1 to 3"],
    [{ rows: 1e6, sample: { rows: 50_001, columns: [] } }, "sample.rows must be a whole number from 1 to 50000"],
    [sampleOf([1, 3], [2, 9]), "sample.columns must be a list of 3 entries"],
    [sampleOf([1, 3], [2], ["a", "b"]), "the sample of y must be a list of 2 entries"],
    [sampleOf([1, null], [2, 9], ["a", "b"]), "entry 2 of the sample of x"],
    [sampleOf([1, 3], [2, 9], ["a", 4]), "entry 2 of the sample of kind"],
    [sampleOf([1, 4], [2, 9], ["a", "b"]), "the sample of x must be rows of the table"],
    [
      {
        sample: {
          rows: 3,
          columns: [
            [1, 2, 2],
            [2, 4, 9],
            ["", "", ""],
          ],
        },
      },
      "since it holds them all",
    ],
    [{ colour: "x" }, "colour must be the name of a category column"],
  ])("is refused with %j", async (fields, words) => {
    const { message } = await refusal(changed(fields));
    expect(message).toContain(words);
    expect(message).toMatch(/^[A-Z].*\.$/);
  });

  it("is refused where each pair of columns agrees and three do not", async () => {
    const columns = numberColumns(["x", "y", "z"]);
    const sample = { rows: 1, columns: [[0], [0], [0]] };
    const with3 = (c: number) =>
      changed({ columns, sample, colour: "", mean: [0, 0, 0], comoment: [1, c, c, c, 1, c, c, c, 1] });
    // The eigenvalues are 1 + 2c and 1 − c, twice.
    expect((await read(with3(-0.5))).rows).toBe(3);
    expect((await refusal(with3(-0.51))).message).toContain("positive semidefinite");
  });

  it("is refused where a number overflows, where it is cut short, and with the line where it breaks", async () => {
    expect((await refusal(EXAMPLE.replace("[2, 5]", "[2, 1e999]"))).message).toContain("entry 2 of mean");
    expect((await refusal(EXAMPLE.replace("[2, 5]", "[2, NaN]"))).message).toContain("broken JSON on line 13");
    expect((await refusal('{\n"format": "eigenscope-summary"\n"version": 1}')).line).toBe(3);
    const cut = await refusal(EXAMPLE.split("\n").slice(0, 5).join("\n"));
    expect([cut.line, cut.message]).toEqual([5, expect.stringContaining("cut short")]);
  });

  it("takes no harm from keys of the prototype", async () => {
    const found = await read(EXAMPLE.replace('"version"', '"__proto__": { "rows": 9 }, "version"'));
    expect(found.rows).toBe(3);
    expect(({} as { rows?: number }).rows).toBeUndefined();
    const { __proto__: _, ...rest } = JSON.parse(EXAMPLE);
    expect((await refusal(JSON.stringify(rest).replace('"rows":3', '"__proto__":{"rows":3}'))).message).toContain(
      "rows",
    );
  });
});

/** Rows of any size about any mean, the first of which are the sample. */
const table = fc
  .record({ n: fc.integer({ min: 2, max: 12 }), d: fc.integer({ min: 1, max: 4 }), far: fc.constantFrom(0, 1, 1e8) })
  .chain(({ n, d, far }) =>
    fc.record({
      x: fc
        .array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: n * d, maxLength: n * d })
        .map((values): Matrix => ({ rows: n, cols: d, data: Float64Array.from(values, (v) => v + far) })),
      held: fc.integer({ min: 1, max: n }),
    }),
  );

it("the moments and any part of a table's rows are never refused, and come back to the last bit", () =>
  fc.assert(
    fc.asyncProperty(table, async ({ x, held }) => {
      const { n, mean, comoment } = momentsOf(x);
      const names = Array.from({ length: x.cols }, (_, j) => `x${j}`);
      const columns = names.map((_, j) =>
        Array.from({ length: held }, (_, i) => (x.data[i * x.cols + j] as number) + 0),
      );
      const text = changed({
        rows: n,
        columns: numberColumns(names),
        mean: [...mean],
        comoment: [...comoment],
        sample: { rows: held, columns },
        colour: "",
      });
      const found = await read(text);
      expect([...found.moments.mean].map((v) => v + 0)).toEqual([...mean].map((v) => v + 0));
      expect([...found.moments.comoment].map((v) => v + 0)).toEqual([...comoment].map((v) => v + 0));
      expect(found.columns.map((column) => column.kind === "number" && [...column.values])).toEqual(columns);
    }),
    { numRuns: 200 },
  ));

it("any value in any place, or any cut, gives a dataset or a sentence", () => {
  const fields = Object.keys(JSON.parse(EXAMPLE));
  const damage = fc.oneof(
    fc.tuple(fc.constantFrom(...fields), fc.jsonValue()).map(([field, value]) => changed({ [field]: value })),
    fc.nat(EXAMPLE.length).map((length) => EXAMPLE.slice(0, length)),
    fc.tuple(fc.nat(EXAMPLE.length), fc.string()).map(([at, text]) => EXAMPLE.slice(0, at) + text + EXAMPLE.slice(at)),
  );
  return fc.assert(
    fc.asyncProperty(damage, async (text) => {
      const found = await read(text).catch((reason: unknown) => reason);
      if (!(found instanceof ImportError)) expect(found).toMatchObject({ moments: { n: expect.any(Number) } });
      else expect(found.message).toMatch(REFUSAL);
    }),
    { numRuns: 500 },
  );
});
