/** The dataset's two columns as points of the plane: centred, in units of their larger standard deviation. */
import type { NumberColumn } from "../../data/dataset";
import type { Cloud } from "../../scene/splat";

/** Points about their mean with the larger of the two spreads set to 1, so that any data fits beside the unit circle. O(n). */
export function unitCloud([x, y]: readonly [NumberColumn, NumberColumn], classes: Int32Array | null): Cloud {
  const n = x.values.length;
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value / n, 0);
  const [mx, my] = [mean(x.values), mean(y.values)];
  const spread = (values: Float64Array, about: number) =>
    Math.sqrt(values.reduce((sum, value) => sum + (value - about) ** 2 / n, 0));
  const unit = Math.max(spread(x.values, mx), spread(y.values, my)) || 1;
  const xy = new Float32Array(2 * n);
  for (let i = 0; i < n; i++) {
    xy[2 * i] = ((x.values[i] as number) - mx) / unit;
    xy[2 * i + 1] = ((y.values[i] as number) - my) / unit;
  }
  return { xy, classes };
}
