/**
 * Two distances of a row from a model of `kept` components (Jackson & Mudholkar 1979; Jolliffe, §10.1): how far out within the plane
 * of the components, and how far off it.
 */
import { ShapeError } from "../errors";
import { matmul, matmulTransposed } from "../kernels/matmul";
import { leadingColumns, type Matrix } from "../matrix/matrix";
import type { Divisor } from "./covariance";
import { betaQuantile, normalQuantile } from "./distributions";
import { type Pca, standardised } from "./pca";
import { scores } from "./scores";

/**
 * Hotelling's T² = Σ t²/λ over the first `kept` components, one for each row; its mean over the fitted rows is the number of components
 * (with divisor n). A component whose λ cannot be told from zero is left out. Throws ShapeError. O(ndk).
 */
export function hotellingT2(model: Pca, x: Matrix, kept = model.components.cols): Float64Array {
  refuseMore("hotellingT2", model, kept);
  const { rows, cols: k, data } = scores(model, x);
  const out = new Float64Array(rows);
  for (let j = 0; j < kept; j++) {
    const lambda = model.explainedVariance[j]!;
    if (lambda <= model.zeroVariance) break;
    const deviation = Math.sqrt(lambda);
    for (let i = 0; i < rows; i++) out[i]! += (data[i * k + j]! / deviation) ** 2;
  }
  return out;
}

/**
 * Q, the squared distance of each (centred, standardised) row from its reconstruction by the first `kept` components; over the fitted
 * rows its mean is the sum of the λ left out (with divisor n). From the residual itself, not as a difference of squares, which would
 * cancel. Throws ShapeError. O(ndk).
 */
export function qResiduals(model: Pca, x: Matrix, kept = model.components.cols): Float64Array {
  refuseMore("qResiduals", model, kept);
  const z = standardised(model, x);
  const v = leadingColumns(model.components, kept);
  const fitted = matmulTransposed(matmul(z, v), v);
  const out = new Float64Array(z.rows);
  for (let i = 0; i < z.rows; i++)
    for (let k = i * z.cols; k < (i + 1) * z.cols; k++) out[i]! += (z.data[k]! - fitted.data[k]!) ** 2;
  return out;
}

/**
 * The T² that a row stays below with probability `level`, the row being one of the n that the components were found from and all of
 * them normal: (n − 1)²/n times a quantile of Beta(k/2, (n − k − 1)/2), exact where k is all that varies (Tracy, Young & Mason 1992,
 * Multivariate control charts for individual observations). Null where n is too small for one, n ≤ k + 1. O(√n).
 */
export function hotellingT2Limit(n: number, kept: number, level: number, divisor: Divisor): number | null {
  if (kept < 1 || n <= kept + 1) return null;
  // With λ by 1/n, T² is n/(n − 1) times as large.
  const scale = divisor === "n" ? n - 1 : (n - 1) ** 2 / n;
  return scale * betaQuantile(level, kept / 2, (n - kept - 1) / 2);
}

/**
 * The Q that a row stays below with probability `level`, from the λ that are left out, by Jackson & Mudholkar's approximation
 * (Technometrics 21, 1979): a power of Q is nearly normal. Null where nothing is left out, or no power will do. O(λ).
 */
export function qLimit(leftOut: Float64Array, level: number): number | null {
  const largest = leftOut.reduce((top, value) => Math.max(top, value), 0);
  if (!(largest > 0)) return null;
  // In units of the largest, so that no cube overflows.
  const moment = (power: number) => leftOut.reduce((sum, value) => sum + (value / largest) ** power, 0);
  const [first, second, third] = [moment(1), moment(2), moment(3)];
  const h = 1 - (2 * first * third) / (3 * second ** 2);
  const base = 1 + (second * h * (h - 1)) / first ** 2 + (normalQuantile(level) * h * Math.sqrt(2 * second)) / first;
  const limit = largest * first * base ** (1 / h);
  return base > 0 && Number.isFinite(limit) ? limit : null;
}

function refuseMore(routine: string, { components }: Pca, kept: number): void {
  if (!(kept >= 0 && kept <= components.cols))
    throw new ShapeError(routine, `0 to ${components.cols} components kept`, `${kept}`);
}
