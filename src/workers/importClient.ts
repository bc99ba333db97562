/** Imports a file in a worker of its own, which ends with the import: Cancel is at once, and the memory is given back. */
import { proxy, type Remote } from "comlink";
import type { Dataset } from "../data/dataset";
// Not from importTable, which would bring the parser into the page.
import { ImportError } from "../data/import/importError";
import type { ImportOptions, ImportProgress } from "../data/importTable";
import type { Preview } from "../data/previewTable";
import type { ImportJob, ImportResult } from "./importJob";
import { Cancelled, createLane } from "./lane";

export interface ImportControls {
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
}

export type PreviewFile = (file: Blob | string, options: ImportOptions, signal?: AbortSignal) => Promise<Preview>;
export type ImportFile = (file: Blob | string, options: ImportOptions, controls?: ImportControls) => Promise<Dataset>;

/** As `importFile`, in the workers that `start` makes. */
export function createImporter(start: () => Worker): ImportFile {
  return async (file, options, { onProgress, signal } = {}) => {
    let done = false;
    // A message may still be on its way when the import has ended.
    const report = onProgress && proxy((progress: ImportProgress) => void (done || onProgress(progress)));
    try {
      const result = await inWorker(start, (api) => api.importFile(file, options, report), signal);
      if (result.kind === "dataset") return result.dataset;
      throw refusal(result);
    } finally {
      done = true;
    }
  };
}

/** As `previewFile`, in the workers that `start` makes. */
export function createPreviewer(start: () => Worker): PreviewFile {
  return async (file, options, signal) => {
    const result = await inWorker(start, (api) => api.previewFile(file, options), signal);
    if (result.kind === "preview") return result.preview;
    throw refusal(result);
  };
}

function refusal(result: ImportResult): ImportError {
  if (result.kind !== "failure") throw new TypeError("the import worker answered another question");
  const { code, message, line, cell } = result.failure;
  return new ImportError(code, message, line, cell);
}

async function inWorker(
  start: () => Worker,
  job: (api: Remote<ImportJob>) => Promise<ImportResult>,
  signal?: AbortSignal,
): Promise<ImportResult> {
  if (signal?.aborted) throw new Cancelled();
  const lane = createLane<ImportJob>(start);
  const cancel = () => lane.cancel();
  signal?.addEventListener("abort", cancel, { once: true });
  try {
    return await lane.run(job);
  } finally {
    signal?.removeEventListener("abort", cancel);
    lane.cancel();
  }
}

const startWorker = () => new Worker(new URL("./importWorker.ts", import.meta.url), { type: "module" });

/**
 * Reads a file or pasted text. Rejects with ImportError where it gives no dataset, Cancelled when the signal aborts (the worker is
 * ended at once), WorkerCrash when the worker dies. The text is O(bytes) to copy; a File is not copied.
 */
export const importFile: ImportFile = createImporter(startWorker);

/** What a file looks like, from its first part. Rejects as `importFile` does. */
export const previewFile: PreviewFile = createPreviewer(startWorker);
