/**
 * One-pass mean and co-moments of rows, mergeable, so that a file of any length or several files at once give what all rows
 * together give: deviations from a block's own mean, merged pairwise (Chan, Golub & LeVeque 1983, Algorithms for computing the
 * sample variance).
 */
import { ShapeError } from "../errors";
import { centredGramInto } from "../kernels/centredGram";
import { block } from "../kernels/gemm";
import { type Matrix, zeros } from "../matrix/matrix";
import type { Moments } from "./moments";

/** What a single column's mean and deviation need. */
export interface Spread {
  readonly n: number;
  /** Length d. */
  readonly mean: Float64Array;
  /** Σ (x − mean)² of each column: the diagonal of the co-moment. */
  readonly squares: Float64Array;
}

/** Moments on their way through merges. */
export interface PartMoments extends Moments {
  /** What rounding took from the mean, length d: without it, each merge far from zero would lose half an ulp of the mean. */
  readonly rest?: Float64Array;
}

export type Divisor = "n" | "n-1";

/**
 * Moments of the rows of X, n × d, in two readings: a mean that rounding may have moved, then deviations from it, whose own mean
 * takes the error out again (the corrected two-pass algorithm of Chan, Golub & LeVeque 1983), so digits survive a mean far from
 * zero. Entries whose squares overflow give moments that are not finite. O(nd²), at the speed of `matmul`.
 */
export const momentsOf = (x: Matrix): Moments => settled(partMoments(x));

/** As `momentsOf`, with the mean's remainder, to be merged with others. O(nd²). */
export function partMoments(x: Matrix): PartMoments {
  const { rows: n, cols: d, data } = x;
  const rough = roughMean(data, n, d);
  const comoment = new Float64Array(d * d);
  const rest = new Float64Array(d);
  centredGramInto(comoment, rest, block(data, 0, d), n, d, rough);
  for (let p = 0; p < d; p++)
    for (let q = p; q < d; q++) {
      const value = comoment[p * d + q]! - (n > 0 ? rest[p]! * (rest[q]! / n) : 0);
      // A constant column has only rounding here, of either sign; a variance has one.
      comoment[p * d + q] = comoment[q * d + p] = p === q ? Math.max(0, value) : value;
    }
  const off = rest.map((value) => (n > 0 ? value / n : 0));
  const mean = rough.map((value, j) => value + off[j]!);
  return { n, mean, comoment, rest: off.map((value, j) => rough[j]! - mean[j]! + value) };
}

/** Mean and Σ(x − mean)² of each column alone, by the same two readings. O(nd). */
export function columnMoments(x: Matrix): Spread {
  const { rows: n, cols: d, data } = x;
  const rough = roughMean(data, n, d);
  const rest = new Float64Array(d);
  const squares = new Float64Array(d);
  for (let i = 0, k = 0; i < n; i++)
    for (let j = 0; j < d; j++) {
      const v = data[k++]! - rough[j]!;
      rest[j]! += v;
      squares[j]! += v * v;
    }
  return {
    n,
    mean: rough.map((value, j) => value + (n > 0 ? rest[j]! / n : 0)),
    squares: squares.map((value, j) => Math.max(0, value - (n > 0 ? rest[j]! * (rest[j]! / n) : 0))),
  };
}

/** Divided before it is summed, so that the sum of large entries stays in range. */
function roughMean(data: Float64Array, n: number, d: number): Float64Array {
  const mean = new Float64Array(d);
  const share = 1 / n;
  for (let i = 0, k = 0; i < n; i++) for (let j = 0; j < d; j++) mean[j]! += data[k++]! * share;
  return mean;
}

/** The moments of both sets of rows together, with the mean's remainder. Throws ShapeError when their widths differ. O(d²). */
export function mergeMoments(a: PartMoments, b: PartMoments): PartMoments {
  const d = a.mean.length;
  if (b.mean.length !== d) throw new ShapeError("mergeMoments", `${d} columns`, `${b.mean.length}`);
  if (a.n === 0) return b;
  if (b.n === 0) return a;
  // From the larger part's mean the way is the shorter, and what is rounded off it can be told.
  if (a.n < b.n) return mergeMoments(b, a);
  const n = a.n + b.n;
  const share = b.n / n;
  const step = b.mean.map((value, j) => value - a.mean[j]! + ((b.rest?.[j] ?? 0) - (a.rest?.[j] ?? 0)));
  const mean = a.mean.map((value, j) => value + step[j]! * share);
  const rest = mean.map((value, j) => a.mean[j]! - value + step[j]! * share + (a.rest?.[j] ?? 0));
  const weight = a.n * (b.n / n);
  const comoment = new Float64Array(d * d);
  for (let p = 0; p < d; p++) {
    const moved = step[p]! * weight;
    for (let q = p; q < d; q++) {
      const k = p * d + q;
      comoment[k] = comoment[q * d + p] = a.comoment[k]! + b.comoment[k]! + moved * step[q]!;
    }
  }
  return { n, mean, comoment, rest };
}

/** The mean with its remainder put back, when there is nothing more to merge. O(d). */
export const settled = ({ n, mean, comoment, rest }: PartMoments): Moments => ({
  n,
  mean: rest ? mean.map((value, j) => value + rest[j]!) : mean,
  comoment,
});

/** C = comoment / n or / (n − 1), d × d; zero for fewer than two rows. */
export function covarianceOf({ n, mean, comoment }: Moments, divisor: Divisor = "n"): Matrix {
  const d = mean.length;
  if (n < 2) return zeros(d, d);
  const by = divisor === "n" ? n : n - 1;
  return { rows: d, cols: d, data: comoment.map((value) => value / by) };
}
