/** What a network is asked to learn from the dataset: its rows, its targets, and a split that never depends on the weights. */
import type { NumberColumn } from "../../data/dataset";
import { createRandom } from "../../math";
import type { Inputs } from "./inputs";

/** Rows beyond this are left out of training, so that a step stays far below a frame. */
export const MOST_ROWS = 1000;
export const MOST_CLASSES = 20;
const TEST_PART = 0.3;
/** The split is the same for every seed of the weights, so that runs can be compared. */
const SPLIT_SEED = 20_240;

export interface Task {
  readonly kind: "classes" | "regression";
  readonly inputs: Inputs;
  /** Held-row numbers of the rows used, training rows first. */
  readonly rows: Int32Array;
  readonly trainRows: number;
  /** Standardised inputs of those rows, unit-major: all x₁, then all x₂. */
  readonly x: Float64Array;
  /** One-hot classes or the standardised number, unit-major. */
  readonly target: Float64Array;
  readonly outputs: number;
  /** Class of each row used; null for a regression. */
  readonly classes: Int32Array | null;
  /** Names of the classes; empty for a regression. */
  readonly levels: readonly string[];
  /** The column that is predicted, and for a number its mean and sd. */
  readonly predicts: string;
  readonly mean: number;
  readonly sd: number;
  /** What was done, in sentences. */
  readonly notes: readonly string[];
}

export interface Missing {
  readonly kind: "missing";
  /** What is missing and what to do. */
  readonly text: string;
}

const missing = (text: string): Missing => ({ kind: "missing", text });

/** Classes where there is a category, else a regression on the target; `here` is whether there is a dataset yet. O(n). */
export function readTask(inputs: Inputs | null, target: NumberColumn | undefined, here = true): Task | Missing {
  if (!here) return missing("The dataset is on its way.");
  if (!inputs) return missing("There are no numbers to learn from: choose a dataset with two number columns.");
  const { dataset, axes, category } = inputs;
  if (axes.length < 2)
    return missing(`The network reads two number columns, and ${dataset.name} has one. Choose another dataset.`);
  const all = Array.from({ length: dataset.held }, (_, i) => i);
  if (category) {
    const { levels, codes, name } = category;
    if (levels.length < 2)
      return missing(`${name} has only one value, so there is nothing to tell apart. Choose another category.`);
    if (levels.length > MOST_CLASSES)
      return missing(
        `${name} has ${levels.length} values. Choose a category with at most ${MOST_CLASSES}, or none for a regression.`,
      );
    const usable = all.filter((i) => (codes[i] ?? -1) >= 0);
    const notes =
      usable.length < all.length ? [`${all.length - usable.length} rows without a class are left out.`] : [];
    return split(inputs, usable, notes, (rows) => {
      const classes = Int32Array.from(rows, (i) => codes[i] ?? 0);
      const hot = new Float64Array(levels.length * rows.length);
      classes.forEach((code, i) => {
        hot[code * rows.length + i] = 1;
      });
      return { kind: "classes", target: hot, outputs: levels.length, classes, levels, predicts: name, mean: 0, sd: 1 };
    });
  }
  if (!target || axes.some(({ name }) => name === target.name))
    return missing(
      `${dataset.name} has no category, and no third number column to predict. Choose a colour or a target that is not one of the two inputs.`,
    );
  const count = Math.max(1, target.values.length);
  const mean = target.values.reduce((sum, v) => sum + v / count, 0);
  const sd = Math.sqrt(target.values.reduce((sum, v) => sum + (v - mean) ** 2 / count, 0));
  if (!(sd > Math.abs(mean) * 1e-12)) return missing(`${target.name} is the same in every row: nothing to predict.`);
  return split(inputs, all, [], (rows) => ({
    kind: "regression",
    target: Float64Array.from(rows, (i) => ((target.values[i] ?? mean) - mean) / sd),
    outputs: 1,
    classes: null,
    levels: [],
    predicts: target.name,
    mean,
    sd,
  }));
}

type Targets = Omit<Task, "inputs" | "rows" | "trainRows" | "x" | "notes">;

/** Shuffles, keeps at most MOST_ROWS, and puts seven tenths of them first, for training. */
function split(
  inputs: Inputs,
  usable: readonly number[],
  before: readonly string[],
  targetsOf: (rows: Int32Array) => Targets,
): Task | Missing {
  if (usable.length === 0) return missing(`No row of ${inputs.dataset.name} can be used.`);
  const rows = shuffled(usable, SPLIT_SEED).slice(0, MOST_ROWS);
  const trainRows = Math.max(1, rows.length - Math.floor(rows.length * TEST_PART));
  const x = new Float64Array(2 * rows.length);
  rows.forEach((row, i) => {
    x[i] = inputs.xy[2 * row] ?? 0;
    x[rows.length + i] = inputs.xy[2 * row + 1] ?? 0;
  });
  const notes = [...before];
  if (usable.length > rows.length) notes.push(`${MOST_ROWS} of ${usable.length} rows are used, drawn at random.`);
  if (trainRows === rows.length) notes.push("Too few rows to set some aside for testing.");
  return { inputs, rows, trainRows, x, notes, ...targetsOf(rows) };
}

/** Fisher & Yates. */
export function shuffled(items: ArrayLike<number>, seed: number): Int32Array {
  const random = createRandom(seed);
  const out = Int32Array.from(items);
  for (let i = out.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    [out[i], out[j]] = [out[j] ?? 0, out[i] ?? 0];
  }
  return out;
}
