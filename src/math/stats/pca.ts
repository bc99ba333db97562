/**
 * Principal components of n rows by d columns: C v = λ v for C = (1/n) ZᵀZ of the centred (and, if asked, standardised) columns Z,
 * largest λ first, the loading of largest size in each component positive. Three ways to the same components
 * (Jolliffe, Principal Component Analysis, 2nd ed., §3.5 and appendix A1), and what each loses:
 *
 * "svd", of Z itself: λ is right to ελ₁·√(λ/λ₁), so a λ down to ε²λ₁ can be told from zero. The slowest, about 8nd² flops.
 * "covariance", eigh of C (d × d): λ is right to ελ₁. Below that a λ, and its component, is rounding; nd² + 9d³ flops.
 * "gram", eigh of ZZᵀ/n (n × n), for d > n: as "covariance"; a component whose λ is rounding is orthonormal to the others, no more; n²d + 9n³.
 * "auto": "svd" while it costs a few milliseconds, else whichever of the two others has the smaller matrix.
 */
import { ShapeError } from "../errors";
import { eigh } from "../factor/eigh";
import { signOf } from "../factor/order";
import { svd } from "../factor/svd";
import { largestFinite } from "../matrix/finite";
import { type Matrix, transpose, zeros } from "../matrix/matrix";
import { EPSILON, relativeTolerance } from "../tolerance";
import { columnPowers, scaleColumns } from "./columnPowers";
import { columnMoments, type Divisor, momentsOf, type Spread } from "./covariance";
import { gramComponents } from "./gramComponents";
import type { Moments } from "./moments";
import { rowGram } from "./rowGram";

export const PCA_METHODS = ["svd", "covariance", "gram"] as const;
export type PcaMethod = (typeof PCA_METHODS)[number];

export interface PcaOptions {
  readonly centre?: boolean;
  /** Divide each column by its standard deviation; constant columns are then left out. */
  readonly standardise?: boolean;
  readonly divisor?: Divisor;
  readonly method?: PcaMethod | "auto";
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
  readonly method: PcaMethod;
  /** A λ at or below it cannot be told from zero by this method. */
  readonly zeroVariance: number;
}

/** Multiply-adds below which the SVD of the rows takes a few milliseconds, so that no digit need be given away. */
const SVD_BUDGET = 2e6;

/** PCA from rows. Throws ShapeError for fewer than two rows or no column, DomainError for an entry that is not finite. O(nd·min(n, d)). */
export function pca(x: Matrix, options: PcaOptions = {}): Pca {
  const powers = columnPowers(x, largestFinite("pca", x), options.standardise ?? false);
  if (powers) return inUnitsOf(powers, pca(scaleColumns(x, powers), options), options);
  const method = options.method === undefined || options.method === "auto" ? cheapest(x) : options.method;
  if (method === "covariance") return pcaOfMoments(momentsOf(x), options);
  const prepared = prepare(columnMoments(x), options);
  const z = standardised(prepared, x);
  return method === "svd" ? bySvd(prepared, z) : byGram(prepared, z);
}

/** PCA from moments: exact for all rows, however many; the method "covariance". Throws ShapeError as `pca`. O(d³). */
export function pcaOfMoments(moments: Moments, options: PcaOptions = {}): Pca {
  const d = moments.mean.length;
  const squares = moments.mean.map((_, j) => moments.comoment[j * d + j]!);
  const prepared = prepare({ ...moments, squares }, options);
  const { columns, mean, scale, by } = prepared;
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
  return finish(prepared, "covariance", values, vectors);
}

/** (x − mean) / scale over the used columns: rows × columns used. Throws ShapeError where X has not all of them. */
export function standardised({ columns, mean, scale }: Pick<Pca, "columns" | "mean" | "scale">, x: Matrix): Matrix {
  const d = columns.length;
  const needed = d === 0 ? 0 : columns[d - 1]! + 1;
  if (x.cols < needed) throw new ShapeError("standardised", `at least ${needed} columns`, `${x.cols}`);
  const z = zeros(x.rows, d);
  for (let i = 0; i < x.rows; i++)
    for (let j = 0; j < d; j++) z.data[i * d + j] = (x.data[i * x.cols + columns[j]!]! - mean[j]!) / scale[j]!;
  return z;
}

function cheapest({ rows: n, cols: d }: Matrix): PcaMethod {
  if (n * d * Math.min(n, d) <= SVD_BUDGET) return "svd";
  return n >= d ? "covariance" : "gram";
}

interface Prepared extends Pick<Pca, "n" | "columns" | "mean" | "scale"> {
  readonly by: number;
}

function prepare(spread: Spread, { centre = true, standardise = false, divisor = "n" }: PcaOptions): Prepared {
  const { n, mean, squares } = spread;
  if (n < 2) throw new ShapeError("pca", "at least two rows", `${n}`);
  if (mean.length === 0) throw new ShapeError("pca", "at least one column", "none");
  const by = divisor === "n" ? n : n - 1;
  const deviation = squares.map((value) => Math.sqrt(value / by));
  // A column that only rounding moves is constant; dividing by its deviation would draw noise.
  const constant = (j: number) => deviation[j]! <= 4 * EPSILON * Math.abs(mean[j]!);
  const all = Int32Array.from(mean, (_, j) => j);
  const columns = standardise ? all.filter((j) => !constant(j)) : all;
  return {
    n,
    columns,
    mean: Float64Array.from(columns, (j) => (centre ? mean[j]! : 0)),
    scale: Float64Array.from(columns, (j) => (standardise ? deviation[j]! : 1)),
    by,
  };
}

function bySvd(prepared: Prepared, z: Matrix): Pca {
  const { s, vt } = svd(z);
  const values = s.map((value) => (value * value) / prepared.by);
  return finish(prepared, "svd", values, transpose(vt));
}

function byGram(prepared: Prepared, z: Matrix): Pca {
  const { values, vectors } = eigh(rowGram(z));
  const variances = values.map((value) => value / prepared.by);
  return finish(prepared, "gram", variances, gramComponents(z, values, vectors));
}

function finish({ n, columns, mean, scale }: Prepared, method: PcaMethod, values: Float64Array, vectors: Matrix): Pca {
  const k = Math.min(n, columns.length);
  const components = zeros(columns.length, k);
  for (let j = 0; j < k; j++) {
    const column = Float64Array.from(columns, (_, i) => vectors.data[i * vectors.cols + j]!);
    const sign = signOf(column);
    column.forEach((value, i) => {
      components.data[i * k + j] = sign * value;
    });
  }
  const explainedVariance = values.slice(0, k).map((value) => Math.max(0, value));
  const relative = relativeTolerance(n, columns.length);
  const zeroVariance = (explainedVariance[0] ?? 0) * (method === "svd" ? relative ** 2 : relative);
  const total = explainedVariance.reduce((sum, value) => sum + value, 0);
  const explainedVarianceRatio = explainedVariance.map((value) => (total > 0 ? value / total : 0));
  return { n, columns, mean, scale, explainedVariance, explainedVarianceRatio, components, method, zeroVariance };
}

/** Back from columns that were multiplied by powers of two. */
function inUnitsOf(powers: Float64Array, model: Pca, { standardise = false }: PcaOptions): Pca {
  const { columns, mean, scale, explainedVariance, zeroVariance } = model;
  const unscaled = (value: number, j: number) => value / powers[columns[j]!]!;
  if (standardise) return { ...model, mean: mean.map(unscaled), scale: scale.map(unscaled) };
  const power = powers[0]!;
  return {
    ...model,
    mean: mean.map(unscaled),
    explainedVariance: explainedVariance.map((value) => value / power / power),
    zeroVariance: zeroVariance / power / power,
  };
}
