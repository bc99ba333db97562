/** The odd files of fixtures/csv and what its manifest says of each. */
import { readFileSync } from "node:fs";

export interface CsvCase {
  readonly file: string;
  readonly status: "ok" | "warn" | "error";
  readonly expect: {
    readonly rows?: number;
    readonly rowsRead?: number;
    readonly rowsUsed?: number;
    readonly rowsDropped?: number;
    readonly numericColumns?: readonly string[] | number;
    readonly sums?: readonly number[];
    readonly warnings?: readonly string[];
    readonly warnLines?: readonly number[];
    readonly code?: string;
  };
}

const FOLDER = "fixtures/csv";

export const CSV_CASES = (JSON.parse(readFileSync(`${FOLDER}/manifest.json`, "utf8")) as { cases: readonly CsvCase[] })
  .cases;

/** In memory, since a name may end in what the chooser would not offer. */
export const asUpload = (file: string) => ({
  name: file,
  mimeType: "text/csv",
  buffer: readFileSync(`${FOLDER}/${file}`),
});
