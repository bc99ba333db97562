/** A table on its way in: at most one at a time, with its progress, and the former dataset untouched until it is whole. */
import type { Dataset } from "../../data/dataset";
import { openDataset } from "../../state/datasets";
import { keepChoices } from "../../state/keepChoices";
import { store, update } from "../../state/store";
import { notify } from "../../ui/notify";
import { importFile, previewFile } from "../../workers/importClient";
import { type Choices, importing, previewing } from "./importState";
import { keepDataset } from "./keptDatasets";
import { keepFile, keptFile } from "./keptFiles";
import { clearNotice, refuse, tell } from "./tellImport";

/** Of the file that is being read, or looked at for the first time. */
let controller: AbortController | null = null;
/** Of the look at how the present dataset was read, which disturbs no reading. */
let looking: AbortController | null = null;

function begin(): AbortController {
  controller?.abort();
  looking?.abort();
  controller = new AbortController();
  return controller;
}

/** Files of this size are read in the time that a look at them takes. */
const READ_AT_ONCE = 100e3;

/** Reads a small table at once; of a larger one the reader first sees how it would be read. */
export async function openFile(file: File): Promise<void> {
  if (file.size <= READ_AT_ONCE) return runImport(file);
  const mine = begin();
  importing.set(null);
  try {
    const preview = await previewFile(file, { name: file.name }, mine.signal);
    if (controller !== mine) return;
    controller = null;
    if (preview.small) await runImport(file);
    else {
      clearNotice();
      previewing.set({ file, choices: {}, preview });
    }
  } catch (reason) {
    if (controller === mine) refuse(file.name, reason, () => void openFile(file));
  }
}

/** Shows how the dataset's file was read, so that it can be read in another way. */
export async function lookAgain(dataset: Dataset): Promise<void> {
  const { id, name, notes } = dataset;
  looking?.abort();
  const mine = new AbortController();
  looking = mine;
  const kept = await keptFile(id);
  if (mine.signal.aborted) return;
  if (!kept) {
    notify({
      title: `The file of ${name} is no longer here.`,
      text: "Drop it on the page once more; it can then be read in another way.",
      kind: "info",
    });
    return;
  }
  try {
    const { roles: _, ...choices } = kept.choices;
    const preview = await previewFile(kept.file, { name, ...choices }, mine.signal);
    if (mine.signal.aborted) return;
    clearNotice();
    previewing.set({ ...kept, preview, notes });
  } catch (reason) {
    if (!mine.signal.aborted) refuse(name, reason, () => void lookAgain(dataset));
  }
}

/**
 * Reads a table into the shared dataset; a newer file takes the place of one that is still being read. Says how it went. With
 * `choices` the present dataset's own file is read in another way, and what of the state still fits stays.
 */
export async function runImport(file: File, choices?: Choices): Promise<void> {
  const mine = begin();
  importing.set({ name: file.name, bytes: 0, total: file.size, rows: 0 });
  try {
    const dataset = await importFile(
      file,
      { name: file.name, ...choices },
      {
        signal: mine.signal,
        onProgress: ({ bytes, total, rows }) => {
          if (controller === mine) importing.set({ name: file.name, bytes, total, rows });
        },
      },
    );
    const keep = choices && (await whatStays(file, dataset));
    if (controller !== mine) return;
    openDataset(dataset, keep);
    tell(dataset, () => void lookAgain(dataset));
    await keepDataset(dataset);
    await keepFile(dataset.id, { file, choices: choices ?? {} });
  } catch (reason) {
    if (controller === mine) refuse(file.name, reason, () => void runImport(file, choices));
  } finally {
    if (controller === mine) {
      controller = null;
      importing.set(null);
    }
  }
}

/** Sets what stays when the present dataset's file has been read again; undefined where it is another file. */
async function whatStays({ name, size, lastModified }: File, after: Dataset): Promise<(() => void) | undefined> {
  const before = store.getState().loaded.dataset;
  const kept = before?.id.startsWith("file:") ? await keptFile(before.id) : undefined;
  if (!before || kept?.file.name !== name || kept.file.size !== size || kept.file.lastModified !== lastModified)
    return undefined;
  const choices = keepChoices(store.getState(), before, after);
  return () => {
    update("data", choices.data);
    update("transform", choices.transform);
    update("pca", choices.pca);
    update("layer", choices.layer);
    update("descent", choices.descent);
  };
}

/** Gives up what is being read; the former dataset stays. */
export function cancelRun(): void {
  controller?.abort();
}
