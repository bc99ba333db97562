/** Imported tables kept by their identity, so that reload and a link in the same browser bring them back. */
import type { Dataset } from "../../data/dataset";
import { isDataset } from "../../data/isDataset";
import { forget, keep, kept } from "../../state/storage";
import { forgetFile } from "./keptFiles";

const LIST = "eigenscope-datasets";
const key = (id: string) => `eigenscope-dataset ${id}`;
/** The newest stay; older ones make room. */
const MOST_KEPT = 5;

/** Keeps an imported dataset for the next visit. */
export async function keepDataset(dataset: Dataset): Promise<void> {
  const known = await kept(LIST);
  const list = (Array.isArray(known) ? known : []).filter((id) => typeof id === "string" && id !== dataset.id);
  for (const id of list.slice(MOST_KEPT - 1)) {
    await forget(key(id));
    await forgetFile(id);
  }
  await keep(key(dataset.id), dataset);
  await keep(LIST, [dataset.id, ...list.slice(0, MOST_KEPT - 1)]);
}

/** The kept dataset of that identity, or undefined. */
export async function keptDataset(id: string): Promise<Dataset | undefined> {
  const found = await kept(key(id));
  // A table with a hole in it would take the page down at every visit.
  return isDataset(found) && found.id === id ? found : undefined;
}
