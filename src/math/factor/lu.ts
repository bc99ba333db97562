/**
 * PA = LU for square A: L unit lower triangular, U upper triangular, P a row permutation.
 * Partial pivoting by panels (Golub & Van Loan, §3.4; LAPACK dgetrf, dgetrs).
 */

import { eliminate } from "../kernels/eliminate";
import { block } from "../kernels/gemm";
import { solveLower, solveUpper } from "../kernels/triangularSolve";
import { largestFinite } from "../matrix/finite";
import { type Matrix, zeros } from "../matrix/matrix";
import { powerOfTwoScale } from "../matrix/scaling";
import { squareSize } from "../matrix/square";
import { EPSILON } from "../tolerance";
import { type Checked, checkedRightSide, headroomFor, inFormOf, type RightSide, type Solution } from "./rightSide";
import { cond } from "./subspaces";

export type { RightSide, Solution } from "./rightSide";

export interface Lu {
  readonly l: Matrix;
  readonly u: Matrix;
  /** Row i of PA is row perm[i] of A. */
  readonly perm: Int32Array;
  /** Determinant of P. */
  readonly sign: 1 | -1;
  /** Column of the first pivot that is exactly zero, or −1. */
  readonly zeroPivot: number;
}

/** LU of a finite n × n matrix; a singular one is a result with a zero pivot. Throws ShapeError, DomainError. 2n³/3 flops. */
export function lu(a: Matrix): Lu {
  const n = a.rows;
  const { w, perm, zeroPivot, up, up2 } = eliminated("lu", a);
  const l = zeros(n, n);
  const u = zeros(n, n);
  for (let i = 0; i < n; i++) {
    const row = i * n;
    for (let j = 0; j < i; j++) l.data[row + j] = w[row + j]!;
    l.data[row + i] = 1;
    for (let j = i; j < n; j++) u.data[row + j] = w[row + j]! / up / up2;
  }
  // Copied before its parity puts it in order.
  return { l, u, perm: perm.slice(), sign: parity(perm), zeroPivot };
}

/**
 * X with AX = B from the factors, B one vector of length n or an n × k matrix: factor once, use many times. Null when a pivot is
 * exactly zero. Throws ShapeError, DomainError. 2n²k flops.
 */
export function solveLu<B extends RightSide>({ l, u, perm, zeroPivot }: Lu, b: B): Solution<B> | null {
  const x = checkedRightSide("solveLu", b, l.rows);
  if (zeroPivot >= 0) return null;
  return inFormOf(b, substituted(l.data, u.data, perm, x, 1, 1));
}

/** X with AX = B for square A by LU, B one vector or the columns of a matrix. Null when A is exactly singular; infinite or NaN only where X overflows. Throws ShapeError, DomainError. 2n³/3 + 2n²k flops. */
export function solve<B extends RightSide>(a: Matrix, b: B): Solution<B> | null {
  const { w, perm, zeroPivot, up, up2 } = eliminated("solve", a);
  const x = checkedRightSide("solve", b, a.rows);
  if (zeroPivot >= 0) return null;
  return inFormOf(b, substituted(w, w, perm, x, up, up2));
}

export type Inverse = { readonly singular: false; readonly inverse: Matrix } | { readonly singular: true };

/** A⁻¹, or `{ singular: true }` when κ₂(A) > 1/(nε), where no digit of an inverse could be trusted. ±Infinity only where an entry overflows. Throws ShapeError, DomainError. 8n³/3 flops, and an SVD where κ is near that limit. */
export function inverse(a: Matrix): Inverse {
  const n = a.rows;
  const { w, perm, zeroPivot, up, up2 } = eliminated("inverse", a);
  if (zeroPivot >= 0) return { singular: true };
  const x = new Float64Array(n * n);
  for (let i = 0; i < n; i++) x[i * n + perm[i]!] = 1;
  solveLower(block(w, 0, n), n, true, x, 0, n);
  solveUpper(block(w, 0, n), n, x, 0, n);
  let size = 0;
  let inverseSize = 0;
  for (let k = 0; k < x.length; k++) {
    const value = a.data[k]! * up * up2;
    size += value * value;
    inverseSize += x[k]! * x[k]!;
    x[k] = x[k]! * up * up2;
  }
  // In the Frobenius norm κ is the larger, so a small one settles it without singular values.
  const limit = 1 / (n * EPSILON);
  if (!(Math.sqrt(size) * Math.sqrt(inverseSize) < limit / 16) && cond(a) > limit) return { singular: true };
  return { singular: false, inverse: { rows: n, cols: n, data: x } };
}

/** Determinant as the signed product of pivots, kept in range by a separate exponent. ±Infinity only if the true value overflows. Throws ShapeError, DomainError. 2n³/3 flops. */
export function det(a: Matrix): number {
  const n = a.rows;
  const { w, perm, zeroPivot, up, up2 } = eliminated("det", a);
  if (zeroPivot >= 0) return 0;
  let mantissa: number = parity(perm);
  let exponent = up * up2 === 1 ? 0 : -n * Math.round(Math.log2(up) + Math.log2(up2));
  for (let i = 0; i < n; i++) {
    let pivot = w[i * (n + 1)]!;
    let size = Math.abs(pivot);
    if (!inRange(size)) {
      const shift = size > LARGE ? 600 : -600;
      pivot *= 2 ** -shift;
      exponent += shift;
    }
    mantissa *= pivot;
    size = Math.abs(mantissa);
    if (!inRange(size)) {
      const shift = size > LARGE ? 450 : -450;
      mantissa *= 2 ** -shift;
      exponent += shift;
    }
  }
  const clamped = Math.max(-2200, Math.min(2200, exponent));
  const third = Math.trunc(clamped / 3);
  // From zero, since −0 is nothing to show.
  return 0 + mantissa * 2 ** third * 2 ** third * 2 ** (clamped - 2 * third);
}

/** L and U of s·A in one array, s = up·up2 a power of two that is not one only near over- or underflow; of a small A the room's, until the next call. */
interface Eliminated {
  readonly w: Float64Array;
  readonly perm: Int32Array;
  readonly zeroPivot: number;
  readonly up: number;
  readonly up2: number;
}

/** Between these, two numbers can be multiplied. */
const LARGE = 2 ** 450;
const SMALL = 2 ** -450;
const inRange = (size: number) => size <= LARGE && size >= SMALL;
/** Past this, elimination could overflow; it squares nothing, so no more is taken off than it needs: small entries stay. */
const NEAR_OVERFLOW = 2 ** 960;
const HEADROOM = 2 ** -64;

/** Up to this size the workspace is kept from call to call: what runs on every frame allocates its result alone. */
const KEPT = 48;
const roomOf = (n: number) => ({ w: new Float64Array(n * n), perm: new Int32Array(n) });
const rooms: ReturnType<typeof roomOf>[] = [];

function eliminated(routine: string, a: Matrix): Eliminated {
  const n = squareSize(routine, a);
  const largest = largestFinite(routine, a);
  if (n <= KEPT) rooms[n] ??= roomOf(n);
  const { w, perm } = rooms[n] ?? roomOf(n);
  let up = 1;
  let up2 = 1;
  if (largest > NEAR_OVERFLOW) up = HEADROOM;
  else if (largest < SMALL) [up, up2] = powerOfTwoScale(largest);
  for (let i = 0; i < w.length; i++) w[i] = a.data[i]! * up * up2;
  const zeroPivot = eliminate(w, n, perm);
  return { w, perm, zeroPivot, up, up2 };
}

/** Determinant of a permutation, which is put in order on the way: −1 for an odd number of exchanges. */
function parity(perm: Int32Array): 1 | -1 {
  let sign: 1 | -1 = 1;
  for (let i = 0; i < perm.length; i++)
    while (perm[i] !== i) {
      const k = perm[i]!;
      perm[i] = perm[k]!;
      perm[k] = k;
      sign = sign === 1 ? -1 : 1;
    }
  return sign;
}

/** s·U⁻¹L⁻¹P B where LU = P(s·A), s = up·up2. */
function substituted(l: Float64Array, u: Float64Array, perm: Int32Array, b: Checked, up: number, up2: number): Matrix {
  const { rows: n, cols, data } = b;
  const headroom = headroomFor(b.largest);
  const x = new Float64Array(n * cols);
  for (let i = 0; i < n; i++) {
    const from = perm[i]! * cols;
    for (let j = 0; j < cols; j++) x[i * cols + j] = data[from + j]! * headroom;
  }
  solveLower(block(l, 0, n), n, true, x, 0, cols);
  solveUpper(block(u, 0, n), n, x, 0, cols);
  if (headroom !== 1 || up !== 1) for (let i = 0; i < x.length; i++) x[i] = ((x[i]! * up) / headroom) * up2;
  return { rows: n, cols, data: x };
}
