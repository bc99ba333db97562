/**
 * One-pass mean and co-moments of rows, mergeable, so that a file of any length or several files at once give what all rows
 * together give. Welford's update; the merge is Chan, Golub & LeVeque (1983).
 */
import { ShapeError } from "../errors";
import { type Matrix, zeros } from "../matrix/matrix";

/** A plain record, so that it passes to and from a worker. */
export interface Moments {
  readonly n: number;
  /** Length d. */
  readonly mean: Float64Array;
  /** Σ (x − mean)(x − mean)ᵀ, d × d row-major, symmetric. */
  readonly comoment: Float64Array;
}

export type Divisor = "n" | "n-1";

export function noMoments(d: number): Moments {
  return { n: 0, mean: new Float64Array(d), comoment: new Float64Array(d * d) };
}

/** Moments of the rows of X, n × d: passes over the block, so digits survive a mean far from zero. O(nd²). */
export function momentsOf(x: Matrix): Moments {
  const { rows: n, cols: d, data } = x;
  const mean = new Float64Array(d);
  for (let i = 0; i < n; i++) for (let j = 0; j < d; j++) mean[j]! += data[i * d + j]! / n;
  // The sum above rounds at every row; the deviations from it are small, so their mean restores the lost digits.
  const rest = new Float64Array(d);
  for (let i = 0; i < n; i++) for (let j = 0; j < d; j++) rest[j]! += data[i * d + j]! - mean[j]!;
  for (let j = 0; j < d && n > 0; j++) mean[j]! += rest[j]! / n;
  const comoment = new Float64Array(d * d);
  const row = new Float64Array(d);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < d; j++) row[j] = data[i * d + j]! - mean[j]!;
    for (let p = 0; p < d; p++) {
      const v = row[p]!;
      for (let q = p; q < d; q++) comoment[p * d + q]! += v * row[q]!;
    }
  }
  for (let p = 0; p < d; p++) for (let q = 0; q < p; q++) comoment[p * d + q] = comoment[q * d + p]!;
  return { n, mean, comoment };
}

/** The moments of both sets of rows together. Throws ShapeError when their widths differ. O(d²). */
export function mergeMoments(a: Moments, b: Moments): Moments {
  const d = a.mean.length;
  if (b.mean.length !== d) throw new ShapeError("mergeMoments", `${d} columns`, `${b.mean.length}`);
  if (a.n === 0) return b;
  if (b.n === 0) return a;
  const n = a.n + b.n;
  const step = b.mean.map((value, j) => value - a.mean[j]!);
  const mean = a.mean.map((value, j) => value + (step[j]! * b.n) / n);
  const weight = (a.n * b.n) / n;
  const comoment = a.comoment.map(
    (value, k) => value + b.comoment[k]! + step[Math.floor(k / d)]! * step[k % d]! * weight,
  );
  return { n, mean, comoment };
}

/** C = comoment / n or / (n − 1), d × d; zero for fewer than two rows. */
export function covarianceOf({ n, mean, comoment }: Moments, divisor: Divisor = "n"): Matrix {
  const d = mean.length;
  if (n < 2) return zeros(d, d);
  const by = divisor === "n" ? n : n - 1;
  return { rows: d, cols: d, data: comoment.map((value) => value / by) };
}
