/**
 * A = LLᵀ for symmetric positive definite A, L lower triangular with a positive diagonal. By block columns, each taking in all
 * before it through gemm (Golub & Van Loan, §4.2; LAPACK dpotrf). Only the lower triangle of A counts.
 */

import { ShapeError } from "../errors";
import { block, gemmInto, turned } from "../kernels/gemm";
import { solveLower, solveUpper } from "../kernels/triangularSolve";
import { largestFinite } from "../matrix/finite";
import { type Matrix, zeros } from "../matrix/matrix";
import { squareSize } from "../matrix/square";
import { checkedRightSide, headroomFor, inFormOf, type RightSide, type Solution } from "./rightSide";

export type Cholesky =
  | { readonly spd: true; readonly l: Matrix }
  /** `minor`: order of the smallest leading principal minor that is not positive. */
  | { readonly spd: false; readonly minor: number };

const COLUMNS = 48;
/** Below this, products of L's entries would be rounded as denormals. */
const SMALL = 2 ** -900;
const LIFT = 2 ** 300;

/** Cholesky factor of a finite n × n matrix, or `{ spd: false, minor }` for one that is not positive definite. Throws ShapeError, DomainError. n³/3 flops. */
export function cholesky(a: Matrix): Cholesky {
  const n = squareSize("cholesky", a);
  const lift = largestFinite("cholesky", a) < SMALL ? LIFT : 1;
  const l = zeros(n, n);
  const x = l.data;
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) x[i * n + j] = a.data[i * n + j]! * lift * lift;
  for (let start = 0; start < n; start += COLUMNS) {
    const count = Math.min(COLUMNS, n - start);
    const before = block(x, start * n, n);
    gemmInto(block(x, start * n + start, n), before, turned(before), n - start, count, start, -1);
    const minor = factorCorner(x, n, start, count);
    if (minor > 0) return { spd: false, minor };
    if (start + count < n) divideBelow(x, n, start, count);
  }
  if (lift !== 1) for (let i = 0; i < x.length; i++) x[i]! /= lift;
  return { spd: true, l };
}

/** X with LLᵀX = B, B one vector of length n or an n × k matrix. Throws ShapeError, DomainError. 2n²k flops. */
export function solveCholesky<B extends RightSide>(l: Matrix, b: B): Solution<B> {
  const n = l.rows;
  if (l.cols !== n) throw new ShapeError("solveCholesky", "a square L", `${n} × ${l.cols}`);
  const { data: given, cols, largest } = checkedRightSide("solveCholesky", b, n);
  const data = new Float64Array(given);
  const headroom = headroomFor(largest);
  if (headroom !== 1) for (let i = 0; i < data.length; i++) data[i]! *= headroom;
  const factor = block(l.data, 0, n);
  solveLower(factor, n, false, data, 0, cols);
  solveUpper(turned(factor), n, data, 0, cols);
  if (headroom !== 1) for (let i = 0; i < data.length; i++) data[i]! /= headroom;
  return inFormOf(b, { rows: n, cols, data });
}

/** L of the block on the diagonal, zeros above it. Returns the order of the first minor that is not positive, or 0. */
function factorCorner(x: Float64Array, n: number, start: number, count: number): number {
  const end = start + count;
  for (let i = start; i < end; i++) {
    const row = i * n;
    for (let j = start; j < i; j++) {
      const other = j * n;
      let sum = x[row + j]!;
      for (let k = start; k < j; k++) sum -= x[row + k]! * x[other + k]!;
      x[row + j] = sum / x[other + j]!;
    }
    let pivot = x[row + i]!;
    for (let k = start; k < i; k++) pivot -= x[row + k]! * x[row + k]!;
    if (!(pivot > 0)) return i + 1;
    x[row + i] = Math.sqrt(pivot);
    for (let j = i + 1; j < end; j++) x[row + j] = 0;
  }
  return 0;
}

/** L₂₁ = A₂₁L₁₁⁻ᵀ, solved as L₁₁L₂₁ᵀ = A₂₁ᵀ. */
function divideBelow(x: Float64Array, n: number, start: number, count: number): void {
  const end = start + count;
  const height = n - end;
  const turnedBelow = new Float64Array(count * height);
  for (let i = 0; i < height; i++)
    for (let j = 0; j < count; j++) turnedBelow[j * height + i] = x[(end + i) * n + start + j]!;
  solveLower(block(x, start * n + start, n), count, false, turnedBelow, 0, height);
  for (let i = 0; i < height; i++)
    for (let j = 0; j < count; j++) x[(end + i) * n + start + j] = turnedBelow[j * height + i]!;
}
