/** The text of a summary file as the value it spells. */
import { ImportError } from "../import/importError";
import { inWords } from "../import/lineCount";

/** Half of what the longest string of a browser holds. */
const MOST_MEGABYTES = 256;
export const MOST_BYTES = MOST_MEGABYTES * 2 ** 20;

/** Throws ImportError where the file is too large, or cannot be read. O(bytes). */
export async function textOf(input: Blob | string): Promise<string> {
  if (typeof input === "string") return input;
  if (input.size > MOST_BYTES)
    throw new ImportError(
      "damaged-summary",
      `This summary file has ${inWords(Math.ceil(input.size / 2 ** 20))} MB; the page reads ${MOST_MEGABYTES}. Run the script with a smaller --sample.`,
    );
  try {
    return await input.text();
  } catch {
    throw new ImportError(
      "unreadable",
      "The file could not be read to its end; it may have been moved or changed. Choose it again.",
    );
  }
}

/** Throws ImportError, with the line, for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (reason) {
    const line = brokenLine(text, String(reason));
    throw new ImportError(
      "damaged-summary",
      `This summary file is broken JSON${line === undefined ? "" : ` on line ${line}`}; it may be cut short. Make the file again with Copy as Dask.`,
      line,
    );
  }
}

/** Engines say the line, or the position, or that the text has ended, or quote the ten characters on either side. */
function brokenLine(text: string, reason: string): number | undefined {
  const line = /\bline (\d+)/.exec(reason)?.[1];
  if (line !== undefined) return Number(line);
  const position = /\bposition (\d+)/.exec(reason)?.[1];
  if (position !== undefined) return lineOf(text, Number(position));
  if (/\bend of\b/.test(reason)) return lineOf(text, text.length);
  const around = /\.\.\."([\s\S]+)"\.\.\. is not valid JSON/.exec(reason)?.[1];
  const at = around === undefined ? -1 : text.indexOf(around);
  return at < 0 || at !== text.lastIndexOf(around as string) ? undefined : lineOf(text, at + 10);
}

const lineOf = (text: string, position: number) => text.slice(0, position).split("\n").length;
