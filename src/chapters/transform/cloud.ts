/** The dataset's two columns as points of the plane: centred, in units of their larger standard deviation. */
import type { Mat2 } from "../../math";
import type { Cloud } from "../../scene/splat";
import type { Axis } from "./scores";

export interface UnitCloud extends Cloud {
  /** 1/n, of the points as drawn. */
  readonly covariance: Mat2;
}

/** Points about their mean with the larger of the two spreads set to 1, so that any data fits beside the unit circle. O(n). */
export function unitCloud([x, y]: readonly [Axis, Axis], classes: Int32Array | null): UnitCloud {
  const n = x.values.length;
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value / n, 0);
  const [mx, my] = [mean(x.values), mean(y.values)];
  const moment = (p: Axis, mp: number, q: Axis, mq: number) =>
    p.values.reduce((sum, value, i) => sum + ((value - mp) * ((q.values[i] as number) - mq)) / n, 0);
  const [xx, xyMoment, yy] = [moment(x, mx, x, mx), moment(x, mx, y, my), moment(y, my, y, my)];
  const unit = Math.sqrt(Math.max(xx, yy)) || 1;
  const xy = new Float32Array(2 * n);
  for (let i = 0; i < n; i++) {
    xy[2 * i] = ((x.values[i] as number) - mx) / unit;
    xy[2 * i + 1] = ((y.values[i] as number) - my) / unit;
  }
  const square = unit * unit;
  return { xy, classes, covariance: [xx / square, xyMoment / square, xyMoment / square, yy / square] };
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
