/** One strip for each feature and each component, all in the units of the prepared X: where the variance is, and where it goes. */
import { type Matrix, type Pca, standardised } from "../../../math";
import { covarianceEntry, scoresOn } from "../model";

export interface Strip {
  readonly kind: "feature" | "component";
  /** Used column, or component. */
  readonly at: number;
  /** One value for each held row. */
  readonly values: Float64Array;
  readonly variance: number;
}

/**
 * As many strips as there is room for: features by their variance, the largest first, and the first components, half each; what the one
 * does not need goes to the other. O(ndk).
 */
export function stripsOf(model: Pca, x: Matrix, room: number): readonly Strip[] {
  const [d, k] = [model.columns.length, model.explainedVariance.length];
  const half = Math.max(1, Math.floor(room / 2));
  const features = Math.min(d, Math.max(half, room - k));
  const components = Math.min(k, Math.max(1, room - features));
  const variance = Array.from({ length: d }, (_, j) => covarianceEntry(model, j, j));
  const order = [...variance.keys()].sort((a, b) => (variance[b] as number) - (variance[a] as number));
  const z = standardised(model, x);
  const first = Array.from({ length: components }, (_, c) => c);
  const y = scoresOn(model, x, first);
  const column = (of: Matrix, j: number) =>
    Float64Array.from({ length: of.rows }, (_, i) => of.data[i * of.cols + j] as number);
  return [
    ...order
      .slice(0, features)
      .map((j): Strip => ({ kind: "feature", at: j, values: column(z, j), variance: variance[j] as number })),
    ...first.map(
      (c): Strip => ({
        kind: "component",
        at: c,
        values: column(y, c),
        variance: model.explainedVariance[c] as number,
      }),
    ),
  ];
}

/** A height within a strip for each row, −1 to 1, the same at every look: points that share a value lie beside each other (golden-ratio sequence). */
export const jitter = (row: number): number => 2 * ((row * 0.6180339887498949) % 1) - 1;
