import type { Note } from "../../data/dataset";
import type { ImportOptions } from "../../data/import/options";
import type { Preview } from "../../data/previewTable";
import { createSource } from "../../ui/source";

export interface Importing {
  readonly name: string;
  /** Bytes read, of how many. */
  readonly bytes: number;
  readonly total: number;
  readonly rows: number;
}

/** What the reader may say about a file. */
export type Choices = Pick<ImportOptions, "delimiter" | "decimal" | "header" | "missing" | "roles">;

export interface Previewing {
  readonly file: File;
  readonly choices: Choices;
  readonly preview: Preview;
  /** What was done with it, where it has been read already. */
  readonly notes?: readonly Note[];
}

/** What is being imported now; null when nothing is. */
export const importing = createSource<Importing | null>(null);
/** The file that is being looked at before it is read, or read again; null when none is. */
export const previewing = createSource<Previewing | null>(null);
/** Whether the drawer stands open. */
export const drawerOpen = createSource(false);
