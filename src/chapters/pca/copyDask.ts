/** Puts the Dask script for the features of now on the clipboard, and says what to do with it. */
import { daskScript } from "../../data/summary/daskScript";
import { notify } from "../../ui/notify";
import { dataset, features } from "./sources";

/** Never rejects: a refused clipboard is said. */
export async function copyDask(): Promise<void> {
  const of = dataset.get();
  if (!of) return;
  try {
    await navigator.clipboard.writeText(daskScript(of, features.get()));
    notify({
      title: "A Dask script is on the clipboard.",
      text: 'Save it as summarise.py, run python summarise.py "data/*.csv" where the files are, and drop the summary.json it writes on this page.',
      kind: "good",
    });
  } catch {
    notify({ title: "The browser refused the clipboard.", kind: "bad" });
  }
}
