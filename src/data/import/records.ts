/** JSON as a table: an array of records, or one record on each line. It becomes rows of CSV, so that one reader judges cells. */
import { ImportError } from "./importError";
import { jsonKeys } from "./jsonKeys";

/** JSON can only be read whole; beyond this it would not fit into memory beside what is made of it. */
const LARGEST = 100e6;

/** Whether a text begins as records in JSON do. */
export const looksLikeRecords = (prefix: string): boolean => /^\uFEFF?\s*(\[\s*[{\]]|\{\s*["}])/.test(prefix);

export interface RecordTable {
  /** A header and one line for each record. */
  readonly csv: Blob;
  readonly records: number;
}

/**
 * Columns are the keys of all records, in the order in which they first come; a key that a record lacks, like null, is no value.
 * Throws ImportError where the text is no JSON, or holds anything but records of numbers, texts, true, false and null. O(text).
 */
export async function tableOfRecords(file: Blob, decode: (bytes: ArrayBuffer) => string): Promise<RecordTable> {
  if (file.size > LARGEST)
    refuse(
      `JSON is read whole, up to 100 MB; this file has ${Math.round(file.size / 1e6)}. Save the table as CSV, which is read piece by piece.`,
    );
  const text = decode(await file.arrayBuffer()).replace(/^\uFEFF/, "");
  const { records, within } = recordsOf(text);
  const names = namesOf(records, within, text);
  if (names.size === 0)
    refuse('The JSON holds no record with a value. Write it as a list such as [{"x": 1, "y": 2}, …].');
  const lines = records.map((record, i) => {
    const cells = Array.from({ length: names.size }, () => "");
    for (const [key, value] of Object.entries(record)) {
      if (typeof value === "object" && value !== null) refusePart(value, key, i, lineOfPart(text, within, key));
      cells[names.get(key) as number] = cellOf(value);
    }
    return `${cells.join(",")}\n`;
  });
  return { csv: new Blob([`${[...names.keys()].map(quoted).join(",")}\n`, ...lines]), records: records.length };
}

/** Each key's place. The text is asked, since an object puts the keys that are whole numbers first; no further than to the last new key. */
function namesOf(records: readonly JsonRecord[], within: string, text: string): ReadonlyMap<string, number> {
  const all = new Set(records.flatMap(Object.keys));
  const names = new Map<string, number>();
  for (const found of jsonKeys(text)) {
    if (names.size === all.size) break;
    if (found.within === within && !names.has(found.key)) names.set(found.key, names.size);
  }
  return names;
}

type JsonRecord = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** With the brackets that are open around each record's keys. */
function recordsOf(text: string): { readonly records: readonly JsonRecord[]; readonly within: string } {
  const lines = text.split("\n");
  const many = lines.filter((line) => line.trim() !== "").length > 1;
  // Records on lines of their own are many documents, of which the first alone is already whole.
  if (text.trimStart().startsWith("{") && many && parses(lines.find((line) => line.trim() !== "") ?? ""))
    return {
      records: lines.flatMap((line, k) =>
        line.trim() === "" ? [] : [recordAt(parse(line, k), `line ${k + 1}`, k + 1)],
      ),
      within: "{",
    };
  const whole = parse(text, 0);
  const { list, within } = isRecord(whole) ? onlyList(whole) : { list: whole, within: "[{" };
  if (!Array.isArray(list))
    refuse('The JSON is not a list of records. Write it as a list such as [{"x": 1, "y": 2}, …].');
  return { records: (list as readonly unknown[]).map((value, k) => recordAt(value, `record ${k + 1}`)), within };
}

/** As many services answer: an object of which one part is the list. Else the object is the only record. */
function onlyList(whole: JsonRecord) {
  const lists = Object.values(whole).filter(Array.isArray);
  return lists.length === 1 ? { list: lists[0] as unknown, within: "{[{" } : { list: [whole], within: "{" };
}

function recordAt(value: unknown, where: string, line?: number): JsonRecord {
  if (isRecord(value)) return value;
  return refuse(
    `${where[0]?.toUpperCase()}${where.slice(1)} of the JSON is ${kindOf(value)} and not a record. Write every entry like {"x": 1, "y": 2}.`,
    line,
  );
}

function parses(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

function parse(text: string, linesBefore: number): unknown {
  try {
    return JSON.parse(text);
  } catch (reason) {
    const message = reason instanceof Error ? reason.message : "";
    const at = Number(/at position (\d+)/.exec(message)?.[1] ?? text.length);
    const before = text.slice(0, at).split("\n");
    const line = linesBefore + before.length;
    const what = at >= text.trimEnd().length ? "ends too early" : "stops making sense";
    throw new ImportError(
      "bad-json",
      `The JSON ${what} on line ${line}, character ${(before.at(-1)?.length ?? 0) + 1}. Look for a comma, a quote or a bracket that is missing there.`,
      line,
    );
  }
}

function cellOf(value: unknown): string {
  if (value === null) return "";
  return typeof value === "string" ? quoted(value) : String(value);
}

function refusePart(value: object, key: string, record: number, line: number | undefined): never {
  const where = line === undefined ? "" : `, on line ${line},`;
  return refuse(
    `In record ${record + 1} of the JSON${where} “${key}” holds ${kindOf(value)}, and a table has one number or one text in each cell. Take that part out, or give its parts keys of their own.`,
    line,
    key,
  );
}

/** The first of the key's values that is no cell: records before it had none. */
function lineOfPart(text: string, within: string, key: string): number | undefined {
  for (const found of jsonKeys(text))
    if (found.key === key && found.within === within && /^\s*[{[]/.test(text.slice(found.at, found.at + 1000)))
      return text.slice(0, found.at).split("\n").length;
  return undefined;
}

const kindOf = (value: unknown) =>
  Array.isArray(value)
    ? "a list"
    : value === null
      ? "null"
      : typeof value === "object"
        ? "a record"
        : `a ${typeof value}`;

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

function refuse(message: string, line?: number, cell?: string): never {
  throw new ImportError("bad-json", message, line, cell);
}
