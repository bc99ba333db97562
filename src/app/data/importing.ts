/** What the shell knows of importing before the first file: the importer itself is fetched when one is given. */
import { notify } from "../../ui/notify";
import { drawerOpen } from "./importState";

/** Reads a table into the shared dataset, after a look at it where it is large; a newer file takes the place of one that is still being read. Says how it went. */
export async function importTable(file: File): Promise<void> {
  // The drawer would cover the progress, its Cancel and what is said at the end.
  drawerOpen.set(false);
  try {
    const { openFile } = await import("./runImport");
    await openFile(file);
  } catch {
    notify({ title: "The importer could not be loaded. Check the connection and drop the file again.", kind: "bad" });
  }
}

/** Gives up what is being read; the former dataset stays. */
export async function cancelImport(): Promise<void> {
  const { cancelRun } = await import("./runImport");
  cancelRun();
}
