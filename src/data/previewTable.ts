/** What a file looks like before it is read: its first rows, and what each column would be taken for. */
import { firstBytes } from "./import/bytes";
import type { DecimalMark } from "./import/cell";
import type { Delimiter } from "./import/delimiter";
import { detectEncoding, type Encoding } from "./import/encoding";
import { detectLayout } from "./import/layout";
import type { ColumnRole, ImportOptions } from "./import/options";
import { looksLikeRecords, tableOfRecords } from "./import/records";
import { createRowReader } from "./import/rowReader";
import { fits } from "./import/rowShape";

export interface PreviewColumn {
  readonly name: string;
  /** What it is taken for; 'text' becomes a category or a label once all its values are known, 'empty' is left out. */
  readonly role: ColumnRole | "text" | "empty";
}

export interface Preview {
  readonly columns: readonly PreviewColumn[];
  /** The first rows of data, as wide as the table. */
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: Delimiter;
  readonly decimal: DecimalMark;
  readonly header: boolean;
  readonly encoding: Encoding;
  /** Whether these are records in JSON, whose delimiter is none to choose. */
  readonly json: boolean;
  readonly bytes: number;
  /** Whether the table is so small that reading it is quicker than asking. */
  readonly small: boolean;
}

const SNIFFED = 2 ** 20;
const ROWS = 20;
/** Beyond either a reader wants to see first what is being read. */
const SMALL = { rows: 2000, columns: 50 };

/**
 * Looks at the first megabyte, as `importTable` does, and reads no further (JSON is read whole). Throws ImportError for what can be no
 * table. O(2²⁰).
 */
export async function previewTable(input: Blob | string, options: ImportOptions): Promise<Preview> {
  const file = typeof input === "string" ? new Blob([input]) : input;
  const prefix = await firstBytes(file, SNIFFED);
  const { encoding } = detectEncoding(prefix);
  if (looksLikeRecords(new TextDecoder(encoding).decode(prefix.subarray(0, 200)))) {
    const { csv } = await tableOfRecords(file, (bytes) => new TextDecoder(encoding).decode(bytes));
    return { ...(await previewTable(csv, { ...options, delimiter: ",", decimal: ".", header: true })), json: true };
  }
  const whole = prefix.length === file.size;
  const text = new TextDecoder(encoding).decode(prefix, { stream: !whole });
  const { columns, delimiter, decimal, header, skip } = detectLayout(text, whole, options);
  const { rows, count } = dataRows(text, delimiter, whole, skip, columns.length);
  return {
    columns: columns.map(({ name, kind }) => ({ name, role: kind })),
    rows,
    delimiter,
    decimal,
    header: header.present,
    encoding,
    json: false,
    bytes: file.size,
    small: whole && count < SMALL.rows && columns.length < SMALL.columns,
  };
}

function dataRows(text: string, delimiter: Delimiter, whole: boolean, skip: number, width: number) {
  const rows: (readonly string[])[] = [];
  let before = skip;
  let count = 0;
  const reader = createRowReader(delimiter, (cells) => {
    if (before > 0) before--;
    else if (fits(cells, width)) {
      count++;
      if (rows.length < ROWS) rows.push(cells.slice(0, width));
    }
  });
  reader.push(text);
  if (whole) reader.end();
  return { rows, count };
}
