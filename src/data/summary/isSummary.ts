/** Tells a summary file from a table: an object that says so in its format, which comes first unless the file was written anew. */
import { firstBytes } from "../import/bytes";
import { jsonKeys } from "../import/jsonKeys";
import { MOST_BYTES, textOf } from "./parseJson";

const LOOKED_AT = 4096;

/** A misspelt format is ours, too: its refusal says more than a table's would. */
const OURS = /"eigenscope-summary"|"format"\s*:\s*"eigenscope/;
const OUR_VALUE = /\s*"eigenscope/y;

/** Looks at the first lines; at all of an object that does not say it there, such as one whose keys were sorted. Throws ImportError where the file cannot be read. O(bytes). */
export async function isSummary(input: Blob | string): Promise<boolean> {
  const head =
    typeof input === "string"
      ? input.slice(0, LOOKED_AT)
      : new TextDecoder().decode(await firstBytes(input, LOOKED_AT));
  if (!/^\uFEFF?\s*\{/.test(head)) return false;
  if (OURS.test(head)) return true;
  const size = typeof input === "string" ? input.length : input.size;
  return size > LOOKED_AT && size <= MOST_BYTES && saysFormat(await textOf(input));
}

function saysFormat(text: string): boolean {
  // Nearly always enough, and at once.
  if (!text.includes('"eigenscope')) return false;
  for (const { key, within, at } of jsonKeys(text)) {
    OUR_VALUE.lastIndex = at;
    if (within === "{" && key === "format") return OUR_VALUE.test(text);
  }
  return false;
}
