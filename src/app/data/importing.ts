/** What the shell knows of importing before the first file: the importer itself is fetched when one is given. */
import { notify } from "../../ui/notify";
import { createSource } from "../../ui/source";

export interface Importing {
  readonly name: string;
  /** Bytes read, of how many. */
  readonly bytes: number;
  readonly total: number;
  readonly rows: number;
}

/** What is being imported now; null when nothing is. */
export const importing = createSource<Importing | null>(null);
/** Whether the drawer stands open. */
export const drawerOpen = createSource(false);

/** Reads a table into the shared dataset; a newer file takes the place of one that is still being read. Says how it went. */
export async function importTable(file: File): Promise<void> {
  try {
    const { runImport } = await import("./runImport");
    await runImport(file);
  } catch {
    notify({ title: "The importer could not be loaded. Check the connection and drop the file again.", kind: "bad" });
  }
}

/** Gives up what is being read; the former dataset stays. */
export async function cancelImport(): Promise<void> {
  const { cancelRun } = await import("./runImport");
  cancelRun();
}
