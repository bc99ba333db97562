/** Imported tables kept in IndexedDB by their identity, so that reload and a link in the same browser bring them back. */
import { del, get, set } from "idb-keyval";
import type { Dataset } from "../../data/dataset";
import { notify } from "../../ui/notify";
import { forgetFile } from "./keptFiles";

const LIST = "eigenscope-datasets";
const key = (id: string) => `eigenscope-dataset ${id}`;
/** The newest stay; older ones make room. */
const MOST_KEPT = 5;

/** Keeps an imported dataset for the next visit; says so where the browser will not. */
export async function keepDataset(dataset: Dataset): Promise<void> {
  try {
    const list = ((await get<string[]>(LIST)) ?? []).filter((id) => id !== dataset.id);
    for (const id of list.slice(MOST_KEPT - 1)) {
      await del(key(id));
      await forgetFile(id);
    }
    await set(key(dataset.id), dataset);
    await set(LIST, [dataset.id, ...list.slice(0, MOST_KEPT - 1)]);
  } catch {
    notify({
      title: `${dataset.name} is too large for this browser to keep, or storage is off: after a reload, open the file again.`,
      kind: "warn",
    });
  }
}

/** The kept dataset of that identity, or undefined. */
export async function keptDataset(id: string): Promise<Dataset | undefined> {
  const kept = await get<Dataset>(key(id));
  return kept?.id === id ? kept : undefined;
}
