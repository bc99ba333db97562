/** One pass over the whole file under a given plan. */
import { pieces } from "./bytes";
import { createDecoder } from "./encoding";
import { createHash, type Hash } from "./fnv1a";
import { createLineCount, type LineCount } from "./lineCount";
import { createRowReader } from "./rowReader";
import { fits, startsComment } from "./rowShape";
import type { ScanPlan } from "./scanPlan";
import { createTableSink, type Table } from "./tableSink";

export interface Scan {
  readonly table: Table;
  readonly hash: Hash;
  /** Rows of data, used or not. */
  readonly read: number;
  /** Rows with too few or too many cells. */
  readonly ragged: LineCount;
  /** Comments under the header. */
  readonly comments: LineCount;
  readonly malformed: LineCount;
  readonly unclosed: number;
}

/** The file is not in the plan's encoding after all. */
export class WrongEncoding extends Error {
  override readonly name = "WrongEncoding";
}

/** Calls `watch` after each piece. Throws WrongEncoding, and ImportError where the file cannot be read. O(bytes). */
export async function scan(file: Blob, plan: ScanPlan, watch: (bytes: number, rows: number) => void): Promise<Scan> {
  const width = plan.columns.length;
  const sink = createTableSink(plan);
  const ragged = createLineCount();
  const comments = createLineCount();
  let skip = plan.skip;
  let read = 0;
  const reader = createRowReader(plan.delimiter, (cells, line) => {
    if (skip > 0) skip--;
    else if (fits(cells, width)) {
      read++;
      sink.row(cells, line);
    } else if (startsComment(cells)) comments.add(line);
    else {
      read++;
      ragged.add(line);
    }
  });
  const decoder = createDecoder(plan.encoding);
  const decode = (bytes?: Uint8Array) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new WrongEncoding();
    }
  };
  const hash = createHash();
  let bytes = 0;
  for await (const piece of pieces(file)) {
    hash.update(piece);
    reader.push(decode(piece));
    bytes += piece.length;
    watch(bytes, read);
  }
  reader.push(decode());
  reader.end();
  return {
    table: sink.finish(),
    hash,
    read,
    ragged,
    comments,
    malformed: reader.malformed,
    unclosed: reader.unclosed(),
  };
}
