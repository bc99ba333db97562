/**
 * Reflections one at a time, kept where they made zeros: for matrices of a few rows or columns, where blocks do not pay (Golub & Van Loan,
 * 4th ed., §5.1, §5.2.2). A line is a column or a row: entries `step` apart.
 */
import { reflector } from "./householder";

/**
 * Turns the line of W at `at`, `length` entries `step` apart, onto its first entry, and along with it those beside it: `count` lines with
 * itself, `across` apart. The line keeps its vector, without its one. Returns τ. 4·length·count flops.
 */
export function reflectLines(
  w: Float64Array,
  at: number,
  step: number,
  length: number,
  across: number,
  count: number,
): number {
  const tau = reflector(w, at, length, step);
  if (tau === 0) return 0;
  const end = at + length * step;
  for (let other = across; other < count * across; other += across) {
    let sum = w[at + other]!;
    for (let p = at + step; p < end; p += step) sum += w[p]! * w[p + other]!;
    sum *= tau;
    w[at + other]! -= sum;
    for (let p = at + step; p < end; p += step) w[p + other]! -= sum * w[p]!;
  }
  return tau;
}

/**
 * The first `count` columns of the product of the reflections, as rows of X, `size` long; the last first, so that the rest is still the
 * identity's. Reflection k is of entries k + shift and on, and its vector begins (k, k + shift) in the row-major W, or for columns
 * (k + shift, k), with entries `step` apart. 2·size·count² flops.
 */
export function productOfReflections(
  x: Float64Array,
  size: number,
  count: number,
  w: Float64Array,
  stride: number,
  step: number,
  tau: Float64Array,
  shift: number,
): void {
  for (let j = 0; j < shift * size; j++) x[j] = j === 0 ? 1 : 0;
  for (let k = count - 1; k >= shift; k--) {
    const own = k * size;
    const t = tau[k - shift]!;
    // Entry i of the vector is W's at `at` + i·step.
    const at = (k - shift) * stride + k - k * step;
    for (let j = 0; j < k; j++) x[own + j] = 0;
    x[own + k] = 1 - t;
    for (let i = k + 1, p = at + i * step; i < size; i++, p += step) x[own + i] = -t * w[p]!;
    for (let row = own + size; row < count * size; row += size) {
      let sum = 0;
      for (let i = k + 1, p = at + i * step; i < size; i++, p += step) sum += w[p]! * x[row + i]!;
      sum *= t;
      x[row + k] = -sum;
      for (let i = k + 1, p = at + i * step; i < size; i++, p += step) x[row + i]! -= sum * w[p]!;
    }
  }
}
