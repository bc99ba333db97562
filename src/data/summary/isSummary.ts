/** Tells a summary file from a table by how it begins. */
import { firstBytes } from "../import/bytes";

const LOOKED_AT = 4096;

/** A misspelt format is ours, too: its refusal says more than a table's would. */
const OURS = /"eigenscope-summary"|"format"\s*:\s*"eigenscope/;

/** An object whose first lines name our format. Throws ImportError where the file cannot be read. */
export async function isSummary(input: Blob | string): Promise<boolean> {
  const head =
    typeof input === "string"
      ? input.slice(0, LOOKED_AT)
      : new TextDecoder().decode(await firstBytes(input, LOOKED_AT));
  return /^\uFEFF?\s*\{/.test(head) && OURS.test(head);
}
