/**
 * PA = LU in place with partial pivoting (Golub & Van Loan, §3.4; LAPACK dgetrf): panels of columns, each factored with its columns
 * lying along memory, the rest updated through gemm. L is below the diagonal of W, its ones not stored; U is the rest.
 */
import { block, gemmInto } from "./gemm";
import { solveLower } from "./triangularSolve";
import { addTransposedProduct, exchange } from "./vectors";

const PANEL = 48;
/** Up to this size plain elimination by rows is as fast. */
const SMALL = 48;

/**
 * Overwrites W, n × n row-major, with L and U, and `perm` so that row i of PA is row perm[i] of A. Returns the column of the first
 * pivot that is exactly zero, or −1; a column without pivot is left as it is. 2n³/3 flops.
 */
export function eliminate(w: Float64Array, n: number, perm: Int32Array): number {
  for (let i = 0; i < n; i++) perm[i] = i;
  if (n <= SMALL) return eliminateRows(w, n, perm);
  const panel = new Float64Array(PANEL * n);
  let zeroPivot = -1;
  for (let start = 0; start < n; start += PANEL) {
    const count = Math.min(PANEL, n - start);
    const height = n - start;
    for (let i = 0; i < height; i++)
      for (let j = 0; j < count; j++) panel[j * height + i] = w[(start + i) * n + start + j]!;
    const zero = factorPanel(panel, height, count, w, n, start, perm);
    if (zero >= 0 && zeroPivot < 0) zeroPivot = start + zero;
    for (let i = 0; i < height; i++)
      for (let j = 0; j < count; j++) w[(start + i) * n + start + j] = panel[j * height + i]!;
    const right = start + count;
    if (right < n) updateRest(w, n, start, count);
  }
  return zeroPivot;
}

function eliminateRows(w: Float64Array, n: number, perm: Int32Array): number {
  let zeroPivot = -1;
  for (let k = 0; k < n; k++) {
    const top = k * n;
    let p = k;
    let size = Math.abs(w[top + k]!);
    for (let i = k + 1; i < n; i++) {
      const other = Math.abs(w[i * n + k]!);
      if (other > size) {
        size = other;
        p = i;
      }
    }
    if (size === 0) {
      if (zeroPivot < 0) zeroPivot = k;
      continue;
    }
    if (p !== k) {
      exchange(w, top, w, p * n, n);
      exchangeNumbers(perm, k, p);
    }
    const pivot = w[top + k]!;
    for (let i = k + 1; i < n; i++) {
      const row = i * n;
      const factor = w[row + k]! / pivot;
      w[row + k] = factor;
      if (factor !== 0) for (let j = k + 1; j < n; j++) w[row + j]! -= factor * w[top + j]!;
    }
  }
  return zeroPivot;
}

/**
 * LU of a panel held by columns, `count` stretches of length `height`: each column takes in all before it at once, four at a
 * time, and then chooses its pivot. Exchanges of rows are made in W too, left and right of the panel.
 */
function factorPanel(
  panel: Float64Array,
  height: number,
  count: number,
  w: Float64Array,
  n: number,
  start: number,
  perm: Int32Array,
): number {
  const above = new Float64Array(PANEL);
  const right = start + count;
  let zeroPivot = -1;
  for (let j = 0; j < count; j++) {
    const column = j * height;
    for (let k = 0; k < j; k++) {
      const value = panel[column + k]!;
      above[k] = -value;
      for (let i = k + 1; i < j; i++) panel[column + i]! -= panel[k * height + i]! * value;
    }
    addTransposedProduct(panel, column + j, panel, j, height, above, 0, j, height - j);
    let p = j;
    let size = Math.abs(panel[column + j]!);
    for (let i = j + 1; i < height; i++) {
      const other = Math.abs(panel[column + i]!);
      if (other > size) {
        size = other;
        p = i;
      }
    }
    if (size === 0) {
      if (zeroPivot < 0) zeroPivot = j;
      continue;
    }
    if (p !== j) {
      for (let k = 0; k < count; k++) exchangeNumbers(panel, k * height + j, k * height + p);
      exchange(w, (start + j) * n, w, (start + p) * n, start);
      exchange(w, (start + j) * n + right, w, (start + p) * n + right, n - right);
      exchangeNumbers(perm, start + j, start + p);
    }
    const pivot = panel[column + j]!;
    for (let i = j + 1; i < height; i++) panel[column + i]! /= pivot;
  }
  return zeroPivot;
}

/** U₁₂ = L₁₁⁻¹A₁₂, A₂₂ ← A₂₂ − L₂₁U₁₂. */
function updateRest(w: Float64Array, n: number, start: number, count: number): void {
  const right = start + count;
  const width = n - right;
  const corner = start * n + start;
  const upper = new Float64Array(count * width);
  for (let i = 0; i < count; i++) upper.set(w.subarray((start + i) * n + right, (start + i + 1) * n), i * width);
  solveLower(block(w, corner, n), count, true, upper, 0, width);
  for (let i = 0; i < count; i++) w.set(upper.subarray(i * width, (i + 1) * width), (start + i) * n + right);
  gemmInto(
    block(w, right * n + right, n),
    block(w, right * n + start, n),
    block(upper, 0, width),
    width,
    width,
    count,
    -1,
  );
}

function exchangeNumbers(x: Float64Array | Int32Array, p: number, q: number): void {
  const kept = x[p]!;
  x[p] = x[q]!;
  x[q] = kept;
}
