/**
 * A v = λ v for any real n × n A: eigenvalues of largest modulus first (of equal moduli the larger real part first, then the
 * positive imaginary part), complex ones in conjugate pairs; vectors of 2-norm one whose entry of largest modulus (the first of
 * equals) is real and positive. Balancing, real Schur form by Francis's QR, back-substitution (Golub & Van Loan, §7; LAPACK dgeev).
 */

import { balance } from "../kernels/balance";
import { block, gemmInto } from "../kernels/gemm";
import { type Matrix, zeros } from "../matrix/matrix";
import { orderOne } from "../matrix/orderOne";
import { squareSize } from "../matrix/square";
import { EPSILON, relativeTolerance } from "../tolerance";
import { quasiTriangularVectors } from "./quasiTriangularVectors";
import { schur } from "./schur";
import { cond } from "./subspaces";

export interface Eig {
  readonly re: Float64Array;
  readonly im: Float64Array;
  /** n × n each, column j for eigenvalue j. */
  readonly vectors: { readonly re: Matrix; readonly im: Matrix };
  /** κ₂ of the matrix of vectors: how far a change of A can move its eigenvalues, as a factor (Bauer & Fike 1960). */
  readonly vectorCondition: number;
  /**
   * No basis of eigenvectors that rounding leaves: κ₂(V) > 1/√(100nε). A double eigenvalue with one direction splits by √ε
   * in rounding, and its two vectors then differ by as much, so this and not a zero is what a defective matrix shows.
   */
  readonly defective: boolean;
}

/** Eigenvalues and vectors of a finite n × n matrix. Throws ShapeError, DomainError, ConvergenceError. About 30n³ flops, and singular values for κ₂. */
export function eig(a: Matrix): Eig {
  const n = squareSize("eig", a);
  const { scaled, up, up2 } = orderOne("eig", a);
  const d = balance(scaled.data, n);
  const { q, t } = schur(scaled);
  const { re, im } = eigenvalues(t);
  const order = largestModulusFirst(re, im);
  const vectors = unitVectors(turnedBack(q.data, quasiTriangularVectors(t, im).data, n), d, im, order);
  const vectorCondition = cond(realBasis(vectors, order, im));
  return {
    // Adding 0 keeps −0 out of pictures and texts.
    re: Float64Array.from(order, (j) => re[j]! / up / up2 + 0),
    im: Float64Array.from(order, (j) => im[j]! / up / up2),
    vectors,
    vectorCondition,
    defective: vectorCondition > 1 / Math.sqrt(100 * n * EPSILON),
  };
}

/** Of the diagonal blocks of T, in its order; a pair's positive imaginary part first. */
function eigenvalues({ rows: n, data }: Matrix): { re: Float64Array; im: Float64Array } {
  const re = Float64Array.from({ length: n }, (_, i) => data[i * (n + 1)]!);
  const im = new Float64Array(n);
  for (let i = 0; i + 1 < n; i++) {
    const [b, c] = [data[i * (n + 1) + 1]!, data[(i + 1) * n + i]!];
    if (c === 0) continue;
    im[i] = Math.sqrt(Math.abs(b)) * Math.sqrt(Math.abs(c));
    im[i + 1] = -im[i]!;
    i++;
  }
  return { re, im };
}

/** Moduli that differ by no more than rounding count as equal, so that ±λ and the roots of unity keep one order. */
function largestModulusFirst(re: Float64Array, im: Float64Array): number[] {
  const n = re.length;
  const modulus = re.map((value, i) => Math.hypot(value, im[i]!));
  const order = Array.from(re, (_, i) => i).sort((i, j) => modulus[j]! - modulus[i]! || re[j]! - re[i]! || i - j);
  for (let start = 0; start < n; ) {
    let end = start + 1;
    const floor = modulus[order[start]!]! * (1 - 16 * relativeTolerance(n, n));
    while (end < n && modulus[order[end]!]! >= floor) end++;
    const equals = order.slice(start, end).sort((i, j) => re[j]! - re[i]! || im[j]! - im[i]!);
    order.splice(start, end - start, ...equals);
    start = end;
  }
  return order;
}

/** Q X for upper triangular X (but for T's blocks), by groups of columns, each with the rows that it has. */
function turnedBack(q: Float64Array, x: Float64Array, n: number): Float64Array {
  const v = new Float64Array(n * n);
  for (let from = 0; from < n; from += COLUMNS) {
    const to = Math.min(from + COLUMNS, n);
    // One row more, where a pair's block reaches past the group.
    gemmInto(block(v, from, n), block(q, 0, n), block(x, from, n), n, to - from, Math.min(to + 1, n));
  }
  return v;
}

const COLUMNS = 64;

/** The columns of D V, of norm one, the largest entry of each real and positive, in their order. */
function unitVectors(v: Float64Array, d: Float64Array, im: Float64Array, order: readonly number[]): Eig["vectors"] {
  const n = d.length;
  const { cos, sin, leads } = phases(v, d, im);
  const re = zeros(n, n);
  const imaginary = zeros(n, n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const k = order[j]!;
      const part = im[k]!;
      if (part === 0) {
        re.data[i * n + j] = v[i * n + k]! * cos[k]!;
        continue;
      }
      // The second of a pair is the conjugate of the first.
      const first = part > 0 ? k : k - 1;
      const x = v[i * n + first]!;
      const y = v[i * n + first + 1]!;
      re.data[i * n + j] = x * cos[first]! + y * sin[first]!;
      const turned = y * cos[first]! - x * sin[first]!;
      imaginary.data[i * n + j] = i === leads[first] ? 0 : part > 0 ? turned : -turned;
    }
  return { re, im: imaginary };
}

/** V ← D V, its columns of largest size one; for each the factor cos − i·sin that makes it a unit vector as asked, and its largest row. */
function phases(v: Float64Array, d: Float64Array, im: Float64Array) {
  const n = d.length;
  const largest = new Float64Array(n);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) {
      v[i * n + k]! *= d[i]!;
      const size = Math.abs(v[i * n + k]!);
      if (size > largest[k]!) largest[k] = size;
    }
  for (let k = 0; k + 1 < n; k++) if (im[k]! > 0) largest[k] = largest[k + 1] = Math.max(largest[k]!, largest[k + 1]!);
  const sums = new Float64Array(n);
  const sizes = new Float64Array(n);
  const leads = new Int32Array(n);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) {
      const at = i * n + k;
      const x = v[at]! / largest[k]!;
      v[at] = x;
      let square = x * x;
      if (im[k]! > 0) {
        const y = v[at + 1]! / largest[k]!;
        v[at + 1] = y;
        square += y * y;
      }
      sums[k]! += square;
      // A hair's margin, so that rounding does not choose between entries that are equal in exact arithmetic.
      if (square > sizes[k]! * (1 + 2e-12)) {
        sizes[k] = square;
        leads[k] = i;
      }
      if (im[k]! > 0) k++;
    }
  const cos = new Float64Array(n);
  const sin = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const at = leads[k]! * n + k;
    const size = Math.sqrt(sums[k]!) * Math.sqrt(sizes[k]!);
    cos[k] = v[at]! / size;
    if (im[k]! > 0) sin[k] = v[at + 1]! / size;
    if (im[k]! > 0) k++;
  }
  return { cos, sin, leads };
}

/** V times a unitary matrix, real: a conjugate pair v, v̄ is √2 Re v, √2 Im v turned, so κ₂ is the same. */
function realBasis({ re, im }: Eig["vectors"], order: number[], imaginary: Float64Array): Matrix {
  if (imaginary.every((part) => part === 0)) return re;
  const n = re.rows;
  const out = zeros(n, n);
  for (let j = 0; j < n; j++) {
    const part = imaginary[order[j]!]!;
    for (let i = 0; i < n; i++) {
      const [a, b] = [re.data[i * n + j]!, im.data[i * n + j]!];
      out.data[i * n + j] = part === 0 ? a : Math.SQRT2 * (part > 0 ? a : b);
    }
  }
  return out;
}
