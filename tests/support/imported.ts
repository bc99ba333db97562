import { expect } from "vitest";
import type { Dataset } from "../../src/data/dataset";
import { ImportError, type ImportOptions, importTable } from "../../src/data/importTable";

/** The table of a text. */
export const imported = (text: string | Blob, options: Partial<ImportOptions> = {}): Promise<Dataset> =>
  importTable(text, { name: "t.csv", ...options });

/** What the import says of a text under one code: undefined where it does not. */
export async function said(text: string, code: string, options?: Partial<ImportOptions>): Promise<string | undefined> {
  return (await imported(text, options)).notes.find((note) => note.code === code)?.text;
}

/** Why a text is refused. */
export async function refused(text: string, options?: Partial<ImportOptions>): Promise<ImportError> {
  const reason = await imported(text, options).catch((error: unknown) => error);
  expect(reason).toBeInstanceOf(ImportError);
  return reason as ImportError;
}
