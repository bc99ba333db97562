/** From the shared columns to principal components, or to the words that say why there are none. */
import type { Dataset } from "../../data/dataset";
import { EPSILON, type Matrix, type Moments, type Pca, type PcaOptions, pca, pcaOfMoments, scores } from "../../math";

/** Multiply-adds that the SVD of the rows may cost; beyond them the moments answer faster, with a few digits fewer of a small λ. */
const ROWS_BUDGET = 1e6;
/** Columns beyond which the eigenvectors of C would hold the page up for seconds. */
export const MOST_FEATURES = 600;

export type Outcome =
  | { readonly kind: "found"; readonly pca: Pca; readonly from: "rows" | "moments" }
  | { readonly kind: "none"; readonly reason: string };

const none = (reason: string): Outcome => ({ kind: "none", reason });

/** Indices of the columns that only rounding moves: the rule by which `pca` leaves them out of a correlation. */
export function constantColumns({ n, mean, comoment }: Moments): readonly number[] {
  const d = mean.length;
  return [...mean.keys()].filter((j) => {
    const deviation = Math.sqrt((comoment[j * d + j] as number) / Math.max(1, n));
    return deviation <= 4 * EPSILON * Math.abs(mean[j] as number);
  });
}

/** The last calls: the picture and the lesson's challenges ask for the same components, with the reader's edits and without. */
let last: readonly { readonly inputs: readonly unknown[]; readonly outcome: Outcome }[] = [];
const REMEMBERED = 3;

/**
 * The components of X. From the held rows by SVD where they are all the rows and few enough, since squaring into C loses
 * digits of a small λ; else from the moments, which are exact for every row, held or not.
 */
export function decompose(dataset: Dataset | null, x: Matrix, moments: Moments, options: PcaOptions): Outcome {
  const { centre = true, standardise = false, divisor = "n" } = options;
  const inputs = [dataset, x, moments, centre, standardise, divisor];
  const known = last.find((one) => one.inputs.every((input, k) => Object.is(input, inputs[k])));
  if (known) return known.outcome;
  const outcome = compute(dataset, x, moments, { centre, standardise, divisor });
  last = [{ inputs, outcome }, ...last].slice(0, REMEMBERED);
  return outcome;
}

function compute(
  dataset: Dataset | null,
  x: Matrix,
  moments: Moments,
  options: Required<Omit<PcaOptions, "method">>,
): Outcome {
  if (!dataset) return none("The dataset is on its way.");
  const { n, mean } = moments;
  const d = mean.length;
  if (d === 0) return none(`${dataset.name} has no column of numbers. Choose a dataset that has one.`);
  if (n < 2) return none(`Components need at least two rows; ${dataset.name} has ${n === 1 ? "one" : "none"}.`);
  if (d > MOST_FEATURES)
    return none(`${d} features are more than can be turned at once. Choose ${MOST_FEATURES} of them or fewer.`);
  const tooLarge = "These numbers are too large to be squared. Rescale the column, then try again.";
  if (!moments.comoment.every(Number.isFinite)) return none(tooLarge);
  const constant = constantColumns(moments);
  const left = options.standardise ? d - constant.length : d;
  if (left === 0 || (options.centre && constant.length === d))
    return none("Nothing varies: every row is the same in these features. Choose a feature that changes.");
  const whole = dataset.held === dataset.rows && x.rows === n;
  const from = whole && n * d * d <= ROWS_BUDGET ? "rows" : "moments";
  const found = from === "rows" ? pca(x, options) : pcaOfMoments(moments, options);
  if (!found.explainedVariance.every(Number.isFinite) || !found.components.data.every(Number.isFinite))
    return none(tooLarge);
  if (!((found.explainedVariance[0] ?? 0) > 0)) return none("Nothing varies: every row is at the origin.");
  return { kind: "found", pca: found, from };
}

/** The same components with the named ones turned round, which changes nothing but the reader's point of view. O(dk). */
export function turnedRound(found: Outcome, ks: readonly number[]): Outcome {
  if (found.kind === "none" || ks.length === 0) return found;
  const { rows, cols, data } = found.pca.components;
  const turned = new Set(ks);
  const components = { rows, cols, data: data.map((value, at) => (turned.has(at % cols) ? -value : value)) };
  return { ...found, pca: { ...found.pca, components } };
}

/** Σλ, the variance (or, about the origin, the second moment) of all features together. */
export const totalVariance = ({ explainedVariance }: Pca): number => explainedVariance.reduce((sum, v) => sum + v, 0);

/** Rounding moves a λ by less than this part of √(λλ₁). */
const ROUNDING = 1e-12;

/** Runs of components whose λ differ by no more than rounding, as first and last index: within each the directions are arbitrary. */
export function equalVariances({ explainedVariance, zeroVariance }: Pca): readonly (readonly [number, number])[] {
  const largest = explainedVariance[0] ?? 0;
  const runs: [number, number][] = [];
  explainedVariance.forEach((value, k) => {
    const run = runs.at(-1);
    const first = explainedVariance[run?.[0] ?? k] as number;
    if (run && first - value <= Math.max(zeroVariance, ROUNDING * Math.sqrt(first * largest))) run[1] = k;
    else runs.push([k, k]);
  });
  return runs.filter(([from, to]) => to > from);
}

/** Part of Σλ that the first `kept` components keep, 0 to 1. */
export const keptShare = ({ explainedVarianceRatio }: Pca, kept: number): number =>
  Math.min(
    1,
    explainedVarianceRatio.slice(0, kept).reduce((sum, v) => sum + v, 0),
  );

/** V as it stands in row `feature` (an index into the used columns) and column `component`. */
export const loading = ({ components }: Pca, feature: number, component: number): number =>
  components.data[feature * components.cols + component] ?? 0;

/** Entry (a, b) of the matrix that was decomposed, C = V Λ Vᵀ, over used columns. O(k). */
export function covarianceEntry(model: Pca, a: number, b: number): number {
  return model.explainedVariance.reduce((sum, v, k) => sum + v * loading(model, a, k) * loading(model, b, k), 0);
}

/** Scores of the rows of X on the named components only: rows × ks.length. O(nd·ks.length). */
export function scoresOn(model: Pca, x: Matrix, ks: readonly number[]): Matrix {
  const { rows, cols, data } = model.components;
  const picked = Float64Array.from({ length: rows * ks.length }, (_, at) => {
    const k = ks[at % ks.length] as number;
    return k < cols ? (data[Math.floor(at / ks.length) * cols + k] as number) : 0;
  });
  return scores({ ...model, components: { rows, cols: ks.length, data: picked } }, x);
}

/** Scores of one row on every component. */
export function scoresOfRow(model: Pca, x: Matrix, row: number): Float64Array {
  const one = { rows: 1, cols: x.cols, data: x.data.subarray(row * x.cols, (row + 1) * x.cols) };
  return scores(model, one).data;
}
