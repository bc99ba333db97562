/** What each field of a summary file must be; a violation is a sentence that names the field. */
import { ImportError } from "../import/importError";

const AGAIN = "Make the file again with Copy as Dask.";
/** Longest list or name that is of use; a file beyond it is damaged. */
const MOST_CHARACTERS = 1000;

export function refuse(field: string, expected: string, line?: number): never {
  throw new ImportError("damaged-summary", `In this summary file, ${field} must be ${expected}. ${AGAIN}`, line);
}

export type Fields = Readonly<Record<string, unknown>>;

export function object(value: unknown, field: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) refuse(field, "an object");
  return value as Fields;
}

export function array(value: unknown, field: string, length?: number): readonly unknown[] {
  if (!Array.isArray(value) || (length !== undefined && value.length !== length))
    refuse(field, length === undefined ? "a list" : `a list of ${length} entries`);
  return value as readonly unknown[];
}

export function string(value: unknown, field: string): string {
  if (typeof value !== "string" || value.length > MOST_CHARACTERS)
    refuse(field, `text of at most ${MOST_CHARACTERS} characters`);
  return value as string;
}

export function whole(value: unknown, field: string, least: number, most = Number.MAX_SAFE_INTEGER): number {
  if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most)
    refuse(
      field,
      most < Number.MAX_SAFE_INTEGER
        ? `a whole number from ${least} to ${most}`
        : `a whole number of at least ${least}`,
    );
  return value as number;
}

/** JSON spells 1e999 as a number, too: only finite ones pass. */
export function numbers(value: unknown, field: string, length: number): Float64Array {
  const list = array(value, field, length);
  const at = list.findIndex((entry) => !Number.isFinite(entry));
  if (at >= 0) refuse(`entry ${at + 1} of ${field}`, "a finite number");
  return Float64Array.from(list as readonly number[]);
}
