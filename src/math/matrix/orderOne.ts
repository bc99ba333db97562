import { largestFinite } from "./finite";
import type { Matrix } from "./matrix";
import { powerOfTwoScale } from "./scaling";

export interface OrderOne {
  /** up·up2·A, its largest |entry| in [1, 2). */
  readonly scaled: Matrix;
  /** Powers of two; their product can pass the range of a double, so both are applied one after the other. */
  readonly up: number;
  readonly up2: number;
}

/** A copy of A of order one, so that squares, sums and singular values stay in range. Throws DomainError where an entry is not finite. */
export function orderOne(routine: string, a: Matrix): OrderOne {
  const [up, up2] = powerOfTwoScale(largestFinite(routine, a));
  const data = new Float64Array(a.data.length);
  for (let i = 0; i < data.length; i++) data[i] = a.data[i]! * up * up2;
  return { scaled: { rows: a.rows, cols: a.cols, data }, up, up2 };
}
