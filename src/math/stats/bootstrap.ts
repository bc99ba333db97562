/**
 * How sure components are: those of resamples, n rows drawn with replacement from the n rows (Efron & Tibshirani 1993, An Introduction
 * to the Bootstrap, §7.2, whose example is the principal components of a table of test scores).
 */
import { alignTo, descending } from "../factor/order";
import { type Matrix, zeros } from "../matrix/matrix";
import type { Random } from "../random/random";
import { momentsOf } from "./covariance";
import { type Pca, type PcaOptions, pcaOfMoments } from "./pca";

export interface PcaBootstrap {
  /** V of each resample, its columns turned to the side of those of the base. */
  readonly components: readonly Matrix[];
  /** For each component, what one resample in twenty has less than, and more than: nine of ten lie between. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Of ten resamples nine lie between the ends. */
const TAIL = 0.05;
/** Draws beyond those asked for, since one may come out degenerate: a column that stands still where `base` has it vary. */
const SPARE = 20;

/**
 * `count` resamples of the rows of X, each decomposed as `base` was. Fewer where some column varies in so few rows that it is often
 * drawn constant; empty where always. Throws ShapeError for fewer than two rows. O(count · (nd² + d³)).
 */
export function bootstrapPca(x: Matrix, base: Pca, options: PcaOptions, count: number, random: Random): PcaBootstrap {
  const found: Pca[] = [];
  for (let tries = 0; found.length < count && tries < count + SPARE; tries++) {
    const next = pcaOfMoments(momentsOf(resample(x, random)), options);
    if (sameColumns(next, base)) found.push(next);
  }
  const at = (k: number, part: number) => {
    const values = found.map(({ explainedVariance }) => explainedVariance[k]!);
    return values[descending(values)[Math.round((1 - part) * (values.length - 1))]!] ?? 0;
  };
  const k = base.explainedVariance.length;
  return {
    components: found.map(({ components }) => turned(components, alignTo(base.components, components))),
    low: Float64Array.from({ length: k }, (_, j) => at(j, TAIL)),
    high: Float64Array.from({ length: k }, (_, j) => at(j, 1 - TAIL)),
  };
}

const sameColumns = (a: Pca, b: Pca) =>
  a.columns.length === b.columns.length && a.columns.every((j, at) => j === b.columns[at]);

const turned = (v: Matrix, signs: Float64Array): Matrix => ({
  ...v,
  data: v.data.map((value, at) => value * signs[at % v.cols]!),
});

function resample(x: Matrix, random: Random): Matrix {
  const drawn = zeros(x.rows, x.cols);
  for (let i = 0; i < x.rows; i++) {
    const from = random.int(x.rows) * x.cols;
    drawn.data.set(x.data.subarray(from, from + x.cols), i * x.cols);
  }
  return drawn;
}
