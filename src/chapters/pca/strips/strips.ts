/** Every feature and every component as one strip: all rows along a line, so that one sees where the variance goes. */
import { type Matrix, type Pca, standardised } from "../../../math";
import { covarianceEntry, scoresOn } from "../model";

export interface Strip {
  readonly kind: "feature" | "component";
  /** Used column, or component. */
  readonly index: number;
  readonly variance: number;
}

/**
 * At most `most` strips, features above components: where not all have room each kind gets half of it or what the other leaves, the features
 * of largest variance and the first components.
 */
export function stripsOf(model: Pca, most: number): readonly Strip[] {
  const features = Array.from(
    model.columns,
    (_, index): Strip => ({ kind: "feature", index, variance: covarianceEntry(model, index, index) }),
  );
  const components = Array.from(
    model.explainedVariance,
    (variance, index): Strip => ({ kind: "component", index, variance }),
  );
  const room = Math.max(2, most);
  const half = Math.floor(room / 2);
  const first = Math.min(components.length, Math.max(half, room - features.length));
  const above = Math.min(features.length, room - first);
  const largest =
    above === features.length
      ? features
      : features
          .toSorted((a, b) => b.variance - a.variance)
          .slice(0, above)
          .toSorted((a, b) => a.index - b.index);
  return [...largest, ...components.slice(0, first)];
}

/** What each row is on each strip: rows × strips, prepared features and scores; with `own`, in the strip's standard deviations. O(nd·strips). */
export function stripValues(model: Pca, x: Matrix, strips: readonly Strip[], own: boolean): Matrix {
  const z = standardised(model, x);
  const ks = strips.flatMap(({ kind, index }) => (kind === "component" ? [index] : []));
  const y = scoresOn(model, x, ks);
  const data = new Float64Array(x.rows * strips.length);
  strips.forEach(({ kind, index, variance }, s) => {
    const from = kind === "feature" ? z : y;
    const column = kind === "feature" ? index : ks.indexOf(index);
    const by = own && variance > model.zeroVariance ? Math.sqrt(variance) : 1;
    for (let i = 0; i < x.rows; i++) data[i * strips.length + s] = (from.data[i * from.cols + column] as number) / by;
  });
  return { rows: x.rows, cols: strips.length, data };
}
