/** What one pass over rows leaves of them: enough for the mean, the covariance and everything that follows from them. */

/** A plain record, so that it passes to and from a worker. */
export interface Moments {
  readonly n: number;
  /** Length d. */
  readonly mean: Float64Array;
  /** Σ (x − mean)(x − mean)ᵀ, d × d row-major, symmetric. */
  readonly comoment: Float64Array;
}

/** Of no rows of d columns: what a pass starts from. */
export function noMoments(d: number): Moments {
  return { n: 0, mean: new Float64Array(d), comoment: new Float64Array(d * d) };
}
