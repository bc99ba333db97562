/** Imports a file in a worker of its own, which ends with the import: Cancel is at once, and the memory is given back. */
import { proxy } from "comlink";
import type { Dataset } from "../data/dataset";
// Not from importTable, which would bring the parser into the page.
import { ImportError } from "../data/import/importError";
import type { ImportOptions, ImportProgress } from "../data/importTable";
import type { ImportJob } from "./importJob";
import { Cancelled, createLane } from "./lane";

export interface ImportControls {
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
}

export type ImportFile = (file: Blob | string, options: ImportOptions, controls?: ImportControls) => Promise<Dataset>;

/** As `importFile`, in the workers that `start` makes. */
export function createImporter(start: () => Worker): ImportFile {
  return async (file, options, { onProgress, signal } = {}) => {
    if (signal?.aborted) throw new Cancelled();
    const lane = createLane<ImportJob>(start);
    let done = false;
    // A message may still be on its way when the import has ended.
    const report = onProgress && proxy((progress: ImportProgress) => void (done || onProgress(progress)));
    const cancel = () => lane.cancel();
    signal?.addEventListener("abort", cancel, { once: true });
    try {
      const result = await lane.run(async (api) => api.importFile(file, options, report));
      if (result.kind === "dataset") return result.dataset;
      const { code, message, line, cell } = result.failure;
      throw new ImportError(code, message, line, cell);
    } finally {
      done = true;
      signal?.removeEventListener("abort", cancel);
      lane.cancel();
    }
  };
}

/**
 * Reads a file or pasted text. Rejects with ImportError where it gives no dataset, Cancelled when the signal aborts (the worker is
 * ended at once), WorkerCrash when the worker dies. The text is O(bytes) to copy; a File is not copied.
 */
export const importFile: ImportFile = createImporter(
  () => new Worker(new URL("./importWorker.ts", import.meta.url), { type: "module" }),
);
