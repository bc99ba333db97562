/**
 * A = U diag(s) Vᵀ for 3 × 3 by one-sided Jacobi: rotations V make the columns of AV orthogonal; their lengths are the singular values,
 * small ones right to their own digits where columns differ only by scale (Demmel & Veselić 1992; Golub & Van Loan, §8.6.3).
 * U's third column is the cross product of the others, so U is orthogonal for any rank. About five sweeps of three rotations, 1 µs.
 */
import { ConvergenceError } from "../../errors";
import type { Mat3 } from "../../matrix/mat3";
import type { Vec3 } from "../../matrix/vec3";
import { EPSILON } from "../../tolerance";
import { leads3 } from "./lead";
import { largest3, length3, steadyScale } from "./scale";

export interface Svd3 {
  /** Orthogonal, columns are left singular vectors. */
  readonly u: Mat3;
  readonly s: Vec3;
  /** Orthogonal, columns are right singular vectors: A = U diag(s) Vᵀ. */
  readonly v: Mat3;
}

const MAX_SWEEPS = 60;
/** Cosine between two columns that counts as a right angle: the rounding of the cosine itself. */
const RIGHT_ANGLE = 2 * EPSILON;

const NOTHING = 2 ** -900;

/** Columns of AV in w[0 … 2], w[3 … 5], w[6 … 8]; of V behind them. Kept between calls, so that a call allocates its result alone. */
const w = new Float64Array(18);

/** Room for one matrix and its parts, kept between calls. */
const parts = new Float64Array(21);

/** SVD of a 3 × 3 matrix: s₁ ≥ s₂ ≥ s₃ ≥ 0; the entry of largest size in each column of V is positive. Throws DomainError, ConvergenceError. */
export function svd3(a: Mat3): Svd3 {
  const k = steadyScale("svd3", largest3(a));
  const x = parts;
  for (let i = 0; i < 9; i++) x[i] = a[i]! * k;
  svd3Into(x);
  return {
    u: [x[0]!, x[1]!, x[2]!, x[3]!, x[4]!, x[5]!, x[6]!, x[7]!, x[8]!],
    s: [x[9]! / k, x[10]! / k, x[11]! / k],
    v: [x[12]!, x[13]!, x[14]!, x[15]!, x[16]!, x[17]!, x[18]!, x[19]!, x[20]!],
  };
}

/** Overwrites the first nine entries of `x`, A of order one, by U, and the twelve after them by s and V. Throws ConvergenceError. */
export function svd3Into(x: Float64Array): void {
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++) {
      w[3 * j + i] = x[3 * i + j]!;
      w[9 + 3 * j + i] = i === j ? 1 : 0;
    }
  orthogonaliseColumns();
  let s1 = length3(w[0]!, w[1]!, w[2]!);
  let s2 = length3(w[3]!, w[4]!, w[5]!);
  let s3 = length3(w[6]!, w[7]!, w[8]!);
  // Equal lengths keep their order.
  let c1 = 0;
  let c2 = 3;
  let c3 = 6;
  if (s2 > s1) [s1, s2, c1, c2] = [s2, s1, c2, c1];
  if (s3 > s2) [s2, s3, c2, c3] = [s3, s2, c3, c2];
  if (s2 > s1) [s1, s2, c1, c2] = [s2, s1, c2, c1];
  name(c1, c2, c3, s1, s2, s3, x);
}

function orthogonaliseColumns(): void {
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let largest = rotatePair(0, 3);
    largest = Math.max(largest, rotatePair(0, 6));
    largest = Math.max(largest, rotatePair(3, 6));
    if (largest <= RIGHT_ANGLE) return;
  }
  throw new ConvergenceError("svd3", MAX_SWEEPS, Math.max(rotatePair(0, 3), rotatePair(0, 6), rotatePair(3, 6)));
}

/** Turns columns p and q of AV until they are orthogonal; returns the size of the cosine between them before. */
function rotatePair(p: number, q: number): number {
  const x0 = w[p]!;
  const x1 = w[p + 1]!;
  const x2 = w[p + 2]!;
  const y0 = w[q]!;
  const y1 = w[q + 1]!;
  const y2 = w[q + 2]!;
  const x = length3(x0, x1, x2);
  const y = length3(y0, y1, y2);
  if (isNothing(p, x, y) || isNothing(q, y, x)) return 0;
  // Unit vectors first: the product of two short columns would underflow.
  const cosine = (x0 / x) * (y0 / y) + (x1 / x) * (y1 / y) + (x2 / x) * (y2 / y);
  if (Math.abs(cosine) <= RIGHT_ANGLE) return 0;
  const zeta = (y / x - x / y) / (2 * cosine);
  // The square of a zeta past 2⁵⁰⁰ would overflow, and the 1 beside it is not seen.
  const size = Math.abs(zeta);
  const t = (zeta >= 0 ? 1 : -1) / (size + (size > 2 ** 500 ? size : Math.sqrt(1 + size * size)));
  const c = 1 / Math.sqrt(1 + t * t);
  const s = c * t;
  for (let i = 0; i < 3; i++) {
    const left = w[p + i]!;
    const right = w[q + i]!;
    w[p + i] = c * left - s * right;
    w[q + i] = s * left + c * right;
    const vLeft = w[9 + p + i]!;
    const vRight = w[9 + q + i]!;
    w[9 + p + i] = c * vLeft - s * vRight;
    w[9 + q + i] = s * vLeft + c * vRight;
  }
  return Math.abs(cosine);
}

/** A column 2⁹⁰⁰ times shorter than another is the rounding of zero, and becomes zero: it has no direction to be orthogonal with. */
function isNothing(p: number, length: number, other: number): boolean {
  if (length > 0 && length > NOTHING * other) return false;
  w.fill(0, p, p + 3);
  return true;
}

/** The columns at c1, c2, c3, by length, as U, s and V with signs fixed. */
function name(c1: number, c2: number, c3: number, s1: number, s2: number, s3: number, into: Float64Array): void {
  const sign1 = leads3(w[9 + c1]!, w[10 + c1]!, w[11 + c1]!);
  const sign2 = leads3(w[9 + c2]!, w[10 + c2]!, w[11 + c2]!);
  const sign3 = leads3(w[9 + c3]!, w[10 + c3]!, w[11 + c3]!);
  const x0 = s1 === 0 ? 1 : (sign1 * w[c1]!) / s1;
  const x1 = s1 === 0 ? 0 : (sign1 * w[c1 + 1]!) / s1;
  const x2 = s1 === 0 ? 0 : (sign1 * w[c1 + 2]!) / s1;
  let y0 = sign2 * w[c2]!;
  let y1 = sign2 * w[c2 + 1]!;
  let y2 = sign2 * w[c2 + 2]!;
  let size = s2;
  if (s2 === 0) {
    // Any direction across the first: its shortest axis, of equals the last, crossed with it.
    const [a0, a1, a2] = [Math.abs(x0), Math.abs(x1), Math.abs(x2)];
    const axis = a2 <= a0 && a2 <= a1 ? 2 : a1 <= a0 ? 1 : 0;
    y0 = axis === 2 ? -x1 : axis === 1 ? x2 : 0;
    y1 = axis === 2 ? x0 : axis === 1 ? 0 : -x2;
    y2 = axis === 2 ? 0 : axis === 1 ? -x0 : x1;
    size = length3(y0, y1, y2);
  }
  y0 /= size;
  y1 /= size;
  y2 /= size;
  const z0 = x1 * y2 - x2 * y1;
  const z1 = x2 * y0 - x0 * y2;
  const z2 = x0 * y1 - x1 * y0;
  const along = z0 * w[c3]! + z1 * w[c3 + 1]! + z2 * w[c3 + 2]!;
  const third = (along < 0 ? -sign3 : sign3) / length3(z0, z1, z2);
  into[9] = s1;
  into[10] = s2;
  into[11] = s3;
  writeRow(into, 0, x0, y0, third * z0);
  writeRow(into, 3, x1, y1, third * z1);
  writeRow(into, 6, x2, y2, third * z2);
  for (let i = 0; i < 3; i++)
    writeRow(into, 12 + 3 * i, sign1 * w[9 + c1 + i]!, sign2 * w[9 + c2 + i]!, sign3 * w[9 + c3 + i]!);
}

/** From zero, since −0 is nothing to show. */
function writeRow(into: Float64Array, at: number, x: number, y: number, z: number): void {
  into[at] = x + 0;
  into[at + 1] = y + 0;
  into[at + 2] = z + 0;
}
