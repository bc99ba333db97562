/**
 * A v = λ v for any real n × n A: eigenvalues of largest modulus first (of equal moduli the larger real part first, then the
 * positive imaginary part), complex ones in conjugate pairs; vectors of 2-norm one whose entry of largest modulus (the first of
 * equals) is real and positive. Balancing, real Schur form by Francis's QR, back-substitution (Golub & Van Loan, §7; LAPACK dgeev).
 */
import { ShapeError } from "../errors";
import { balance } from "../kernels/balance";
import { matmul } from "../kernels/matmul";
import { type Matrix, zeros } from "../matrix/matrix";
import { maxAbs, powerOfTwoScale } from "../matrix/scaling";
import { EPSILON, relativeTolerance } from "../tolerance";
import { quasiTriangularVector } from "./quasiTriangularVectors";
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

/** Eigenvalues and vectors of a finite n × n matrix. Throws ShapeError, ConvergenceError. About 40n³ flops. */
export function eig(a: Matrix): Eig {
  const n = a.rows;
  if (a.cols !== n) throw new ShapeError("eig", "a square matrix", `${n} × ${a.cols}`);
  const [up, up2] = powerOfTwoScale(maxAbs(a.data));
  const w = a.data.map((v) => v * up * up2);
  const d = balance(w, n);
  const { q, t } = schur({ rows: n, cols: n, data: w });
  const { re, im } = eigenvalues(t);
  const order = largestModulusFirst(re, im);
  const vectors = eigenvectors(t, q, d, im, order);
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

function eigenvectors(t: Matrix, q: Matrix, d: Float64Array, im: Float64Array, order: number[]): Eig["vectors"] {
  const n = t.rows;
  const [x, y] = [zeros(n, n), zeros(n, n)];
  const [columnRe, columnIm] = [new Float64Array(n), new Float64Array(n)];
  order.forEach((k, j) => {
    // The second of a pair is the conjugate of the first.
    const conjugate = im[k]! < 0;
    quasiTriangularVector(t, conjugate ? k - 1 : k, Math.abs(im[k]!), columnRe, columnIm);
    const largest = Math.max(maxAbs(columnRe), maxAbs(columnIm));
    for (let i = 0; i < n; i++) {
      x.data[i * n + j] = columnRe[i]! / largest;
      y.data[i * n + j] = (conjugate ? -1 : 1) * (columnIm[i]! / largest);
    }
  });
  const re = matmul(q, x);
  const imaginary = matmul(q, y);
  for (let j = 0; j < n; j++) normalise(re, imaginary, j, d);
  return { re, im: imaginary };
}

/** Column j ← D times it, of norm one, its largest entry real and positive. */
function normalise(re: Matrix, im: Matrix, j: number, d: Float64Array): void {
  const n = re.rows;
  let largest = 0;
  for (let i = 0; i < n; i++) {
    re.data[i * n + j]! *= d[i]!;
    im.data[i * n + j]! *= d[i]!;
    largest = Math.max(largest, Math.abs(re.data[i * n + j]!), Math.abs(im.data[i * n + j]!));
  }
  let [sum, lead, at] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    re.data[i * n + j]! /= largest;
    im.data[i * n + j]! /= largest;
    const size = Math.hypot(re.data[i * n + j]!, im.data[i * n + j]!);
    sum += size * size;
    // A hair's margin, so that rounding does not choose between entries that are equal in exact arithmetic.
    if (size > lead * (1 + 1e-12)) [lead, at] = [size, i];
  }
  const norm = Math.sqrt(sum);
  const cos = re.data[at * n + j]! / lead / norm;
  const sin = im.data[at * n + j]! / lead / norm;
  for (let i = 0; i < n; i++) {
    const [a, b] = [re.data[i * n + j]!, im.data[i * n + j]!];
    re.data[i * n + j] = a * cos + b * sin;
    im.data[i * n + j] = i === at ? 0 : b * cos - a * sin;
  }
}

/** V times a unitary matrix, real: a conjugate pair v, v̄ is √2 Re v, √2 Im v turned, so κ₂ is the same. */
function realBasis({ re, im }: Eig["vectors"], order: number[], imaginary: Float64Array): Matrix {
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
