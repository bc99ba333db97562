import { type Divisor, type Moments, pcaOfMoments } from "../math";
import { featureMomentsNow, memo } from "./derived";
import type { State } from "./store";

/** Beyond this the decomposition is no longer a matter of a frame. */
const MOST_COLUMNS = 128;
const eigenvalues = memo((of: Moments, centre: boolean, standardise: boolean, divisor: Divisor) => {
  const d = of.mean.length;
  if (of.n < 2 || d === 0 || d > MOST_COLUMNS) return null;
  return pcaOfMoments(of, { centre, standardise, divisor }).explainedVariance;
});

/** λ of the prepared X, largest first: PCA's variances, σ²/n, and what bounds a learning rate. Null where there is none to show at once. */
export const spectrum = (s: State): Float64Array | null =>
  eigenvalues(featureMomentsNow(s), s.pca.centre, s.pca.standardise, s.pca.divisor);
