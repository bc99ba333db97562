/**
 * How well, and by what, components are made (Lê, Josse & Husson 2008; Jolliffe, §6 and §10): cos² says how much of a row lies along a
 * component, a contribution how much of a component is owed to a row or a column.
 */
import { euclideanNorm } from "../kernels/euclideanNorm";
import type { Matrix } from "../matrix/matrix";
import { maxAbs } from "../matrix/scaling";
import { EPSILON } from "../tolerance";
import { type Pca, standardised } from "./pca";
import { scores } from "./scores";

/**
 * cos² of the angle between each (centred, standardised) row and each component: rows × k, between 0 and 1; over all d components a
 * row's sum to 1. A row at the mean, to rounding, has no direction: zeros. O(ndk).
 */
export function cos2(model: Pca, x: Matrix): Matrix {
  const z = standardised(model, x);
  const y = scores(model, x);
  const out = { ...y, data: new Float64Array(y.data.length) };
  const atMean = 4 * EPSILON * model.mean.reduce((norm, value, j) => Math.hypot(norm, value / model.scale[j]!), 0);
  for (let i = 0; i < y.rows; i++) {
    const length = euclideanNorm(z.data, i * z.cols, z.cols);
    if (length <= atMean) continue;
    for (let j = 0; j < y.cols; j++) out.data[i * y.cols + j] = Math.min(1, (y.data[i * y.cols + j]! / length) ** 2);
  }
  return out;
}

/**
 * Share of each row in the sum of squares of each score: rows × k, columns that sum to 1. With the rows the model was fitted to this is
 * t² / (nλ). Zeros for a component whose λ cannot be told from zero. O(ndk).
 */
export function rowContributions(model: Pca, x: Matrix): Matrix {
  const y = scores(model, x);
  const { rows, cols: k } = y;
  const largest = maxAbs(y.data) || 1;
  const squares = y.data.map((value) => (value / largest) ** 2);
  const total = new Float64Array(k);
  for (let i = 0; i < rows; i++) for (let j = 0; j < k; j++) total[j]! += squares[i * k + j]!;
  const told = (j: number) => model.explainedVariance[j]! > model.zeroVariance && total[j]! > 0;
  return { ...y, data: squares.map((square, at) => (told(at % k) ? square / total[at % k]! : 0)) };
}

/** Share of each used column in each component, the squared loading: columns used × k, columns that sum to 1. */
export function columnContributions({ components }: Pca): Matrix {
  return { ...components, data: components.data.map((value) => value * value) };
}
