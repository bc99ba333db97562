/** The import as a job: its outcome is plain data, since an error that crosses from a worker loses its class and fields. */
import { transfer } from "comlink";
import type { Dataset } from "../data/dataset";
import {
  ImportError,
  type ImportErrorCode,
  type ImportOptions,
  type ImportProgress,
  importTable,
} from "../data/importTable";
import { type Preview, previewTable } from "../data/previewTable";
import { importSummary } from "../data/summary/importSummary";
import { isSummary } from "../data/summary/isSummary";

export interface ImportFailure {
  readonly code: ImportErrorCode;
  readonly message: string;
  readonly line?: number;
  readonly cell?: string;
}

export type ImportResult =
  | { readonly kind: "dataset"; readonly dataset: Dataset }
  | { readonly kind: "preview"; readonly preview: Preview }
  | { readonly kind: "failure"; readonly failure: ImportFailure };

/** What the import worker answers to. */
export const importJob = {
  /** Never rejects for what is wrong with the file. O(bytes). */
  async importFile(
    file: Blob | string,
    options: ImportOptions,
    onProgress?: (progress: ImportProgress) => void,
  ): Promise<ImportResult> {
    try {
      const dataset = (await isSummary(file))
        ? await importSummary(file, options)
        : await importTable(file, options, onProgress);
      return transfer({ kind: "dataset", dataset }, buffersOf(dataset));
    } catch (reason) {
      return failureOf(reason);
    }
  },

  /** As `previewTable`; of a summary, which has one way to be read, nothing. Never rejects for what is wrong with the file. O(2²⁰). */
  async previewFile(file: Blob | string, options: ImportOptions): Promise<ImportResult> {
    try {
      if (await isSummary(file)) return { kind: "preview", preview: NO_PREVIEW };
      return { kind: "preview", preview: await previewTable(file, options) };
    } catch (reason) {
      return failureOf(reason);
    }
  },
};

const NO_PREVIEW: Preview = {
  columns: [],
  rows: [],
  delimiter: ",",
  decimal: ".",
  header: true,
  encoding: "utf-8",
  json: true,
  bytes: 0,
  small: true,
};

export type ImportJob = typeof importJob;

function failureOf(reason: unknown): ImportResult {
  if (!(reason instanceof ImportError)) throw reason;
  const { code, message, line, cell } = reason;
  return { kind: "failure", failure: { code, message, line, cell } };
}

function buffersOf({ columns, moments }: Dataset): ArrayBuffer[] {
  const arrays = columns.flatMap((column): (Float64Array | Int32Array)[] => {
    if (column.kind === "label") return [];
    return [column.kind === "number" ? column.values : column.codes];
  });
  return [...arrays, moments.mean, moments.comoment].map(({ buffer }) => buffer as ArrayBuffer);
}
