/** X as the components kept make it, and what they leave: in standard deviations of each column, so that all columns can be seen. */
import {
  leadingColumns,
  type Matrix,
  matmul,
  matmulTransposed,
  type Pca,
  qResiduals,
  standardised,
  zeros,
} from "../../../math";

export interface Parts {
  /** Rows of X that are shown, in the order of the picture. */
  readonly order: readonly number[];
  /** order.length × used columns, deviations from the mean (from 0 where X is not centred) over the column's deviation. */
  readonly original: Matrix;
  readonly fitted: Matrix;
  readonly residual: Matrix;
  /** Q of every row, and the rows by it, the worst first. */
  readonly q: Float64Array;
  readonly worst: readonly number[];
  /** For each used column the part of its sum of squares that is kept: 1 − Σ residual² / Σ original²; NaN-free, 1 for a column that stands still. */
  readonly r2: Float64Array;
}

/** Rows that a picture has room for. */
export const MOST_ROWS = 240;

/** `deviations` of the used columns, in the units of the prepared X. O(ndk). */
export function partsOf(model: Pca, x: Matrix, kept: number, deviations: Float64Array, worstFirst: boolean): Parts {
  const q = qResiduals(model, x, kept);
  const worst = [...q.keys()].sort((a, b) => (q[b] as number) - (q[a] as number));
  const few = x.rows <= MOST_ROWS;
  const order = worstFirst
    ? worst.slice(0, MOST_ROWS)
    : Array.from({ length: few ? x.rows : MOST_ROWS }, (_, i) => (few ? i : Math.floor((i * x.rows) / MOST_ROWS)));
  const z = standardised(model, x);
  const v = leadingColumns(model.components, kept);
  const fitted = matmulTransposed(matmul(z, v), v);
  const scaled = (value: (i: number, j: number) => number): Matrix => {
    const out = zeros(order.length, z.cols);
    order.forEach((row, i) => {
      for (let j = 0; j < z.cols; j++) out.data[i * z.cols + j] = value(row, j) / ((deviations[j] as number) || 1);
    });
    return out;
  };
  const at = (of: Matrix, i: number, j: number) => of.data[i * of.cols + j] as number;
  return {
    order,
    original: scaled((i, j) => at(z, i, j)),
    fitted: scaled((i, j) => at(fitted, i, j)),
    residual: scaled((i, j) => at(z, i, j) - at(fitted, i, j)),
    q,
    worst,
    r2: Float64Array.from({ length: z.cols }, (_, j) => {
      let [all, lost] = [0, 0];
      for (let i = 0; i < z.rows; i++) {
        all += at(z, i, j) ** 2;
        lost += (at(z, i, j) - at(fitted, i, j)) ** 2;
      }
      return all > 0 ? Math.max(0, 1 - lost / all) : 1;
    }),
  };
}
