/** C as an average of outer products, row by row. */
import { type Matrix, type Pca, standardised, zeros } from "../../../math";

export interface Running {
  /** z zᵀ of the last row that was taken in; zeros before the first. */
  readonly outer: Matrix;
  /** (1/m) Σ z zᵀ of the first m rows, times n over the divisor; zeros before the first. */
  readonly average: Matrix;
  /** The same of all rows: C. */
  readonly whole: Matrix;
  /** ‖average − C‖ / ‖C‖ in the Frobenius norm; 0 where C is 0. */
  readonly error: number;
}

export interface Builder {
  /** After m rows, 0 to n. O(d²) for each row more than at the last call, O(md²) for fewer. */
  at(m: number): Running;
}

/** `divisor` is n or n − 1 for the n rows of X. O(nd²) once. Rows are centred and scaled as the model says. */
export function createBuilder(model: Pca, x: Matrix, divisor: number): Builder {
  const z = standardised(model, x);
  const d = z.cols;
  const share = z.rows / divisor;
  const sum = new Float64Array(d * d);
  let taken = 0;
  const take = (row: number, into: Float64Array) => {
    for (let p = 0, at = row * d; p < d; p++)
      for (let q = 0; q < d; q++)
        into[p * d + q] = (into[p * d + q] as number) + (z.data[at + p] as number) * (z.data[at + q] as number);
  };
  const toward = (m: number) => {
    if (m < taken) {
      sum.fill(0);
      taken = 0;
    }
    while (taken < m) take(taken++, sum);
    return { rows: d, cols: d, data: sum.map((value) => (m > 0 ? (value / m) * share : 0)) };
  };
  const whole = toward(z.rows);
  const norm = Math.hypot(...whole.data);
  return {
    at(m) {
      const outer = zeros(d, d);
      if (m > 0) take(m - 1, outer.data);
      const average = toward(m);
      const away = Math.hypot(...average.data.map((value, k) => value - (whole.data[k] as number)));
      return { outer, average, whole, error: norm > 0 ? away / norm : 0 };
    },
  };
}
