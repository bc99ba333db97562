/**
 * X ← T⁻¹X for triangular T by substitution (Golub & Van Loan, §3.1; LAPACK dtrsm): rows of T by blocks, all blocks left of
 * the diagonal's through gemm. T is a block, so that `turned` solves with its transpose. Zero pivots are the caller's to refuse.
 */
import { type Block, block, gemmInto } from "./gemm";
import { addTransposedProduct } from "./vectors";

const ROWS = 32;
/** A row of T, kept from call to call: small systems come in every frame. */
const coefficients = new Float64Array(ROWS);

/** X ← L⁻¹X, L lower triangular n × n, its diagonal taken as ones where `unit`; X is n × cols, row-major at `at`. n²·cols flops. */
export function solveLower(l: Block, n: number, unit: boolean, x: Float64Array, at: number, cols: number): void {
  if (cols === 1) {
    solveLowerOne(l, n, unit, x, at);
    return;
  }
  for (let start = 0; start < n; start += ROWS) {
    const end = Math.min(start + ROWS, n);
    const top = at + start * cols;
    if (start > 0) gemmInto(block(x, top, cols), part(l, start, 0), block(x, at, cols), end - start, cols, start, -1);
    for (let i = start; i < end; i++) {
      const row = l.at + i * l.down;
      for (let k = start; k < i; k++) coefficients[k - start] = -l.data[row + k * l.right]!;
      addTransposedProduct(x, at + i * cols, x, top, cols, coefficients, 0, i - start, cols);
      if (!unit) divideRow(x, at + i * cols, cols, l.data[row + i * l.right]!);
    }
  }
}

/** X ← U⁻¹X, U upper triangular n × n; X is n × cols, row-major at `at`. n²·cols flops. */
export function solveUpper(u: Block, n: number, x: Float64Array, at: number, cols: number): void {
  if (cols === 1) {
    solveUpperOne(u, n, x, at);
    return;
  }
  for (let end = n; end > 0; end -= ROWS) {
    const start = Math.max(0, end - ROWS);
    if (end < n) {
      const below = block(x, at + end * cols, cols);
      gemmInto(block(x, at + start * cols, cols), part(u, start, end), below, end - start, cols, n - end, -1);
    }
    for (let i = end - 1; i >= start; i--) {
      const row = u.at + i * u.down;
      for (let k = i + 1; k < end; k++) coefficients[k - i - 1] = -u.data[row + k * u.right]!;
      addTransposedProduct(x, at + i * cols, x, at + (i + 1) * cols, cols, coefficients, 0, end - i - 1, cols);
      divideRow(x, at + i * cols, cols, u.data[row + i * u.right]!);
    }
  }
}

const part = (t: Block, i: number, j: number): Block => ({ ...t, at: t.at + i * t.down + j * t.right });

function divideRow(x: Float64Array, at: number, cols: number, by: number): void {
  for (let j = 0; j < cols; j++) x[at + j]! /= by;
}

/** One right side: dot products where the rows of T lie along memory, columns subtracted where those do. */
function solveLowerOne(
  { data, at: origin, down, right }: Block,
  n: number,
  unit: boolean,
  x: Float64Array,
  at: number,
) {
  if (right === 1)
    for (let i = 0; i < n; i++) {
      const row = origin + i * down;
      let sum = x[at + i]!;
      for (let k = 0; k < i; k++) sum -= data[row + k]! * x[at + k]!;
      x[at + i] = unit ? sum : sum / data[row + i]!;
    }
  else
    for (let k = 0; k < n; k++) {
      const column = origin + k * right;
      if (!unit) x[at + k]! /= data[column + k * down]!;
      const value = x[at + k]!;
      for (let i = k + 1; i < n; i++) x[at + i]! -= data[column + i * down]! * value;
    }
}

function solveUpperOne({ data, at: origin, down, right }: Block, n: number, x: Float64Array, at: number) {
  if (right === 1)
    for (let i = n - 1; i >= 0; i--) {
      const row = origin + i * down;
      let sum = x[at + i]!;
      for (let k = i + 1; k < n; k++) sum -= data[row + k]! * x[at + k]!;
      x[at + i] = sum / data[row + i]!;
    }
  else
    for (let k = n - 1; k >= 0; k--) {
      const column = origin + k * right;
      const value = x[at + k]! / data[column + k * down]!;
      x[at + k] = value;
      for (let i = 0; i < k; i++) x[at + i]! -= data[column + i * down]! * value;
    }
}
