/** The files that datasets were read from, and how: so that a table can be read again in another way, after a reload too. */
import { del, get, set } from "idb-keyval";
import type { Choices } from "./importState";

export interface KeptFile {
  readonly file: File;
  readonly choices: Choices;
}

/** Larger files are kept for this visit only. */
const LARGEST = 20e6;
const key = (id: string) => `eigenscope-file ${id}`;
const here = new Map<string, KeptFile>();

export async function keepFile(id: string, kept: KeptFile): Promise<void> {
  here.set(id, kept);
  try {
    if (kept.file.size <= LARGEST) await set(key(id), kept);
  } catch {
    // That the dataset itself is not kept has been said already.
  }
}

/** Undefined where the file is neither of this visit nor kept. */
export async function keptFile(id: string): Promise<KeptFile | undefined> {
  const known = here.get(id);
  if (known) return known;
  try {
    return await get<KeptFile>(key(id));
  } catch {
    return undefined;
  }
}

export const forgetFile = (id: string): Promise<void> => del(key(id));
