/**
 * Principal components of n rows by d columns: C v = λ v for C = (1/n) XᵀX of the centred columns, largest λ first,
 * the loading of largest size in each component positive. From the rows by SVD of the centred X (no digits lost to squaring),
 * or from merged moments by eigh of C, for data too large to hold.
 */
import { ShapeError } from "../errors";
import { eigh } from "../factor/eigh";
import { signOf } from "../factor/order";
import { svd } from "../factor/svd";
import { matmul } from "../kernels/matmul";
import { type Matrix, transpose, zeros } from "../matrix/matrix";
import { EPSILON, relativeTolerance } from "../tolerance";
import { covarianceOf, type Divisor, type Moments, momentsOf } from "./covariance";

export interface PcaOptions {
  readonly centre?: boolean;
  /** Divide each column by its standard deviation; constant columns are then left out. */
  readonly standardise?: boolean;
  readonly divisor?: Divisor;
}

export interface Pca {
  readonly n: number;
  /** Columns used, as indices into X; those left out are constant. */
  readonly columns: Int32Array;
  /** Subtracted from each used column; zeros when not centred. */
  readonly mean: Float64Array;
  /** Each used column is divided by it; ones when not standardised. */
  readonly scale: Float64Array;
  /** λ, length k = min(n, columns used). */
  readonly explainedVariance: Float64Array;
  /** λ / Σλ; zeros when nothing varies. */
  readonly explainedVarianceRatio: Float64Array;
  /** Loadings, used columns × k; column j is component j. */
  readonly components: Matrix;
}

/** PCA from rows. Throws ShapeError for fewer than two rows or no column. O(nd·min(n, d)). */
export function pca(x: Matrix, options: PcaOptions = {}): Pca {
  const moments = momentsOf(x);
  const prepared = prepare(moments, options);
  const { columns, mean, scale, by } = prepared;
  const d = columns.length;
  const z = zeros(x.rows, d);
  for (let i = 0; i < x.rows; i++)
    for (let j = 0; j < d; j++) z.data[i * d + j] = (x.data[i * x.cols + columns[j]!]! - mean[j]!) / scale[j]!;
  const { s, vt } = svd(z);
  return finish(
    prepared,
    x.rows,
    s.map((value) => (value * value) / by),
    transpose(vt),
  );
}

/** PCA from moments: exact for all rows, however many. Throws ShapeError as `pca`. O(d³). */
export function pcaOfMoments(moments: Moments, options: PcaOptions = {}): Pca {
  const prepared = prepare(moments, options);
  const { columns, mean, scale, by } = prepared;
  const d = moments.mean.length;
  const k = columns.length;
  const c = zeros(k, k);
  for (let p = 0; p < k; p++)
    for (let q = 0; q < k; q++) {
      const [i, j] = [columns[p]!, columns[q]!];
      // Not centred: the moments about zero are those about the mean, plus n times the means' product.
      const about = moments.n * (moments.mean[i]! - mean[p]!) * (moments.mean[j]! - mean[q]!);
      c.data[p * k + q] = (moments.comoment[i * d + j]! + about) / by / scale[p]! / scale[q]!;
    }
  const { values, vectors } = eigh(c);
  return finish(
    prepared,
    moments.n,
    values.map((value) => Math.max(0, value)),
    vectors,
  );
}

/** Scores Z V of rows of X under a model: n × k. O(ndk). */
export function scores({ columns, mean, scale, components }: Pca, x: Matrix): Matrix {
  const d = columns.length;
  const z = zeros(x.rows, d);
  for (let i = 0; i < x.rows; i++)
    for (let j = 0; j < d; j++) z.data[i * d + j] = (x.data[i * x.cols + columns[j]!]! - mean[j]!) / scale[j]!;
  return matmul(z, components);
}

/** The used columns rebuilt from the first `kept` scores, in the units of X: n × columns used. */
export function inverseTransform({ mean, scale, components }: Pca, y: Matrix, kept = y.cols): Matrix {
  const d = components.rows;
  const out = zeros(y.rows, d);
  for (let i = 0; i < y.rows; i++)
    for (let j = 0; j < d; j++) {
      let sum = 0;
      for (let k = 0; k < kept; k++) sum += y.data[i * y.cols + k]! * components.data[j * components.cols + k]!;
      out.data[i * d + j] = sum * scale[j]! + mean[j]!;
    }
  return out;
}

interface Prepared extends Pick<Pca, "columns" | "mean" | "scale"> {
  readonly by: number;
}

function prepare(moments: Moments, { centre = true, standardise = false, divisor = "n" }: PcaOptions): Prepared {
  const { n, mean } = moments;
  if (n < 2) throw new ShapeError("pca", "at least two rows", `${n}`);
  if (mean.length === 0) throw new ShapeError("pca", "at least one column", "none");
  const variance = covarianceOf(moments, divisor);
  const deviation = mean.map((_, j) => Math.sqrt(variance.data[j * mean.length + j]!));
  // A column that only rounding moves is constant; dividing by its deviation would draw noise.
  const constant = (j: number) => deviation[j]! <= 4 * EPSILON * Math.abs(mean[j]!);
  const all = Int32Array.from(mean, (_, j) => j);
  const columns = standardise ? all.filter((j) => !constant(j)) : all;
  return {
    columns,
    mean: Float64Array.from(columns, (j) => (centre ? mean[j]! : 0)),
    scale: Float64Array.from(columns, (j) => (standardise ? deviation[j]! : 1)),
    by: divisor === "n" ? n : n - 1,
  };
}

function finish({ columns, mean, scale }: Prepared, n: number, values: Float64Array, vectors: Matrix): Pca {
  const k = Math.min(n, columns.length);
  const components = zeros(columns.length, k);
  for (let j = 0; j < k; j++) {
    const column = Float64Array.from(columns, (_, i) => vectors.data[i * vectors.cols + j]!);
    const sign = signOf(column);
    column.forEach((value, i) => {
      components.data[i * k + j] = sign * value;
    });
  }
  const explainedVariance = values.slice(0, k);
  const floor = (explainedVariance[0] ?? 0) * relativeTolerance(n, columns.length) ** 2;
  const total = explainedVariance.reduce((sum, value) => sum + value, 0);
  const explainedVarianceRatio = explainedVariance.map((value) => (total > floor && total > 0 ? value / total : 0));
  return { n, columns, mean, scale, explainedVariance, explainedVarianceRatio, components };
}
