/** The right side of AX = B: one vector b or the columns of a matrix; the answer has the form of the question. */
import { ShapeError } from "../errors";
import { largestFinite } from "../matrix/finite";
import type { Matrix } from "../matrix/matrix";

export type RightSide = Matrix | ArrayLike<number>;
/** A matrix for a matrix, a vector for a vector. */
export type Solution<B extends RightSide> = B extends Matrix ? Matrix : Float64Array;

/** A copy of b, and its largest |entry|. */
export interface Copied extends Matrix {
  readonly largest: number;
}

const isMatrix = (b: RightSide): b is Matrix => (b as Matrix).data !== undefined;

/** A copy of b as a rows × k matrix. Throws ShapeError, and DomainError for an entry that is not finite. */
export function copiedRightSide(routine: string, b: RightSide, rows: number): Copied {
  const matrix = isMatrix(b);
  const found = matrix ? b.rows : b.length;
  if (found !== rows) throw new ShapeError(routine, `${rows} ${matrix ? "rows" : "entries"} in b`, `${found}`);
  const cols = matrix ? b.cols : 1;
  const from = matrix ? b.data : b;
  const data = new Float64Array(rows * cols);
  let largest = 0;
  for (let i = 0; i < data.length; i++) {
    const value = from[i]!;
    data[i] = value;
    const size = Math.abs(value);
    if (size > largest || Number.isNaN(size)) largest = size;
  }
  if (!Number.isFinite(largest)) largestFinite(routine, { rows, cols, data }, "b");
  return { rows, cols, data, largest };
}

/** X in the form of b. */
export function inFormOf<B extends RightSide>(b: B, x: Matrix): Solution<B> {
  return (isMatrix(b) ? x : x.data) as Solution<B>;
}

/** A power of two that brings a right side away from over- and underflow: elimination's sums are about as large as it is. */
export function roomFor(largest: number): number {
  if (largest > 2 ** 450) return 2 ** -400;
  return largest < 2 ** -450 ? 2 ** 400 : 1;
}
