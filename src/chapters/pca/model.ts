/** From the shared columns to principal components, or to the words that say why there are none. */
import type { Dataset } from "../../data/dataset";
import {
  columnMoments,
  EPSILON,
  type Matrix,
  type Moments,
  type Pca,
  type PcaOptions,
  type Spread,
  scores,
} from "../../math";
import type { PcaInput } from "../../workers/pcaJob";

/** Multiply-adds that the SVD of the rows may cost; beyond them the moments answer faster, with a few digits fewer of a small λ. */
const ROWS_BUDGET = 1e6;
/** Side of the matrix whose eigenvectors take a worker longer than anyone waits. */
export const MOST_SIDE = 2000;
/** Multiply-adds that may hold the page up: about a tenth of a second. */
const AT_ONCE = 2.5e8;

export type Outcome =
  | {
      readonly kind: "found";
      readonly pca: Pca;
      readonly from: "rows" | "moments";
      /** These are of before the last change; those of now are being found. */
      readonly former?: boolean;
    }
  | { readonly kind: "none"; readonly reason: string };

export type Preparation = Required<Omit<PcaOptions, "method">>;
/** What there is to find, and from what; or why there is nothing. */
export type Task =
  | {
      readonly kind: "task";
      readonly from: "rows" | "moments";
      readonly input: PcaInput;
      /** Whether it takes longer than the page may be held up. */
      readonly long: boolean;
    }
  | { readonly kind: "none"; readonly reason: string };

const none = (reason: string) => ({ kind: "none", reason }) as const;

/** Mean and Σ(x − mean)² of each column over all rows; from the rows where the table is too wide for a comoment. O(d), else O(nd). */
export function spreadOf({ n, mean, comoment }: Moments, x: Matrix): Spread {
  const d = mean.length;
  if (comoment.length < d) return columnMoments(x);
  return { n, mean, squares: mean.map((_, j) => comoment[j * (d + 1)] as number) };
}

/** Indices of the columns that only rounding moves: the rule by which `pca` leaves them out of a correlation. */
export function constantColumns({ n, mean, squares }: Spread): readonly number[] {
  return [...mean.keys()].filter((j) => {
    const deviation = Math.sqrt((squares[j] as number) / Math.max(1, n));
    return deviation <= 4 * EPSILON * Math.abs(mean[j] as number);
  });
}

/**
 * How the components of X are to be found. From the held rows where they are all the rows and either few enough for the SVD, since
 * squaring into C loses digits of a small λ, or fewer than the columns; else from the moments, which are exact for every row, held or not.
 */
export function taskOf(dataset: Dataset | null, x: Matrix, moments: Moments, options: Preparation): Task {
  if (!dataset) return none("The dataset is on its way.");
  const { n, mean } = moments;
  const d = mean.length;
  if (d === 0) return none(`${dataset.name} has no column of numbers. Choose a dataset that has one.`);
  if (n < 2) return none(`Components need at least two rows; ${dataset.name} has ${n === 1 ? "one" : "none"}.`);
  const whole = dataset.held === dataset.rows && x.rows === n;
  const from = whole && (n * d * d <= ROWS_BUDGET || d > n) ? "rows" : "moments";
  const side = from === "rows" ? Math.min(n, d) : d;
  if (side > MOST_SIDE)
    return none(
      `${d} features of ${n} rows are more than can be turned at once. Choose ${MOST_SIDE} features or fewer.`,
    );
  const spread = spreadOf(moments, x);
  if (!spread.squares.every(Number.isFinite)) return none(TOO_LARGE);
  const constant = constantColumns(spread).length;
  if ((options.standardise || options.centre) && constant === d)
    return none("Nothing varies: every row is the same in these features. Choose a feature that changes.");
  const input = from === "rows" ? { rows: x } : { moments };
  const cost = 9 * side ** 3 + (from === "rows" ? n * d * side : 0);
  return { kind: "task", from, input, long: cost > AT_ONCE };
}
const TOO_LARGE = "These numbers are too large to be squared. Rescale the column, then try again.";

/** What was found, or the words for numbers that are of no use. */
export function outcomeOf(pca: Pca, from: "rows" | "moments"): Outcome {
  if (!pca.explainedVariance.every(Number.isFinite) || !pca.components.data.every(Number.isFinite))
    return none(TOO_LARGE);
  if (!((pca.explainedVariance[0] ?? 0) > 0)) return none("Nothing varies: every row is at the origin.");
  return { kind: "found", pca, from };
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
