/** C point by point: the average of the outer products of the rows so far. */
import type { Matrix } from "../../../math";

/** Columns that a picture has room for. */
export const MOST_COLUMNS = 64;
const MARKS = 16;

export interface OuterAverage {
  /** Σ zᵢ zᵢᵀ over the first m rows, divided by m, and by (n − 1)/n of that where the divisor is n − 1: d × d. Zeros for m = 0. */
  readonly at: (m: number) => Matrix;
  /** z zᵀ of one row. */
  readonly outer: (row: number) => Matrix;
}

/**
 * Over prepared rows z, n × d. The rows are always added in their order, so the sum for m does not depend on how one came there; sums at
 * some marks on the way are kept, and the last one: O(d²) for the next row, O(nd²/16) at most for any other.
 */
export function outerAverage(z: Matrix, divisor: number): OuterAverage {
  const { rows: n, cols: d, data } = z;
  const stride = Math.max(1, Math.ceil(n / MARKS));
  const marks = new Map<number, Float64Array>();
  let last = { m: 0, sum: new Float64Array(d * d) };
  const add = (sum: Float64Array, row: number) => {
    for (let p = 0; p < d; p++)
      for (let q = 0; q < d; q++)
        sum[p * d + q] = (sum[p * d + q] as number) + (data[row * d + p] as number) * (data[row * d + q] as number);
  };
  function sumOf(m: number): Float64Array {
    const mark = Math.floor(m / stride) * stride;
    const near = marks.get(mark);
    if (last.m > m || (near && mark > last.m))
      last = near ? { m: mark, sum: near.slice() } : { m: 0, sum: new Float64Array(d * d) };
    while (last.m < m) {
      add(last.sum, last.m);
      last.m += 1;
      if (last.m % stride === 0 && !marks.has(last.m)) marks.set(last.m, last.sum.slice());
    }
    return last.sum;
  }
  return {
    at(m) {
      const by = (Math.max(1, m) * divisor) / Math.max(1, n);
      const sum = sumOf(Math.max(0, Math.min(n, m)));
      return { rows: d, cols: d, data: sum.map((value) => value / by) };
    },
    outer(row) {
      const sum = new Float64Array(d * d);
      if (row >= 0 && row < n) add(sum, row);
      return { rows: d, cols: d, data: sum };
    },
  };
}

/** ‖A − B‖ / ‖B‖ by all entries; 0 where both are zero. */
export function relativeDistance(a: Matrix, b: Matrix): number {
  const off = Math.hypot(...a.data.map((value, k) => value - (b.data[k] as number)));
  const size = Math.hypot(...b.data);
  return off === 0 ? 0 : size > 0 ? off / size : Number.POSITIVE_INFINITY;
}
