/**
 * A v = λ v for any real n × n A: eigenvalues of largest modulus first (of equal moduli the larger real part first), complex ones in
 * conjugate pairs, side by side, the positive imaginary part first; vectors of 2-norm one whose entry of largest modulus (the first
 * of equals) is real and positive. Balancing, real Schur form by Francis's QR, back-substitution (Golub & Van Loan, §7; LAPACK dgeev).
 */

import { balance } from "../kernels/balance";
import { block, gemmInto } from "../kernels/gemm";
import { smallProduct } from "../kernels/smallProduct";
import { largestFinite } from "../matrix/finite";
import { type Matrix, zeros } from "../matrix/matrix";
import { maxAbs, powerOfTwoScale } from "../matrix/scaling";
import { squareSize } from "../matrix/square";
import { EPSILON, relativeTolerance } from "../tolerance";
import { eigh } from "./eigh";
import { francis } from "./francis";
import { quasiTriangularVectors } from "./quasiTriangularVectors";
import { singularValues } from "./singularValues";
import { length } from "./small/scale";

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

/** Up to this size the workspace is kept from call to call: what runs on every frame allocates its result alone. */
const SMALL = 48;

const roomFor = (n: number) => ({
  w: new Float64Array(n * n),
  q: new Float64Array(n * n),
  x: zeros(n, n),
  d: new Float64Array(n),
  re: new Float64Array(n),
  im: new Float64Array(n),
  modulus: new Float64Array(n),
  order: new Int32Array(n),
});

type Room = ReturnType<typeof roomFor>;

const rooms: Room[] = [];

/** Eigenvalues and vectors of a finite n × n matrix; orthonormal vectors where it is symmetric, to the bit. Throws ShapeError, DomainError, ConvergenceError. About 30n³ flops, and singular values for κ₂. */
export function eig(a: Matrix): Eig {
  const n = squareSize("eig", a);
  const [up, up2] = powerOfTwoScale(largestFinite("eig", a));
  if (n <= SMALL) rooms[n] ??= roomFor(n);
  const room = rooms[n] ?? roomFor(n);
  if (isSymmetric(a)) return ofSymmetric(a, room);
  const { w, q, x, d, re, im } = room;
  for (let i = 0; i < w.length; i++) w[i] = a.data[i]! * up * up2;
  balance(w, n, d);
  // Balanced, it can be far below order one.
  const [lift, lift2] = powerOfTwoScale(maxAbs(w));
  if (lift * lift2 !== 1) for (let i = 0; i < w.length; i++) w[i] = w[i]! * lift * lift2;
  francis(w, q, n);
  readEigenvalues(w, n, re, im);
  quasiTriangularVectors(w, n, im, x.data);
  turnBack(w, q, x.data, n);
  sortByModulus(n, room);
  return inOrder(n, room, 1 / (up * lift), 1 / (up2 * lift2));
}

function isSymmetric({ rows: n, data }: Matrix): boolean {
  for (let i = 1; i < n; i++) for (let j = 0; j < i; j++) if (data[i * n + j] !== data[j * n + i]) return false;
  return true;
}

/** By eigh: in Schur form rounding can make a pair of a real value that repeats, or leave it one vector (a projection's zeros). */
function ofSymmetric(a: Matrix, room: Room): Eig {
  const n = a.rows;
  const { values, vectors: from } = eigh(a);
  room.re.set(values);
  room.im.fill(0);
  sortByModulus(n, room);
  const re = new Float64Array(n);
  const vectors = { re: zeros(n, n), im: zeros(n, n) };
  for (let j = 0; j < n; j++) {
    const k = room.order[j]!;
    re[j] = values[k]! + 0;
    for (let at = 0; at < n * n; at += n) vectors.re.data[at + j] = from.data[at + k]! + 0;
  }
  return { re, im: new Float64Array(n), vectors, vectorCondition: n === 0 ? 0 : 1, defective: false };
}

/** Of the diagonal blocks of T, in its order; a pair's positive imaginary part first. */
function readEigenvalues(t: Float64Array, n: number, re: Float64Array, im: Float64Array): void {
  for (let i = 0; i < n; i++) {
    const at = i * (n + 1);
    re[i] = t[at]!;
    im[i] = 0;
    if (i + 1 === n || t[at + n] === 0) continue;
    im[i] = Math.sqrt(Math.abs(t[at + 1]!)) * Math.sqrt(Math.abs(t[at + n]!));
    re[i + 1] = t[at + n + 1]!;
    im[i + 1] = -im[i]!;
    i++;
  }
}

/** V = Q X, X upper triangular but for T's blocks: by groups of columns, each with the rows that it has. */
function turnBack(v: Float64Array, q: Float64Array, x: Float64Array, n: number): void {
  if (n <= COLUMNS) {
    smallProduct(v, q, n, 1, x, n, 1, n, n, n);
    return;
  }
  v.fill(0);
  for (let from = 0; from < n; from += COLUMNS) {
    const to = Math.min(from + COLUMNS, n);
    // One row more, where a pair's block reaches past the group.
    gemmInto(block(v, from, n), block(q, 0, n), block(x, from, n), n, to - from, Math.min(to + 1, n));
  }
}

const COLUMNS = 64;

/** Moduli that differ by no more than rounding count as equal, so that ±λ and the roots of unity keep one order. */
function sortByModulus(n: number, { re, im, modulus, order }: Room): void {
  for (let k = 0; k < n; k++) {
    modulus[k] = im[k] === 0 ? Math.abs(re[k]!) : length(re[k]!, im[k]!);
    let j = k;
    for (; j > 0; j--) {
      const before = order[j - 1]!;
      const gap = modulus[k]! - modulus[before]! || re[k]! - re[before]!;
      if (gap <= 0) break;
      order[j] = before;
    }
    order[j] = k;
  }
  for (let start = 0; start < n; ) {
    let end = start + 1;
    const floor = modulus[order[start]!]! * (1 - 16 * relativeTolerance(n, n));
    while (end < n && modulus[order[end]!]! >= floor) end++;
    for (let i = start + 1; i < end; i++) {
      const k = order[i]!;
      let j = i;
      for (; j > start; j--) {
        const before = order[j - 1]!;
        // By size, and a pair as it stands in T: of equal pairs one follows the other whole.
        const gap = re[k]! - re[before]! || Math.abs(im[k]!) - Math.abs(im[before]!);
        if (gap <= 0) break;
        order[j] = before;
      }
      order[j] = k;
    }
    start = end;
  }
}

/** The eigenvalues times down·down2, and the vectors D V, which W becomes, each made a unit vector. */
function inOrder(n: number, { w, x, d, re, im, order }: Room, down: number, down2: number): Eig {
  const values = { re: new Float64Array(n), im: new Float64Array(n) };
  const vectors = n > 2 ? zeroPair(n) : { re: zeros(n, n), im: zeros(n, n) };
  for (let j = 0; j < n; j++) {
    const k = order[j]!;
    // Adding 0 keeps −0 out of pictures and texts, here and below.
    values.re[j] = re[k]! * down * down2 + 0;
    values.im[j] = im[k]! * down * down2 + 0;
    if (im[k]! >= 0) makeUnit(w, n, k, im[k]! > 0, d);
    writeVector(w, n, k, im[k]!, vectors.re.data, vectors.im.data, j);
  }
  const vectorCondition = condition(w, n, im, x);
  const defective = vectorCondition > 1 / Math.sqrt(100 * n * EPSILON);
  return { re: values.re, im: values.im, vectors, vectorCondition, defective };
}

/** Both on one buffer, since one past 64 bytes costs as much as a hundred flops. */
function zeroPair(n: number): Eig["vectors"] {
  const size = n * n;
  const buffer = new ArrayBuffer(16 * size);
  return {
    re: { rows: n, cols: n, data: new Float64Array(buffer, 0, size) },
    im: { rows: n, cols: n, data: new Float64Array(buffer, 8 * size, size) },
  };
}

/** Column k of D V, or k + i(k + 1) for a pair, becomes a unit vector whose entry of largest modulus is real and positive. */
function makeUnit(v: Float64Array, n: number, k: number, pair: boolean, d: Float64Array): void {
  let largest = 0;
  for (let i = 0, at = k; i < n; i++, at += n) {
    v[at]! *= d[i]!;
    largest = Math.max(largest, Math.abs(v[at]!));
    if (!pair) continue;
    v[at + 1]! *= d[i]!;
    largest = Math.max(largest, Math.abs(v[at + 1]!));
  }
  let sum = 0;
  let lead = 0;
  let leadAt = k;
  for (let i = 0, at = k; i < n; i++, at += n) {
    const x = v[at]! / largest;
    v[at] = x;
    let square = x * x;
    if (pair) {
      const y = v[at + 1]! / largest;
      v[at + 1] = y;
      square += y * y;
    }
    sum += square;
    // A hair's margin, so that rounding does not choose between entries that are equal in exact arithmetic.
    if (square > lead * (1 + 2e-12)) {
      lead = square;
      leadAt = at;
    }
  }
  const size = Math.sqrt(sum) * Math.sqrt(lead);
  const cos = v[leadAt]! / size;
  if (!pair) {
    for (let i = 0, at = k; i < n; i++, at += n) v[at]! *= cos;
    return;
  }
  const sin = v[leadAt + 1]! / size;
  for (let i = 0, at = k; i < n; i++, at += n) {
    const x = v[at]!;
    const y = v[at + 1]!;
    v[at] = x * cos + y * sin;
    v[at + 1] = y * cos - x * sin;
  }
  v[leadAt + 1] = 0;
}

/** The vector of eigenvalue k into column j; the second of a pair is the conjugate of the first, which has come before it. */
function writeVector(
  v: Float64Array,
  n: number,
  k: number,
  part: number,
  re: Float64Array,
  im: Float64Array,
  j: number,
): void {
  const first = part < 0 ? k - 1 : k;
  for (let from = first, to = j; to < n * n; from += n, to += n) {
    re[to] = v[from]! + 0;
    if (part !== 0) im[to] = part > 0 ? v[from + 1]! + 0 : 0 - v[from + 1]!;
  }
}

/** κ₂ of V times a unitary matrix that makes it real: a conjugate pair v, v̄ is √2 Re v, √2 Im v turned. */
function condition(v: Float64Array, n: number, im: Float64Array, basis: Matrix): number {
  for (let k = 0; k < n; k++) {
    const factor = im[k] === 0 ? 1 : Math.SQRT2;
    for (let at = k; at < n * n; at += n) basis.data[at] = factor * v[at]!;
  }
  // Of unit columns, so it needs no scaling.
  const s = singularValues(basis);
  const smallest = s[n - 1] ?? 1;
  return smallest === 0 ? Number.POSITIVE_INFINITY : (s[0] ?? 0) / smallest;
}
