/**
 * Least squares for a line, L(w) = (1/2n)‖Xw − y‖² with rows (x, 1) and w = (slope, intercept), from the moments of x and y alone:
 * a million rows cost as much as ten.
 */
import { eigh2, type Mat2, type Moments, type Vec2 } from "../../math";
import type { Valley } from "./valley";

/** Means, variances and covariance of two columns over all rows, with divisor n. */
export interface Pair {
  readonly n: number;
  readonly mean: Vec2;
  /** Of x, then of y. */
  readonly variance: Vec2;
  readonly covariance: number;
}

/** The moments of columns p (x) and q (y) among all the number columns. */
export function pairOf({ n, mean, comoment }: Moments, p: number, q: number): Pair {
  const d = mean.length;
  const entry = (i: number, j: number) => (comoment[i * d + j] ?? 0) / n;
  return {
    n,
    mean: [mean[p] ?? 0, mean[q] ?? 0],
    variance: [entry(p, p), entry(q, q)],
    covariance: entry(p, q),
  };
}

export interface LineFit {
  readonly valley: Valley;
  /** The x that the slope multiplies is (x − shift) / scale. */
  readonly shift: number;
  readonly scale: number;
  /** x is the same in every row, so no slope is better than another. */
  readonly constant: boolean;
}

/** A spread below this part of the mean is rounding of a column that never changes. */
const ROUNDING = 1e-15;
/** Makes the chapter's usual start a line that misses y by about one and a half standard deviations. */
const START_MISS = 0.41;

/** The valley of the fit of y on x, w in the units of x or of x standardised. Null when the squares overflow. */
export function lineFit({ mean, variance, covariance }: Pair, standardise: boolean): LineFit | null {
  const constant = Math.sqrt(variance[0]) <= ROUNDING * Math.abs(mean[0]);
  const shift = standardise ? mean[0] : 0;
  const scale = standardise && !constant ? Math.sqrt(variance[0]) : 1;
  const centre = standardise ? 0 : mean[0];
  const spread = constant ? 0 : standardise ? 1 : variance[0];
  const hessian: Mat2 = [spread + centre * centre, centre, centre, 1];
  if (!hessian.every(Number.isFinite)) return null;
  const { values, vectors } = eigh2(hessian);
  // det H is the variance of x, known without the cancellation of Σx²/n − x̄².
  const lambda: Vec2 = [values[0], spread / values[0]];
  const slope = constant ? 0 : covariance / scale / spread;
  const level = mean[1] - slope * centre;
  // Of a channel's floor, the point of least norm.
  const away = 1 + centre * centre;
  const minimum: Vec2 = constant ? [(mean[1] * centre) / away, mean[1] / away] : [slope, level];
  const explained = constant ? 0 : (covariance / variance[0]) * covariance;
  const floor = Math.max(0, (variance[1] - explained) / 2);
  const miss = Math.sqrt(variance[1]) || Math.abs(mean[1]) || 1;
  const size = (START_MISS * miss) / Math.sqrt(lambda[0]);
  if (![...lambda, ...minimum, floor, size].every(Number.isFinite)) return null;
  return {
    valley: {
      hessian,
      lambda,
      directions: [
        [vectors[0], vectors[2]],
        [vectors[1], vectors[3]],
      ],
      minimum,
      floor,
      size,
    },
    shift,
    scale,
    constant,
  };
}

/** Slope and intercept in the columns' own units of the line that w stands for. */
export function lineOf({ shift, scale }: LineFit, [slope, level]: Vec2): Vec2 {
  return [slope / scale, level - (slope * shift) / scale];
}
