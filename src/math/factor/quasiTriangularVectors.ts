/**
 * Eigenvectors of an upper quasi-triangular T by back-substitution: (T₁₁ − λI) x₁ = −t₁₂, for all eigenvalues at once, so that the
 * sums over rows already known go through gemm (Golub & Van Loan, §7.6.4; LAPACK dtrevc3).
 */
import { block, gemmInto } from "../kernels/gemm";
import { addTransposedProduct } from "../kernels/vectors";
import { EPSILON } from "../tolerance";

/** Divisors below this are lifted to it: the answer is then that of a T changed by less than any rounding. */
const TINY = 2 ** -900;
/** A vector past this is scaled down before it is divided again. */
const LARGE = 2 ** 60;
const ROWS = 32;

const coefficients = new Float64Array(ROWS + 1);

/**
 * Overwrites X with the solution of T X = X Λ, all n × n and X upper triangular but for T's blocks, its columns of largest size from 1
 * to 2⁶⁰: for a real eigenvalue column k, for a complex pair k, k + 1 the real and imaginary part of the vector of λ = T(k, k) + i·im[k],
 * im[k] > 0. T is of order one. O(n³), half in gemm.
 */
export function quasiTriangularVectors(t: Float64Array, n: number, im: Float64Array, x: Float64Array): void {
  for (let i = 0; i < x.length; i++) x[i] = 0;
  placeLast(t, n, im, x);
  for (let end = n; end > 0; ) {
    let start = Math.max(0, end - ROWS);
    if (start > 0 && t[start * n + start - 1] !== 0) start--;
    const known = n - end;
    if (known > 0)
      gemmInto(
        block(x, start * n + end, n),
        block(t, start * n + end, n),
        block(x, end * n + end, n),
        end - start,
        known,
        known,
        -1,
      );
    for (let last = end - 1; last >= start; ) {
      const first = last > start && t[last * n + last - 1] !== 0 ? last - 1 : last;
      const right = last + 1;
      for (let row = first; row <= last; row++) {
        for (let i = right; i < end; i++) coefficients[i - right] = -t[row * n + i]!;
        addTransposedProduct(x, row * n + right, x, right * n + right, n, coefficients, 0, end - right, n - right);
      }
      for (let k = right; k < n; k += im[k] === 0 ? 1 : 2) {
        const lambda = t[k * (n + 1)]!;
        const smallest = Math.max(EPSILON * (Math.abs(lambda) + im[k]!), TINY);
        if (first === last) solveOne(x, n, first, k, t[first * (n + 1)]! - lambda, im[k]!, smallest);
        else solvePair(x, n, first, k, t, im[k]!, smallest);
      }
      last = first - 1;
    }
    end = start;
  }
}

/** The entries of each vector in the rows of its own block. */
function placeLast(t: Float64Array, n: number, im: Float64Array, x: Float64Array): void {
  for (let k = 0; k < n; k++) {
    const at = k * (n + 1);
    if (im[k] === 0) {
      x[at] = 1;
      continue;
    }
    const b = t[at + 1]!;
    const c = t[at + n]!;
    // Either row of the block gives the vector; the one with the larger entry does not overflow.
    if (Math.abs(b) >= Math.abs(c)) {
      x[at] = 1;
      x[at + n + 1] = im[k]! / b;
    } else {
      x[at + 1] = im[k]! / c;
      x[at + n] = 1;
    }
    k++;
  }
}

/** Row `row` of vector k: what stands there, over the shift `re` − i·im. */
function solveOne(x: Float64Array, n: number, row: number, k: number, re: number, im: number, smallest: number): void {
  const at = row * n + k;
  if (im === 0) {
    x[at]! /= Math.abs(re) < smallest ? smallest : re;
    if (Math.abs(x[at]!) > LARGE) scaleColumn(x, n, k, 1 / Math.abs(x[at]!));
    return;
  }
  if (Math.abs(re) + im < smallest) divideInto(x, at, at + 1, x[at]!, x[at + 1]!, smallest, 0);
  else divideInto(x, at, at + 1, x[at]!, x[at + 1]!, re, -im);
  keepSmall(x, n, k, Math.abs(x[at]!) + Math.abs(x[at + 1]!));
}

/** Rows `row` and `row` + 1 of vector k against T's block there: elimination with the larger of the first column as pivot. */
function solvePair(
  x: Float64Array,
  n: number,
  row: number,
  k: number,
  t: Float64Array,
  im: number,
  smallest: number,
): void {
  const at = row * (n + 1);
  const lambda = t[k * (n + 1)]!;
  const shift = t[at]! - lambda;
  const b = t[at + 1]!;
  const c = t[at + n]!;
  const i = row * n + k;
  const j = i + n;
  const complex = im !== 0;
  const r1 = x[i]!;
  const r2 = x[j]!;
  const s1 = complex ? x[i + 1]! : 0;
  const s2 = complex ? x[j + 1]! : 0;
  // The block standardised has equal diagonal entries, shift − i·im, and bc < 0.
  const z = scratch;
  if (Math.abs(shift) + im >= Math.abs(c)) {
    divideInto(z, 0, 1, c, 0, shift, -im);
    const fRe = z[0]!;
    const fIm = z[1]!;
    const dRe = shift - fRe * b;
    const dIm = -im - fIm * b;
    const small = Math.abs(dRe) + Math.abs(dIm) < smallest;
    divideInto(
      z,
      2,
      3,
      r2 - (fRe * r1 - fIm * s1),
      s2 - (fRe * s1 + fIm * r1),
      small ? smallest : dRe,
      small ? 0 : dIm,
    );
    divideInto(z, 0, 1, r1 - b * z[2]!, s1 - b * z[3]!, shift, -im);
  } else {
    const fRe = shift / c;
    const fIm = -im / c;
    const dRe = b - (fRe * shift + fIm * im);
    const dIm = fRe * im - fIm * shift;
    const small = Math.abs(dRe) + Math.abs(dIm) < smallest;
    divideInto(
      z,
      2,
      3,
      r1 - (fRe * r2 - fIm * s2),
      s1 - (fRe * s2 + fIm * r2),
      small ? smallest : dRe,
      small ? 0 : dIm,
    );
    z[0] = (r2 - (shift * z[2]! + im * z[3]!)) / c;
    z[1] = (s2 - (shift * z[3]! - im * z[2]!)) / c;
  }
  x[i] = z[0]!;
  x[j] = z[2]!;
  if (!complex) {
    const size = Math.max(Math.abs(z[0]!), Math.abs(z[2]!));
    if (size > LARGE) scaleColumn(x, n, k, 1 / size);
    return;
  }
  x[i + 1] = z[1]!;
  x[j + 1] = z[3]!;
  keepSmall(x, n, k, Math.max(Math.abs(z[0]!), Math.abs(z[1]!), Math.abs(z[2]!), Math.abs(z[3]!)));
}

const scratch = new Float64Array(4);

/** (out[p], out[q]) = (a + bi)/(c + di), Smith's division (1962), which does not square the divisor. */
function divideInto(out: Float64Array, p: number, q: number, a: number, b: number, c: number, d: number): void {
  if (Math.abs(c) >= Math.abs(d)) {
    const ratio = d / c;
    const size = c + d * ratio;
    out[p] = (a + b * ratio) / size;
    out[q] = (b - a * ratio) / size;
  } else {
    const ratio = c / d;
    const size = c * ratio + d;
    out[p] = (a * ratio + b) / size;
    out[q] = (b * ratio - a) / size;
  }
}

function keepSmall(x: Float64Array, n: number, k: number, size: number): void {
  if (size <= LARGE) return;
  scaleColumn(x, n, k, 1 / size);
  scaleColumn(x, n, k + 1, 1 / size);
}

function scaleColumn(x: Float64Array, n: number, k: number, factor: number): void {
  for (let i = k; i < n * n; i += n) x[i]! *= factor;
}
