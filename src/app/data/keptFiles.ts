/** The files that datasets were read from, and how: so that a table can be read again in another way, after a reload too. */
import { forget, keep, kept } from "../../state/storage";
import type { Choices } from "./importState";

export interface KeptFile {
  readonly file: File;
  readonly choices: Choices;
}

/** Larger files are kept for this visit only. */
const LARGEST = 20e6;
const key = (id: string) => `eigenscope-file ${id}`;
const here = new Map<string, KeptFile>();

export async function keepFile(id: string, one: KeptFile): Promise<void> {
  here.set(id, one);
  if (one.file.size <= LARGEST) await keep(key(id), one);
}

/** Undefined where the file is neither of this visit nor kept. */
export async function keptFile(id: string): Promise<KeptFile | undefined> {
  const known = here.get(id);
  if (known) return known;
  const found = (await kept(key(id))) as Partial<KeptFile> | undefined;
  return found?.file instanceof File && typeof found.choices === "object" ? (found as KeptFile) : undefined;
}

export const forgetFile = (id: string): Promise<void> => forget(key(id));
