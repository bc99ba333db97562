/**
 * Eigenvectors of an upper quasi-triangular T by back-substitution: (T₁₁ − λI) x₁ = −t₁₂, block by block from the bottom
 * (Golub & Van Loan, §7.6.4; LAPACK dtrevc). Complex numbers are [re, im].
 */
import type { Matrix } from "../matrix/matrix";
import { EPSILON } from "../tolerance";

type Complex = readonly [number, number];

/** Divisors below this are lifted to it: the answer is then that of a T changed by less than any rounding. */
const TINY = 2 ** -960;
/** A vector past this is scaled down before it is divided again. */
const LARGE = 2 ** 60;

/**
 * x with T x = λ x for the eigenvalue whose block begins at `k`; for a complex pair the one with positive imaginary part `im`.
 * Not normalised; `re` and `outIm`, length n, are overwritten. T is of order one. O(n²).
 */
export function quasiTriangularVector(t: Matrix, k: number, im: number, re: Float64Array, outIm: Float64Array): void {
  const { rows: n, data } = t;
  const lambda: Complex = [data[k * (n + 1)]!, im];
  const smallest = Math.max(EPSILON * (Math.abs(lambda[0]) + im), TINY);
  re.fill(0);
  outIm.fill(0);
  const last = im === 0 ? k : k + 1;
  if (im === 0) re[k] = 1;
  else {
    const [b, c] = [data[k * (n + 1) + 1]!, data[k * (n + 1) + n]!];
    // Either row of the block gives the vector; the one with the larger entry does not overflow.
    if (Math.abs(b) >= Math.abs(c)) [re[k], outIm[k + 1]] = [1, im / b];
    else [outIm[k], re[k + 1]] = [im / c, 1];
  }
  for (let j = k - 1; j >= 0; ) {
    const pair = j > 0 && data[j * n + j - 1] !== 0;
    const first = pair ? j - 1 : j;
    let size = 0;
    for (let i = j + 1; i <= last; i++) size = Math.max(size, Math.abs(re[i]!), Math.abs(outIm[i]!));
    if (size > LARGE)
      for (let i = j + 1; i <= last; i++) {
        re[i]! /= size;
        outIm[i]! /= size;
      }
    const right1 = rightSide(data, n, first, j, last, re, outIm);
    const at = first * (n + 1);
    if (pair) {
      const right2 = rightSide(data, n, j, j, last, re, outIm);
      const block = [data[at]!, data[at + 1]!, data[at + n]!, data[at + n + 1]!] as const;
      const [x, y] = solvePair(block, lambda, right1, right2, smallest);
      [re[first], outIm[first]] = x;
      [re[j], outIm[j]] = y;
    } else [re[j], outIm[j]] = divide(right1, lifted([data[at]! - lambda[0], -lambda[1]], smallest));
    j = first - 1;
  }
}

/** −Σ T(row, i) xᵢ over the known entries, those after `j`. */
function rightSide(
  data: Float64Array,
  n: number,
  row: number,
  j: number,
  last: number,
  re: Float64Array,
  im: Float64Array,
): Complex {
  let [x, y] = [0, 0];
  for (let i = j + 1; i <= last; i++) {
    x -= data[row * n + i]! * re[i]!;
    y -= data[row * n + i]! * im[i]!;
  }
  return [x, y];
}

/** ([[a, b], [c, d]] − λI) (x, y) = (r₁, r₂) by elimination with the larger of the first column as pivot. */
function solvePair(
  [a, b, c, d]: readonly [number, number, number, number],
  [re, im]: Complex,
  r1: Complex,
  r2: Complex,
  smallest: number,
): [Complex, Complex] {
  const top: Complex = [a - re, -im];
  const bottom: Complex = [d - re, -im];
  if (Math.hypot(...top) >= Math.abs(c)) {
    const pivot = lifted(top, smallest);
    const factor = divide([c, 0], pivot);
    const y = divide(minus(r2, times(factor, r1)), lifted(minus(bottom, times(factor, [b, 0])), smallest));
    return [divide(minus(r1, times([b, 0], y)), pivot), y];
  }
  const factor: Complex = [top[0] / c, top[1] / c];
  const y = divide(minus(r1, times(factor, r2)), lifted(minus([b, 0], times(factor, bottom)), smallest));
  const x = minus(r2, times(bottom, y));
  return [[x[0] / c, x[1] / c], y];
}

const lifted = (z: Complex, smallest: number): Complex =>
  Math.abs(z[0]) + Math.abs(z[1]) < smallest ? [smallest, 0] : z;
const minus = (x: Complex, y: Complex): Complex => [x[0] - y[0], x[1] - y[1]];
const times = (x: Complex, y: Complex): Complex => [x[0] * y[0] - x[1] * y[1], x[0] * y[1] + x[1] * y[0]];

/** Smith's division (1962), which does not square the divisor. */
function divide(x: Complex, y: Complex): Complex {
  if (Math.abs(y[0]) >= Math.abs(y[1])) {
    const ratio = y[1] / y[0];
    const size = y[0] + y[1] * ratio;
    return [(x[0] + x[1] * ratio) / size, (x[1] - x[0] * ratio) / size];
  }
  const ratio = y[0] / y[1];
  const size = y[0] * ratio + y[1];
  return [(x[0] * ratio + x[1]) / size, (x[1] * ratio - x[0]) / size];
}
