import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ImportError } from "../import/importError";
import { importSummary } from "./importSummary";
import { isSummary } from "./isSummary";

const readme = readFileSync(join(import.meta.dirname, "README.md"), "utf8");
const EXAMPLE = /```json\n([\s\S]*?)```/.exec(readme)?.[1] as string;
const read = (text: string) => importSummary(text, { name: "file.json" });
const refusal = async (text: string): Promise<ImportError> => {
  const reason = await read(text).catch((e: unknown) => e);
  expect(reason).toBeInstanceOf(ImportError);
  return reason as ImportError;
};
/** The example with other fields. */
const changed = (fields: object) => JSON.stringify({ ...JSON.parse(EXAMPLE), ...fields });

describe("a summary file", () => {
  it("opens as the README's example says", async () => {
    const found = await read(EXAMPLE);
    expect(found).toMatchObject({ name: "three", rows: 3, held: 2, colour: "kind" });
    expect([...found.moments.comoment]).toEqual([2, 7, 7, 26]);
    expect(found.columns[2]).toMatchObject({ levels: ["a"], codes: Int32Array.of(0, -1) });
    expect(found.notes[0]?.text).toBe("Made by Copy as Dask from 3 rows; the points are a sample of 2.");
    expect(found.id).toBe((await read(EXAMPLE)).id);
    expect(found.id).not.toBe((await read(changed({ dropped: 1 }))).id);
  });

  it("is told from a table by its first bytes", async () => {
    expect(await isSummary(new Blob([EXAMPLE]))).toBe(true);
    expect(await isSummary(`\uFEFF  ${EXAMPLE}`)).toBe(true);
    expect(await isSummary('a,b\n1,"eigenscope-summary"\n')).toBe(false);
    expect(await isSummary('[{"a":1}]')).toBe(false);
  });

  it.each([
    [{ format: "other" }, "format"],
    [{ version: "1" }, "version"],
    [{ version: 2 }, "version 2"],
    [{ rows: 1 }, "rows"],
    [{ rows: 2.5 }, "rows"],
    [{ columns: [] }, "columns"],
    [{ columns: [{ name: "x", kind: "matrix" }] }, "columns[0].kind"],
    [{ columns: ["x", "x", "k"].map((name) => ({ name, kind: "number" })) }, "no name comes twice"],
    [{ mean: [2] }, "mean"],
    [{ mean: [2, "5"] }, "entry 2 of mean"],
    [{ comoment: [2, 7, 26] }, "comoment"],
    [{ comoment: [-2, 7, 7, 26] }, "comoment of x with itself"],
    [{ comoment: [2, 7, 6, 26] }, "same in both orders"],
    [{ comoment: [2, 8, 8, 26] }, "comoment of x and y"],
    [{ sample: { rows: 4, columns: [] } }, "sample.rows"],
    [{ sample: { rows: 2, columns: [[1, 3], [2], ["a", "b"]] } }, "sample of y"],
    [{ sample: { rows: 1, columns: [[1], [2], [3]] } }, "sample of kind"],
    [{ colour: "x" }, "colour"],
  ])("is refused with %j", async (fields, words) => {
    expect((await refusal(changed(fields))).message).toContain(words);
  });

  it("is refused where a number overflows, and where it is cut short", async () => {
    expect((await refusal(EXAMPLE.replace("[2, 5]", "[2, 1e999]"))).message).toContain("entry 2 of mean");
    expect((await refusal(EXAMPLE.slice(0, 200))).message).toContain("broken JSON");
    expect((await refusal(EXAMPLE.replace("[2, 5],", "[2, 5]"))).line).toBe(4);
  });

  it("takes no harm from keys of the prototype", async () => {
    const found = await read(EXAMPLE.replace('"version"', '"__proto__": { "rows": 9 }, "version"'));
    expect(found.rows).toBe(3);
    expect(({} as { rows?: number }).rows).toBeUndefined();
  });
});
