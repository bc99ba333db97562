/** How a file's bytes spell text, told from its first part. */
import { ImportError } from "./importError";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** The encoding that the first bytes show, and whether it is a guess. Throws ImportError for what is not a table of text. */
export function detectEncoding(prefix: Uint8Array): { readonly encoding: Encoding; readonly guessed: boolean } {
  const marked = byteOrderMark(prefix);
  const encoding = marked ?? unmarkedUtf16(prefix) ?? (isUtf8(prefix) ? "utf-8" : "windows-1252");
  refuseWhatIsNoTable(new TextDecoder(encoding).decode(prefix));
  return { encoding, guessed: marked === undefined && encoding !== "utf-8" };
}

/** UTF-8 is decoded strictly, so that a file of another encoding shows itself wherever its first odd byte stands. */
export const createDecoder = (encoding: Encoding): TextDecoder =>
  new TextDecoder(encoding, { fatal: encoding === "utf-8" });

function byteOrderMark([a, b, c]: Uint8Array): Encoding | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return undefined;
}

/** Western text in UTF-16 has a zero in every second byte and no other. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | undefined {
  const zeros = [0, 0];
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] as number) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = bytes.length * 0.4;
  if (odd > most && even === 0) return "utf-16le";
  if (even > most && odd === 0) return "utf-16be";
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // As a stream, since the prefix may end in the middle of a character.
    createDecoder("utf-8").decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function refuseWhatIsNoTable(text: string): void {
  if (text.startsWith("PK\u0003\u0004")) {
    throw new ImportError("not-text", "This is a workbook or an archive, not a CSV file. Save the sheet as CSV first.");
  }
  if (text.startsWith("%PDF-")) {
    throw new ImportError("not-text", "This is a PDF, not a CSV file. Choose a text file with one row on each line.");
  }
  if (/^\s*<(!doctype html|html)\b/i.test(text)) {
    throw new ImportError(
      "html-page",
      "This is a web page, not a CSV file. Download the table itself and choose that.",
    );
  }
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0) controls = Number.POSITIVE_INFINITY;
    else if (c < 9 || (c > 13 && c < 32) || c === 127) controls++;
  }
  if (controls > text.length / 100) {
    throw new ImportError(
      "not-text",
      "This file is not text: it holds binary data. Choose a CSV file, or save the table as CSV.",
    );
  }
}
