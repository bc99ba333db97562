/** How far each row is from the plane of the components kept, and how far out within it. */
import { type Divisor, hotellingT2, hotellingT2Limit, type Matrix, type Pca, qLimit, qResiduals } from "../../../math";

export interface Distances {
  /** Hotelling's T² of each row: its squared distance from the mean within the plane, in standard deviations. */
  readonly t2: Float64Array;
  /** Q of each row: its squared distance from the plane. */
  readonly q: Float64Array;
  /** What they are on average over the rows that the components were found from: k times the divisor's share, and Σλ of what is left out. */
  readonly mean: { readonly t2: number; readonly q: number };
  /** Rows by how many times they exceed the averages, taken together; the farthest first. */
  readonly order: readonly number[];
}

/** `n` rows and its divisor, since with n − 1 the mean of T² is k(n − 1)/n. O(ndk). */
export function distancesOf(model: Pca, x: Matrix, kept: number, n: number, divisor: number): Distances {
  const t2 = hotellingT2(model, x, kept);
  const q = qResiduals(model, x, kept);
  const share = divisor / n;
  const told = model.explainedVariance.slice(0, kept).filter((lambda) => lambda > model.zeroVariance).length;
  const left = model.explainedVariance.slice(kept).reduce((sum, lambda) => sum + lambda, 0);
  const mean = { t2: told * share, q: left * share };
  const excess = (row: number) =>
    (mean.t2 > 0 ? (t2[row] as number) / mean.t2 : 0) + (left > model.zeroVariance ? (q[row] as number) / mean.q : 0);
  return { t2, q, mean, order: [...t2.keys()].sort((a, b) => excess(b) - excess(a)) };
}

/** What a normal row stays below with some probability; null where there is no such limit. */
export interface Limits {
  readonly t2: number | null;
  readonly q: number | null;
}

/** Of the `n` rows that the components were found from. A component that does not vary counts for neither. O(k). */
export function limitsOf(model: Pca, kept: number, n: number, divisor: Divisor, level: number): Limits {
  const varies = model.explainedVariance.map((lambda) => (lambda > model.zeroVariance ? lambda : 0));
  const told = varies.subarray(0, kept).filter((lambda) => lambda > 0).length;
  return { t2: hotellingT2Limit(n, told, level, divisor), q: qLimit(varies.subarray(kept), level) };
}
