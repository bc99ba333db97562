/**
 * One training run, a function of its task and its setting: the same two give the same weights at every step, however the steps
 * were reached. Weights are kept every CHECKPOINT steps, so going back is a short walk from the last one.
 */
import {
  type ActivationName,
  createRandom,
  type FlatNetwork,
  type FlatShape,
  flatNetwork,
  flatten,
  initialNetwork,
  initialState,
  type LossName,
  lossInto,
  type Optimiser,
  type OptimiserState,
  updateStep,
} from "../../math";
import { shuffled, type Task } from "./task";

/** Where a run ends: long enough for the hardest of the small datasets. */
export const LAST_STEP = 5000;
const CHECKPOINT = 20;
/** Loss and score are recorded this often. */
export const RECORD_EVERY = 5;

export interface Setting {
  readonly hidden: readonly number[];
  readonly activation: ActivationName;
  readonly optimiser: Optimiser;
  readonly learningRate: number;
  readonly beta: number;
  /** 0: all training rows in every step. */
  readonly batch: number;
  readonly seed: number;
}

export interface Measure {
  readonly trainLoss: number;
  /** NaN where no row is set aside. */
  readonly testLoss: number;
  /** Share classified right, or R². */
  readonly trainScore: number;
  readonly testScore: number;
}

export interface Blowup {
  /** The last step whose weights and loss are finite. */
  readonly step: number;
  /** Of the unit whose numbers stopped being finite first: layer 1 is the first hidden one; units count from 1. */
  readonly layer: number;
  readonly unit: number;
}

export interface Run {
  readonly task: Task;
  readonly setting: Setting;
  readonly shape: FlatShape;
  /** The highest step that has been computed. */
  reached(): number;
  blowup(): Blowup | null;
  /** Trains on towards `step` until `expired` says that time is up. At least one step is taken. */
  advance(step: number, expired: () => boolean): void;
  /** Weights after `step` steps, which must have been reached. */
  parametersAt(step: number): Float64Array;
  measure(parameters: Float64Array): Measure;
  /** Measures at 0, RECORD_EVERY, 2·RECORD_EVERY … as far as the run has come. */
  record(): readonly Measure[];
}

export function shapeOf(task: Task, { hidden, activation }: Setting): FlatShape {
  return {
    sizes: [2, ...hidden, task.outputs],
    activations: [...hidden.map(() => activation), "identity"],
  };
}

interface Point {
  readonly step: number;
  readonly theta: Float64Array;
  readonly state: OptimiserState;
}

/** Starts a run at its initial weights. Throws nothing: a run that blows up ends. */
export function createRun(task: Task, setting: Setting): Run {
  const shape = shapeOf(task, setting);
  const loss: LossName = task.kind === "classes" ? "crossEntropy" : "mse";
  const total = task.rows.length;
  const size = setting.batch > 0 ? Math.min(setting.batch, task.trainRows) : task.trainRows;
  const workspace = flatNetwork(shape, size);
  const batches = batchFiller(task, size, setting.seed);
  const batchTarget = new Float64Array(size * task.outputs);
  const all = flatNetwork(shape, total);
  all.values[0]?.set(task.x);
  const start = initialNetwork(shape.sizes, setting.activation, "identity", createRandom(setting.seed));
  const theta = flatten(start.layers);
  const hyper = { learningRate: setting.learningRate, beta: setting.beta };

  const next = ({ step, theta: x, state }: Point): Point | null => {
    batches(step, workspace.values[0], batchTarget);
    const value = workspace.backward(x, batchTarget, loss);
    if (!Number.isFinite(value) || !finite(workspace.gradient)) return null;
    const moved = updateStep(setting.optimiser, x, workspace.gradient, state, hyper);
    return finite(moved.x) ? { step: step + 1, theta: moved.x, state: moved.state } : null;
  };

  let front: Point = { step: 0, theta, state: initialState(theta.length) };
  const kept: Point[] = [front];
  const record: Measure[] = [measureOf(task, all, theta, loss)];
  let blowup: Blowup | null = null;
  const pointAt = (step: number): Point => {
    if (step === front.step) return front;
    let point = kept[Math.floor(step / CHECKPOINT)] ?? front;
    while (point.step < step) point = next(point) ?? front;
    return point;
  };
  /** Finite weights may still overflow in a forward pass: the run ends at the last step whose losses are numbers, too. */
  const fail = () => {
    const unit = culprit(shape, workspace, setting, front, hyper);
    while (front.step > 0 && !drawable(task, measureOf(task, all, front.theta, loss))) front = pointAt(front.step - 1);
    record.length = Math.min(record.length, Math.floor(front.step / RECORD_EVERY) + 1);
    blowup = { step: front.step, ...unit };
  };
  return {
    task,
    setting,
    shape,
    reached: () => front.step,
    blowup: () => blowup,
    advance(step, expired) {
      while (front.step < step && !blowup) {
        const point = next(front);
        if (!point) return fail();
        front = point;
        if (front.step % RECORD_EVERY === 0) record.push(measureOf(task, all, front.theta, loss));
        if (front.step % CHECKPOINT === 0) kept.push(front);
        if (expired()) return;
      }
    },
    parametersAt: (step) => pointAt(step).theta,
    measure: (parameters) => measureOf(task, all, parameters, loss),
    record: () => record,
  };
}

/** Whether the losses are numbers; without test rows there is only one to ask. */
const drawable = ({ trainRows, rows }: Task, { trainLoss, testLoss }: Measure): boolean =>
  Number.isFinite(trainLoss) && (trainRows === rows.length || Number.isFinite(testLoss));

function finite(values: Float64Array): boolean {
  for (let k = 0; k < values.length; k++) if (!Number.isFinite(values[k])) return false;
  return true;
}

/** Fills a step's rows and targets. A batch is read off the epoch's own shuffle, so any step can be repeated by itself. */
function batchFiller(task: Task, size: number, seed: number) {
  const { trainRows, outputs } = task;
  const total = task.rows.length;
  const whole = size === trainRows;
  const perEpoch = Math.max(1, Math.floor(trainRows / size));
  const every = Int32Array.from({ length: trainRows }, (_, i) => i);
  let epoch = -1;
  let order: ArrayLike<number> = every;
  let filled = false;
  return (step: number, x: Float64Array | undefined, target: Float64Array) => {
    if (!x || (whole && filled)) return;
    filled = true;
    const now = Math.floor(step / perEpoch);
    if (!whole && now !== epoch) {
      epoch = now;
      order = shuffled(every, (seed + 0x9e3779b1 * (now + 1)) >>> 0);
    }
    const from = whole ? 0 : (step % perEpoch) * size;
    for (let i = 0; i < size; i++) {
      const row = order[from + i] ?? 0;
      for (let j = 0; j < 2; j++) x[j * size + i] = task.x[j * total + row] ?? 0;
      for (let j = 0; j < outputs; j++) target[j * size + i] = task.target[j * total + row] ?? 0;
    }
  };
}

function measureOf(task: Task, all: FlatNetwork, theta: Float64Array, loss: LossName): Measure {
  const output = all.forward(theta);
  const part = (from: number, to: number) => {
    const n = to - from;
    if (n === 0) return { loss: Number.NaN, score: Number.NaN };
    const cut = (values: Float64Array) => {
      const out = new Float64Array(n * task.outputs);
      for (let j = 0; j < task.outputs; j++)
        out.set(values.subarray(j * task.rows.length + from, j * task.rows.length + to), j * n);
      return out;
    };
    const [z, t] = [cut(output), cut(task.target)];
    const value = lossInto(loss, z, t, task.outputs, n, null);
    return { loss: value, score: task.classes ? accuracy(z, t, task.outputs, n) : determination(value, t) };
  };
  const train = part(0, task.trainRows);
  const test = part(task.trainRows, task.rows.length);
  return { trainLoss: train.loss, testLoss: test.loss, trainScore: train.score, testScore: test.score };
}

/** Share of rows whose largest output is the class's. */
function accuracy(z: Float64Array, t: Float64Array, m: number, n: number): number {
  let right = 0;
  for (let i = 0; i < n; i++) {
    let best = 0;
    for (let j = 1; j < m; j++) if ((z[j * n + i] ?? 0) > (z[best * n + i] ?? 0)) best = j;
    if (t[best * n + i] === 1) right++;
  }
  return right / n;
}

/** R² = 1 − mse / variance of the targets; NaN where they do not vary. */
function determination(mse: number, t: Float64Array): number {
  const mean = t.reduce((sum, v) => sum + v / t.length, 0);
  const variance = t.reduce((sum, v) => sum + (v - mean) ** 2 / t.length, 0);
  return variance > 0 ? 1 - mse / variance : Number.NaN;
}

/** The first unit, from the input on, whose value, or whose weights after the step, are not finite. */
function culprit(
  { sizes }: FlatShape,
  workspace: FlatNetwork,
  setting: Setting,
  { theta, state }: Point,
  hyper: { learningRate: number; beta: number },
): { layer: number; unit: number } {
  for (let l = 1; l < sizes.length; l++) {
    const values = workspace.values[l] ?? new Float64Array(0);
    const bad = values.findIndex((v) => !Number.isFinite(v));
    if (bad >= 0) return { layer: l, unit: Math.floor(bad / workspace.rows) + 1 };
  }
  const moved = updateStep(setting.optimiser, theta, workspace.gradient, state, hyper).x;
  let bad = moved.findIndex((v) => !Number.isFinite(v));
  // Every weight is still finite, but the next forward pass overflows: the output is where it shows.
  if (bad < 0) return { layer: sizes.length - 1, unit: 1 };
  for (let l = 1; l < sizes.length; l++) {
    const [inputs, units] = [sizes[l - 1] ?? 0, sizes[l] ?? 0];
    if (bad < inputs * units) return { layer: l, unit: Math.floor(bad / inputs) + 1 };
    if (bad < (inputs + 1) * units) return { layer: l, unit: bad - inputs * units + 1 };
    bad -= (inputs + 1) * units;
  }
  return { layer: sizes.length - 1, unit: 1 };
}
