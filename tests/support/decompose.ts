import { type Outcome, outcomeOf, taskOf } from "../../src/chapters/pca/model";
import type { Dataset } from "../../src/data/dataset";
import type { Matrix, Moments, PcaOptions } from "../../src/math";
import { componentsOf } from "../../src/workers/pcaJob";

/** The components of X here and now, however long that takes: what chapter 2 finds, without its worker. */
export function decompose(
  dataset: Dataset | null,
  x: Matrix,
  moments: Moments,
  { centre = true, standardise = false, divisor = "n" }: PcaOptions,
): Outcome {
  const options = { centre, standardise, divisor };
  const task = taskOf(dataset, x, moments, options);
  return task.kind === "none" ? task : outcomeOf(componentsOf(task.input, options), task.from);
}
