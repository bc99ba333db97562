/** The right side of AX = B: one vector b or the columns of a matrix; the answer has the form of the question. */
import { ShapeError } from "../errors";
import { largestFinite } from "../matrix/finite";
import type { Matrix } from "../matrix/matrix";
import { maxAbs } from "../matrix/scaling";

export type RightSide = Matrix | ArrayLike<number>;
/** A matrix for a matrix, a vector for a vector. */
export type Solution<B extends RightSide> = B extends Matrix ? Matrix : Float64Array;

/** b as rows × cols, read where it lies, and its largest |entry|. */
export interface Checked {
  readonly rows: number;
  readonly cols: number;
  readonly data: ArrayLike<number>;
  readonly largest: number;
}

const isMatrix = (b: RightSide): b is Matrix => (b as Matrix).data !== undefined;

/** Throws ShapeError unless b has as many rows, and DomainError for an entry that is not finite. */
export function checkedRightSide(routine: string, b: RightSide, rows: number): Checked {
  const matrix = isMatrix(b);
  const found = matrix ? b.rows : b.length;
  if (found !== rows) throw new ShapeError(routine, `${rows} ${matrix ? "rows" : "entries"} in b`, `${found}`);
  const cols = matrix ? b.cols : 1;
  const data = matrix ? b.data : b;
  const largest = maxAbs(data);
  if (!Number.isFinite(largest)) largestFinite(routine, { rows, cols, data: new Float64Array(data) }, "b");
  return { rows, cols, data, largest };
}

/** X in the form of b. */
export function inFormOf<B extends RightSide>(b: B, x: Matrix): Solution<B> {
  return (isMatrix(b) ? x : x.data) as Solution<B>;
}

/** A power of two that brings a right side away from over- and underflow: elimination's sums are about as large as it is. */
export function headroomFor(largest: number): number {
  if (largest > 2 ** 450) return 2 ** -400;
  return largest < 2 ** -450 ? 2 ** 400 : 1;
}
