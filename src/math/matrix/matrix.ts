import { ShapeError } from "../errors";

/**
 * A dense real matrix, row-major: entry (i, j) is `data[i * cols + j]`.
 * A plain record rather than a class, so that it keeps its meaning on the way to a worker.
 */
export interface Matrix {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float64Array;
}

/** Wraps `data` without copying it. Throws ShapeError if its length is not rows × cols. */
export function matrix(rows: number, cols: number, data: Float64Array): Matrix {
  if (data.length !== rows * cols)
    throw new ShapeError("matrix", `${rows * cols} entries for ${rows} × ${cols}`, `${data.length}`);
  return { rows, cols, data };
}

/** rows × cols of zeros. */
export function zeros(rows: number, cols: number): Matrix {
  return { rows, cols, data: new Float64Array(rows * cols) };
}

/** The n × n identity. */
export function identity(n: number): Matrix {
  const out = zeros(n, n);
  for (let i = 0; i < n; i++) out.data[i * n + i] = 1;
  return out;
}

/** Copies an array of equally long rows. Throws ShapeError on ragged input. */
export function fromRows(rows: readonly (readonly number[])[]): Matrix {
  const cols = rows[0]?.length ?? 0;
  const out = zeros(rows.length, cols);
  rows.forEach((row, i) => {
    if (row.length !== cols) throw new ShapeError("fromRows", `${cols} entries in row ${i}`, `${row.length}`);
    out.data.set(row, i * cols);
  });
  return out;
}

/** The rows as arrays of numbers. */
export function toRows(a: Matrix): number[][] {
  return Array.from({ length: a.rows }, (_, i) => Array.from(a.data.subarray(i * a.cols, (i + 1) * a.cols)));
}

/** A square matrix with `values` on its diagonal. */
export function diagonal(values: ArrayLike<number>): Matrix {
  const n = values.length;
  const out = zeros(n, n);
  for (let i = 0; i < n; i++) out.data[i * n + i] = values[i] as number;
  return out;
}

/** Entry (i, j). */
export function at(a: Matrix, i: number, j: number): number {
  return a.data[i * a.cols + j] as number;
}

/** A copy of column j. */
export function column(a: Matrix, j: number): Float64Array {
  const out = new Float64Array(a.rows);
  for (let i = 0; i < a.rows; i++) out[i] = a.data[i * a.cols + j] as number;
  return out;
}

/** A copy of the first k columns, m × k. */
export function leadingColumns(a: Matrix, k: number): Matrix {
  const out = zeros(a.rows, k);
  for (let i = 0; i < a.rows; i++) out.data.set(a.data.subarray(i * a.cols, i * a.cols + k), i * k);
  return out;
}

/** Aᵀ, a new matrix. */
export function transpose(a: Matrix): Matrix {
  const { rows, cols, data } = a;
  const out = zeros(cols, rows);
  for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) out.data[j * rows + i] = data[i * cols + j] as number;
  return out;
}
