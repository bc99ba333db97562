/**
 * A = U Σ Vᵀ for a few rows or columns, as svd and singularValues ask for on every frame: no blocks, no divide and conquer, and room
 * kept from call to call, so that a call allocates its result alone. 2 × 2 and 3 × 3 are svd2's and svd3's; any other shape goes
 * to bidiagonal form by reflections in place, then by QR sweeps whose shift is Wilkinson's (Golub & Reinsch 1970; Golub & Van Loan,
 * 4th ed., §5.4.8, §8.6.2). Singular vectors are rows here, so that a rotation runs along memory.
 */
import { productOfReflections, reflectLines } from "../kernels/reflections";
import { largestFinite } from "../matrix/finite";
import { type Matrix, zeros } from "../matrix/matrix";
import { LEAF } from "./bidiagonalDivide";
import { insertRow } from "./bidiagonalMerge";
import { bidiagonalQr } from "./bidiagonalQr";
import { signOf } from "./order";
import { steadyScale } from "./small/scale";
import { svd2Into } from "./small/svd2";
import { svd3Into } from "./small/svd3";

/** So many entries at most: a tall one of more rows is turned faster by blocks of reflectors. */
const ENTRIES = 1024;

/** The tall one of A and Aᵀ, m × n; then a reflection below each diagonal entry and one right of each superdiagonal entry. */
const w = new Float64Array(ENTRIES);
const d = new Float64Array(LEAF);
const e = new Float64Array(LEAF);
const tauLeft = new Float64Array(LEAF);
const tauRight = new Float64Array(LEAF);
/** Rows: n of length m, and n of length n. */
const left = new Float64Array(ENTRIES);
const right = new Float64Array(LEAF * LEAF);
const leftRows = { x: left, first: 0, stride: 0, size: 0 };
const rightRows = { x: right, first: 0, stride: 0, size: 0 };
const order = new Int32Array(LEAF);
/** U, s and V of svd2 or svd3. */
const parts = new Float64Array(21);

/** Whether it is for the two below: what divide and conquer would take for one leaf. */
export function isSmall({ rows, cols }: Matrix): boolean {
  return rows * cols <= ENTRIES && Math.min(rows, cols) <= LEAF;
}

/** The parts of `svd` for a small A. Throws DomainError, ConvergenceError. About 18mn² + 14n³ flops for m ≥ n. */
export function smallSvd(a: Matrix) {
  const { rows, cols } = a;
  const k = steadyScale("svd", largestFinite("svd", a));
  if (isClosed(a)) return closedParts(a, k);
  const m = Math.max(rows, cols);
  const n = Math.min(rows, cols);
  bidiagonalForm(a, k);
  productOfReflections(left, m, n, w, n, n, tauLeft, 0);
  productOfReflections(right, n, n, w, n, 1, tauRight, 1);
  diagonalise(n, m, n, k);
  return rows < cols ? assemble(right, left, rows, cols) : assemble(left, right, rows, cols);
}

/** The same values alone, to the bit. */
export function smallSingularValues(a: Matrix): Float64Array {
  const k = steadyScale("singularValues", largestFinite("singularValues", a));
  const n = Math.min(a.rows, a.cols);
  const s = new Float64Array(n);
  if (isClosed(a)) {
    closedForm(a, k);
    for (let i = 0; i < n; i++) s[i] = parts[n * n + i]! / k;
    return s;
  }
  bidiagonalForm(a, k);
  diagonalise(n, 0, 0, k);
  for (let i = 0; i < n; i++) s[i] = d[order[n - 1 - i]!]!;
  return s;
}

function isClosed({ rows, cols }: Matrix): boolean {
  return rows === cols && (rows === 2 || rows === 3);
}

function closedForm({ rows, data }: Matrix, k: number): void {
  for (let i = 0; i < data.length; i++) parts[i] = data[i]! * k;
  if (rows === 2) svd2Into(parts);
  else svd3Into(parts);
}

function closedParts(a: Matrix, k: number) {
  closedForm(a, k);
  const n = a.rows;
  const u = zeros(n, n);
  const s = new Float64Array(n);
  const vt = zeros(n, n);
  for (let i = 0, p = 0; i < n; i++) {
    s[i] = parts[n * n + i]! / k;
    for (let j = 0; j < n; j++, p++) {
      u.data[p] = parts[p]!;
      vt.data[j * n + i] = parts[n * n + n + p]!;
    }
  }
  return { u, s, vt };
}

/** kA or kAᵀ into W, and W = left · B · rightᵀ with B's diagonals in d and e. */
function bidiagonalForm({ rows, cols, data }: Matrix, k: number): void {
  const m = Math.max(rows, cols);
  const n = Math.min(rows, cols);
  if (rows >= cols) for (let i = 0; i < data.length; i++) w[i] = data[i]! * k;
  else for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) w[j * rows + i] = data[i * cols + j]! * k;
  for (let i = 0; i < n; i++) {
    const at = i * (n + 1);
    tauLeft[i] = reflectLines(w, at, n, m - i, 1, n - i);
    d[i] = w[at]!;
    if (i + 1 === n) return;
    tauRight[i] = reflectLines(w, at + 1, 1, n - i - 1, n, m - i);
    e[i] = w[at + 1]!;
  }
}

/** Singular values into d, and their order; the rows of `left` and `right`, so many entries of each, turn along. */
function diagonalise(n: number, leftSize: number, rightSize: number, k: number): void {
  leftRows.stride = leftRows.size = leftSize;
  rightRows.stride = rightRows.size = rightSize;
  bidiagonalQr(d, e, 0, n, 0, leftRows, rightRows);
  for (let i = 0; i < n; i++) {
    d[i]! /= k;
    insertRow(order, d, 0, i);
  }
}

/** Largest first, signs fixed. The rows of `l`, m long, become columns of U; those of `r` are n long. */
function assemble(l: Float64Array, r: Float64Array, m: number, n: number) {
  const count = Math.min(m, n);
  const u = zeros(m, count);
  const s = new Float64Array(count);
  const vt = zeros(count, n);
  for (let k = 0; k < count; k++) {
    const from = order[count - 1 - k]!;
    const sign = signOf(r, from * n, 1, n);
    s[k] = d[from]!;
    // From zero, since −0 is nothing to show.
    for (let j = 0; j < n; j++) vt.data[k * n + j] = 0 + sign * r[from * n + j]!;
    for (let i = 0; i < m; i++) u.data[i * count + k] = 0 + sign * l[from * m + i]!;
  }
  return { u, s, vt };
}
