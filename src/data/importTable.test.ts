import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { featureMoments, numberColumns } from "./columns";
import type { Column, Dataset } from "./dataset";
import { ImportError, importTable } from "./importTable";

interface ManifestCase {
  readonly file: string;
  readonly status: "ok" | "warn" | "error";
  readonly why: string;
  readonly expect: {
    readonly header?: readonly string[];
    readonly rows?: number;
    readonly rowsRead?: number;
    readonly rowsUsed?: number;
    readonly rowsDropped?: number;
    readonly columns?: number;
    readonly numericColumns?: readonly string[] | number;
    readonly labelColumns?: readonly string[];
    readonly sums?: readonly number[];
    readonly cells?: Readonly<Record<string, string>>;
    readonly warnings?: readonly string[];
    readonly warnLines?: readonly number[];
    readonly code?: string;
  };
}

const FOLDER = join(import.meta.dirname, "../../fixtures/csv");
const { cases } = JSON.parse(readFileSync(join(FOLDER, "manifest.json"), "utf8")) as { cases: ManifestCase[] };
const load = (file: string) => importTable(new Blob([readFileSync(join(FOLDER, file))]), { name: file });
/** The manifest's codes are ours in capitals. */
const code = (theirs: string) => theirs.toLowerCase().replaceAll("_", "-");

const textOf = (column: Column, row: number): string => {
  if (column.kind === "number") return String(column.values[row]);
  return (column.kind === "label" ? column.values[row] : column.levels[column.codes[row]!]) ?? "";
};
const warnings = ({ notes }: Dataset) => notes.filter(({ kind }) => kind === "warn");

describe("every file of the manifest", () => {
  it("is a case here", () => expect(cases).toHaveLength(34));

  for (const { file, status, why, expect: wanted } of cases) {
    if (status === "error") {
      it(`${file} is refused: ${why}`, async () => {
        const error = await load(file).catch((reason: unknown) => reason);
        expect(error).toBeInstanceOf(ImportError);
        expect((error as ImportError).code).toBe(code(wanted.code!));
        expect((error as ImportError).message).toMatch(/^[A-Z].*\.$/);
      });
      continue;
    }
    it(`${file}: ${why}`, async () => {
      const dataset = await load(file);
      const numbers = numberColumns(dataset);
      const names = dataset.columns.map(({ name }) => name);
      const codes = warnings(dataset).map((note) => note.code);
      if (wanted.header) expect(names).toEqual(wanted.header);
      const rows = wanted.rows ?? wanted.rowsUsed;
      if (rows !== undefined) expect([dataset.rows, dataset.held]).toEqual([rows, rows]);
      if (wanted.columns !== undefined) expect(names).toHaveLength(wanted.columns);
      if (typeof wanted.numericColumns === "number") expect(numbers).toHaveLength(wanted.numericColumns);
      else if (wanted.numericColumns) expect(numbers.map(({ name }) => name)).toEqual(wanted.numericColumns);
      if (wanted.labelColumns) {
        expect(dataset.columns.filter(({ kind }) => kind !== "number").map(({ name }) => name)).toEqual(
          wanted.labelColumns,
        );
      }
      wanted.sums?.forEach((sum, j) => {
        expect(numbers[j]!.values.reduce((a, b) => a + b, 0)).toBeCloseTo(sum, 10);
        expect(dataset.moments.mean[j]! * dataset.moments.n).toBeCloseTo(sum, sum > 1e20 ? -12 : 10);
      });
      for (const [at, text] of Object.entries(wanted.cells ?? {})) {
        const [row = 0, column = 0] = at.split(",").map(Number);
        expect(textOf(dataset.columns[column]!, row)).toBe(text);
      }
      if (status === "ok") expect(codes).toEqual([]);
      for (const warning of wanted.warnings ?? []) expect(codes).toContain(code(warning));
      const said = warnings(dataset)
        .map(({ text }) => text)
        .join(" ");
      for (const line of wanted.warnLines ?? []) expect(said).toMatch(new RegExp(`lines? [\\d, and]*\\b${line}\\b`));
      if (wanted.rowsDropped !== undefined) expect(said).toContain(`${wanted.rowsDropped} of ${wanted.rowsRead} rows`);
      expect(featureMoments(dataset, names).n).toBe(dataset.rows);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    });
  }
});
