/** The components of now: at once where that is a matter of a frame, else from a worker, and the former ones until it answers. */
import type { Dataset } from "../../data/dataset";
import { baseId } from "../../data/edits";
import type { Matrix, Moments } from "../../math";
import { cell } from "../../scene/source";
import { notify } from "../../ui/notify";
import { latest } from "../../workers/latest";
import { componentsOf } from "../../workers/pcaJob";
import { type Outcome, outcomeOf, type Preparation, type Task, taskOf } from "./model";

type Inputs = readonly [
  dataset: Dataset | null,
  names: readonly string[],
  x: Matrix,
  moments: Moments,
  ...how: unknown[],
];
interface Known {
  readonly inputs: Inputs;
  readonly outcome: Outcome;
}

/** The last ones: the picture, both halves of the stage and the lesson's challenges ask for the same components, with the reader's edits and without. */
const REMEMBERED = 6;
let known: readonly Known[] = [];
/** How often a worker has answered: whoever shows components asks again when it does. */
export const answers = cell(0);
let awaited: Inputs | null = null;
/** The work of the worker now, and the way to end it. */
let running: { readonly inputs: Inputs; readonly stop: AbortController } | null = null;

const same = (a: Inputs, b: Inputs) => a.every((one, k) => Object.is(one, b[k]));
/** Whether they are of the same features of the same dataset, with the reader's changes or without. */
const sameTable = ([a, names]: Inputs, [b, others]: Inputs) =>
  names === others && baseId(a?.id ?? "") === baseId(b?.id ?? "");
const samePreparation = ([, , , , ...a]: Inputs, [, , , , ...b]: Inputs) => a.every((one, k) => Object.is(one, b[k]));
function remember(inputs: Inputs, outcome: Outcome): Outcome {
  known = [{ inputs, outcome }, ...known].slice(0, REMEMBERED);
  return outcome;
}

/**
 * The components of the rows X of the named features. What takes longer than a frame is asked of a worker: until it answers there
 * are those of the same features before the reader's last change, marked `former`, or the words that say what is awaited.
 */
export function componentsNow(
  dataset: Dataset | null,
  names: readonly string[],
  x: Matrix,
  moments: Moments,
  { centre, standardise, divisor }: Preparation,
): Outcome {
  const options = { centre, standardise, divisor };
  const inputs: Inputs = [dataset, names, x, moments, centre, standardise, divisor];
  const remembered = known.find((one) => same(one.inputs, inputs));
  if (remembered) return remembered.outcome;
  const task = taskOf(dataset, x, moments, options);
  if (task.kind === "none") return remember(inputs, task);
  if (!task.long) return remember(inputs, outcomeOf(componentsOf(task.input, options), task.from));
  if (!awaited || !same(awaited, inputs)) {
    awaited = inputs;
    // Of a table that is no longer on screen nobody waits for components.
    if (running && !sameTable(running.inputs, inputs)) running.stop.abort();
    void ask({ inputs, task, options });
  }
  const former = known.find(
    (one) => one.outcome.kind === "found" && sameTable(one.inputs, inputs) && samePreparation(one.inputs, inputs),
  );
  if (former?.outcome.kind === "found") return { ...former.outcome, former: true };
  return { kind: "none", reason: `The components of ${names.length} features are being found…` };
}

interface Wanted {
  readonly inputs: Inputs;
  readonly task: Task & { readonly kind: "task" };
  readonly options: Preparation;
}
const ask = latest(async ({ inputs, task, options }: Wanted): Promise<void> => {
  // What the reader has passed over in the meantime is not worth seconds of a worker.
  if (!awaited || !same(awaited, inputs)) return;
  const stop = new AbortController();
  running = { inputs, stop };
  try {
    const { componentsElsewhere } = await import("../../workers/pcaClient");
    const pca = await componentsElsewhere(task.input, options, stop.signal);
    if (pca) remember(inputs, outcomeOf(pca, task.from));
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    remember(inputs, { kind: "none", reason: `The components could not be found. ${text}` });
    notify({
      title: "The components could not be found.",
      text,
      kind: "bad",
      seconds: 0,
      action: { label: "Try again", run: () => forget(inputs) },
    });
  }
  running = null;
  if (awaited && same(awaited, inputs)) awaited = null;
  answers.set(answers.get() + 1);
});

function forget(inputs: Inputs): void {
  known = known.filter((one) => !same(one.inputs, inputs));
  answers.set(answers.get() + 1);
}
