/** The dataset's two columns as points of the plane: centred, in units of their larger standard deviation, and moved by A. */
import type { NumberColumn } from "../../data/dataset";
import type { Mat2 } from "../../math";
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

/** The points under A, written into `into` where it is given and long enough: a frame of a drag then allocates nothing. O(n). */
export function movedCloud({ xy, classes }: Cloud, a: Mat2, into?: Float32Array): Cloud {
  const out = into?.length === xy.length ? into : new Float32Array(xy.length);
  for (let k = 0; k + 1 < xy.length; k += 2) {
    const [x, y] = [xy[k] as number, xy[k + 1] as number];
    out[k] = a[0] * x + a[1] * y;
    out[k + 1] = a[2] * x + a[3] * y;
  }
  return { xy: out, classes };
}
