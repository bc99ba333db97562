/** The network of the present parameters, and the training that brings it to the step asked for, a few milliseconds in each frame. */
import { animate } from "../../scene/frame";
import { cell, derive, type Source } from "../../scene/source";
import { source } from "../../state/source";
import type { store } from "../../state/store";
import { surface, thumbnails, type UnitId } from "./fields";
import { createRun, LAST_STEP, type Measure, type Run, type Setting } from "./run";
import { inputs, mode, targetColumn, view } from "./sources";
import { readTask, type Task } from "./task";

/** Training's share of a frame. */
const SLICE_MS = 8;
/** Runs kept, so that undo finds its network trained. */
const MOST_RUNS = 6;
const SHORTEST_HORIZON = 200;

const here = source((s) => s.loaded.dataset !== null);
export const task = derive([inputs, targetColumn, here], readTask);
const field = <K extends keyof ReturnType<typeof store.getState>["layer"]>(name: K) => source((s) => s.layer[name]);
export const hidden = field("hidden");
export const learningRate = field("learningRate");
export const beta = field("beta");
export const seed = field("seed");
export const optimiser = field("optimiser");
export const setting: Source<Setting> = derive(
  [hidden, field("hiddenActivation"), optimiser, learningRate, beta, field("batch"), seed],
  (sizes, activation, rule, rate, momentum, batch, from) => ({
    hidden: sizes,
    activation,
    optimiser: rule,
    learningRate: rate,
    // Only two of the optimisers read it; for the others it must not make another run.
    beta: rule === "momentum" || rule === "nesterov" ? momentum : 0.9,
    batch,
    seed: from,
  }),
);

const runs: Run[] = [];
function runOf(what: Task, how: Setting): Run {
  const key = JSON.stringify(how);
  const at = runs.findIndex((run) => run.task === what && JSON.stringify(run.setting) === key);
  const run = runs[at] ?? createRun(what, how);
  if (at >= 0) runs.splice(at, 1);
  runs.unshift(run);
  runs.length = Math.min(runs.length, MOST_RUNS);
  return run;
}

/** Null where there is nothing to learn. */
export const run = derive([task, setting], (what, how) => (what.kind === "missing" ? null : runOf(what, how)));
export const wanted = derive([field("step")], (step) => Math.min(step, LAST_STEP));
/** Speaks up after each slice of training. */
const trained = cell(0);

export interface Now {
  readonly run: Run;
  /** The step shown: the one asked for, or as far as training has come. */
  readonly step: number;
  readonly parameters: Float64Array;
  readonly measure: Measure;
}

export const now: Source<Now | null> = derive([run, wanted, trained], (of, step): Now | null => {
  if (!of) return null;
  const shown = Math.min(step, of.reached());
  const parameters = of.parametersAt(shown);
  return { run: of, step: shown, parameters, measure: of.measure(parameters) };
});
export const shownStep = derive([now], (at) => at?.step ?? 0);
export const blowup = derive([now, wanted], (at, step) => {
  const found = at?.run.blowup() ?? null;
  return found && step > found.step ? found : null;
});

/** The last step on the scrubber and on the curves: room ahead of the run in round numbers, so that it does not slide at every step. */
export const horizon = derive([now], (at) => {
  const reached = Math.max(SHORTEST_HORIZON, at?.run.reached() ?? 0);
  const room = 10 ** Math.floor(Math.log10(reached));
  return Math.min(LAST_STEP, Math.ceil(reached / room) * room);
});

/** Trains the run of this moment towards `step` for one slice; whether there is more to do. */
export function trainSlice(step: number): boolean {
  const of = run.get();
  if (!of || of.reached() >= step || of.blowup()) return false;
  const until = performance.now() + SLICE_MS;
  of.advance(step, () => performance.now() >= until);
  trained.set(trained.get() + 1);
  return of.reached() < step && !of.blowup();
}

/** Keeps the network at the step that the state asks for, whatever changed. Returns the way to stop. */
export function keepTrained(): () => void {
  let halt: (() => void) | null = null;
  const start = () => {
    if (halt || mode.get() !== "network") return;
    halt = animate(() => {
      const more = mode.get() === "network" && trainSlice(wanted.get());
      if (!more) halt = null;
      return more;
    });
  };
  start();
  const watched = [run, wanted, mode].map((what) => what.subscribe(start));
  return () => {
    halt?.();
    for (const stop of watched) stop();
  };
}

/** The unit whose heat map is enlarged on the stage. */
export const lookedAt = cell<UnitId | null>(null);
/** A unit that is no longer there is not looked at. */
export const unit = derive([lookedAt, now], (id, at) =>
  id && at && id.unit < (at.run.shape.sizes[id.layer] ?? 0) ? id : null,
);

export const stageField = derive([view, now, unit, mode], (v, at, id, which) =>
  at && which === "network" ? surface(v, at.run.shape, at.parameters, at.run.task.kind, id) : null,
);
export const thumbs = derive([now], (at) => (at ? thumbnails(at.run.shape, at.parameters, at.run.task.kind) : []));
