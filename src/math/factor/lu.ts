/**
 * PA = LU for square A: L unit lower triangular, U upper triangular, P a row permutation.
 * Partial pivoting (Golub & Van Loan, §3.4; LAPACK dgetrf).
 */
import { ShapeError } from "../errors";
import { type Matrix, zeros } from "../matrix/matrix";

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

/** LU of an n × n matrix; a singular one is a result with a zero pivot. Throws ShapeError. 2n³/3 flops. */
export function lu(a: Matrix): Lu {
  const n = a.rows;
  if (a.cols !== n) throw new ShapeError("lu", "a square matrix", `${n} × ${a.cols}`);
  const w = a.data.slice();
  const perm = Int32Array.from({ length: n }, (_, i) => i);
  let sign: 1 | -1 = 1;
  let zeroPivot = -1;
  for (let k = 0; k < n; k++) {
    let p = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(w[i * n + k]!) > Math.abs(w[p * n + k]!)) p = i;
    if (p !== k) {
      for (let j = 0; j < n; j++) [w[k * n + j], w[p * n + j]] = [w[p * n + j]!, w[k * n + j]!];
      [perm[k], perm[p]] = [perm[p]!, perm[k]!];
      sign = sign === 1 ? -1 : 1;
    }
    const pivot = w[k * n + k]!;
    if (pivot === 0) {
      if (zeroPivot < 0) zeroPivot = k;
      continue;
    }
    for (let i = k + 1; i < n; i++) {
      const factor = w[i * n + k]! / pivot;
      w[i * n + k] = factor;
      if (factor !== 0) for (let j = k + 1; j < n; j++) w[i * n + j]! -= factor * w[k * n + j]!;
    }
  }
  const l = zeros(n, n);
  const u = zeros(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) l.data[i * n + j] = w[i * n + j]!;
    l.data[i * n + i] = 1;
    for (let j = i; j < n; j++) u.data[i * n + j] = w[i * n + j]!;
  }
  return { l, u, perm, sign, zeroPivot };
}

/** Determinant as the signed product of pivots, kept in range by separate exponents. ±Infinity only if the true value overflows. */
export function det(a: Matrix): number {
  const { u, sign } = lu(a);
  let mantissa: number = sign;
  let exponent = 0;
  for (let i = 0; i < u.rows; i++) {
    const pivot = u.data[i * u.cols + i]!;
    if (pivot === 0) return 0;
    // Two steps, since a denormal pivot has its exponent below −1022.
    const e = Math.floor(Math.log2(Math.abs(pivot)));
    const half = Math.trunc(e / 2);
    mantissa *= pivot / 2 ** half / 2 ** (e - half);
    const shift = Math.floor(Math.log2(Math.abs(mantissa)));
    mantissa /= 2 ** shift;
    exponent += e + shift;
  }
  const clamped = Math.max(-2200, Math.min(2200, exponent));
  const third = Math.trunc(clamped / 3);
  return mantissa * 2 ** third * 2 ** third * 2 ** (clamped - 2 * third);
}

/**
 * Solves LUx = Pb for one right side of length n. Returns null when a pivot is exactly zero. 2n² flops.
 */
export function solveLu({ l, u, perm, zeroPivot }: Lu, b: ArrayLike<number>): Float64Array | null {
  const n = l.rows;
  if (b.length !== n) throw new ShapeError("solveLu", `${n} entries in b`, `${b.length}`);
  if (zeroPivot >= 0) return null;
  const x = Float64Array.from(perm, (p) => b[p]!);
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) x[i]! -= l.data[i * n + j]! * x[j]!;
  for (let i = n - 1; i >= 0; i--) {
    for (let j = i + 1; j < n; j++) x[i]! -= u.data[i * n + j]! * x[j]!;
    x[i]! /= u.data[i * n + i]!;
  }
  return x;
}
