/**
 * A CSV file of any length in, a dataset out. The first part of the file is looked at to guess its layout; a pass over the whole
 * file then counts what contradicts the guess, and where the guess was wrong the file is read again under the corrected plan.
 */
import type { Dataset, Note } from "./dataset";
import { assemble } from "./import/assemble";
import { firstBytes } from "./import/bytes";
import { correctedScan } from "./import/correctedScan";
import { detectEncoding, type Encoding } from "./import/encoding";
import { ImportError } from "./import/importError";
import { detectLayout } from "./import/layout";
import { inWords, listInWords } from "./import/lineCount";
import type { ImportOptions, ImportProgress } from "./import/options";
import { shortList } from "./import/outcome";
import { looksLikeRecords, tableOfRecords } from "./import/records";
import { type Scan, scan, WrongEncoding } from "./import/scan";
import type { ScanPlan } from "./import/scanPlan";

export { ImportError, type ImportErrorCode } from "./import/importError";
export type { ColumnRole, ImportOptions, ImportProgress } from "./import/options";
export { SAMPLE } from "./import/tableSink";

const SNIFFED = 2 ** 20;

/**
 * Reads a table from a file, or from pasted text. The same bytes and choices always give the same dataset. Throws ImportError, and
 * nothing else, where they give none. O(bytes) in memory for SAMPLE rows; usually one pass, at most five.
 */
export async function importTable(
  input: Blob | string,
  options: ImportOptions,
  onProgress?: (progress: ImportProgress) => void,
): Promise<Dataset> {
  const file = typeof input === "string" ? new Blob([input]) : input;
  const prefix = await firstBytes(file, SNIFFED);
  const { encoding, guessed } = detectEncoding(prefix);
  if (looksLikeRecords(new TextDecoder(encoding).decode(prefix.subarray(0, 200)))) {
    const { csv, records } = await tableOfRecords(file, (bytes) => new TextDecoder(encoding).decode(bytes));
    const dataset = await importTable(
      csv,
      { ...options, delimiter: ",", decimal: ".", header: true },
      onProgress,
    ).catch(ofRecord);
    return { ...dataset, notes: [recordsNote(records), ...dataset.notes.filter(({ code }) => code !== "format")] };
  }
  const read = createPass(file, onProgress);
  try {
    return await importAs(encoding, guessed);
  } catch (reason) {
    if (!(reason instanceof WrongEncoding)) throw reason;
    return importAs("windows-1252", true);
  }

  async function importAs(as: Encoding, encodingGuessed: boolean): Promise<Dataset> {
    const text = new TextDecoder(as).decode(prefix, { stream: prefix.length < file.size });
    const layout = detectLayout(text, prefix.length === file.size, options);
    let plan: ScanPlan = { ...layout, encoding: as, means: null };
    for (;;) {
      refuseWithoutNumbers(plan);
      const pass: Scan = await read(plan);
      const next = correctedScan(plan, pass.table, options.missing === "mean");
      if (!next) return assemble({ layout, plan, scan: pass, encodingGuessed }, options);
      plan = next;
    }
  }
}

const recordsNote = (records: number): Note => ({
  kind: "note",
  code: "json",
  text: `Read as JSON: ${records.toLocaleString("en")} records, of which the first counts as line 2.`,
});

/** Lines of the CSV that stands in for the records are none of the file's. */
function ofRecord(reason: unknown): never {
  if (!(reason instanceof ImportError) || reason.line === undefined) throw reason;
  throw new ImportError(
    reason.code,
    `Record ${inWords(reason.line - 1)} of the JSON is the first at fault. ${reason.message}`,
  );
}

/** Progress never runs backwards: each further pass adds the file's size to the total. */
function createPass(file: Blob, onProgress?: (progress: ImportProgress) => void) {
  let before = 0;
  return async (plan: ScanPlan): Promise<Scan> => {
    const start = before;
    const total = start + file.size;
    const pass = await scan(file, plan, (bytes, rows) => {
      before = start + bytes;
      onProgress?.({ bytes: before, total, rows });
    });
    before = total;
    return pass;
  };
}

function refuseWithoutNumbers({ columns }: ScanPlan): void {
  if (columns.some(({ kind }) => kind === "number")) return;
  const names = columns.map(({ name }) => name);
  const said = columns.some(({ fixed }) => fixed === "said");
  const next = said
    ? "Read at least one of them as numbers"
    : "Check the delimiter and the decimal mark, or choose a file with at least one column of numbers";
  throw new ImportError(
    "no-numeric-columns",
    `No column ${said ? "is read as" : "holds"} numbers (found: ${listInWords(shortList(names))}). ${next}.`,
  );
}
