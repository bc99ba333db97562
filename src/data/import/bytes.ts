/** A file in pieces, so that its length is no matter. */
import { ImportError } from "./importError";

const PIECE = 2 ** 18;

/** The bytes from the start, `length` at most. Throws ImportError where the file cannot be read. */
export async function firstBytes(file: Blob, length: number): Promise<Uint8Array> {
  return readable(file.slice(0, length).arrayBuffer());
}

/** All bytes in their order, a piece at a time. Throws ImportError where the file cannot be read. */
export async function* pieces(file: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += PIECE) yield await readable(file.slice(at, at + PIECE).arrayBuffer());
}

async function readable(buffer: Promise<ArrayBuffer>): Promise<Uint8Array> {
  try {
    return new Uint8Array(await buffer);
  } catch {
    throw new ImportError(
      "unreadable",
      "The file could not be read to its end; it may have been moved or changed. Choose it again.",
    );
  }
}
