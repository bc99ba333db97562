/** Gives the reader the chapter's numbers as files; fetched when they are wanted. */
import { fileName, saveFile } from "../../scene/saveFile";
import { notify } from "../../ui/notify";
import { componentsCsv, latexOf, scoreColumns, scoresCsv } from "./numbers";
import { dataset, divisor, features, kept, model, outcome, rows, standardise } from "./sources";

const save = (title: string, text: string) =>
  saveFile(new Blob([text], { type: "text/csv;charset=utf-8" }), fileName(title, "csv"));

/** Why there is nothing to give. */
function lacks(): void {
  const now = outcome.get();
  notify({ title: "There are no components.", text: now.kind === "none" ? now.reason : "", kind: "info" });
}

export function saveComponents(): void {
  const [of, m] = [dataset.get(), model.get()];
  if (of && m) save(`${of.name} components`, componentsCsv(m, features.get()));
  else lacks();
}

export function saveScores(): void {
  const [of, m, x] = [dataset.get(), model.get(), rows.get()];
  if (!of || !m) {
    lacks();
    return;
  }
  save(`${of.name} scores`, scoresCsv(of, m, x));
  const [given, all] = [scoreColumns(m, x.rows), m.explainedVariance.length];
  const parts = [
    ...(of.held < of.rows
      ? [`They are those of the ${count(of.held)} rows that are held, a uniform sample of ${count(of.rows)}.`]
      : []),
    ...(given < all ? [`They are on the first ${given} of ${all} components.`] : []),
  ];
  if (parts.length > 0) notify({ title: "The scores are saved.", text: parts.join(" "), kind: "info" });
}
const count = (n: number) => n.toLocaleString("en-US");

/** The formula with its numbers; where there are no components, without. */
export function latex(): string {
  const m = model.get();
  return m ? latexOf(m, kept.get(), divisor.get(), standardise.get()) : "C = \\tfrac{1}{n} X^{\\top} X";
}
