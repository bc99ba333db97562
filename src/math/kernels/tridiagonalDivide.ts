/**
 * T = V Λ Vᵀ for a symmetric tridiagonal T by divide and conquer (Cuppen 1981; Gu & Eisenstat 1995; LAPACK dstedc, dlaed1 to dlaed3):
 * T is two smaller ones plus ρvvᵀ; with their eigenvectors known it becomes diag(d) + ρzzᵀ, whose vectors are explicit once the
 * secular equation is solved. Components too weak to matter, and one of each pair of values too near, are set aside first
 * (deflation). At most 4n³/3 flops, nearly all in products of matrices; far fewer where much deflates.
 */
import { maxAbs, powerOfTwoScale } from "../matrix/scaling";
import { EPSILON } from "../tolerance";
import { block, gemmInto } from "./gemm";
import { rotateRows } from "./givens";
import { secularRoots, secularWeights } from "./secular";
import { tridiagonalQr } from "./tridiagonalQr";
import { copy } from "./vectors";

/** Up to this size QR sweeps are as fast. */
const LEAF = 32;

/** Where an eigenvector of the two halves is not zero. */
const [UPPER, BOTH, LOWER] = [0, 1, 2];

/** Workspace for the largest merge, made once. */
interface Work {
  readonly n: number;
  readonly diagonal: Float64Array;
  readonly beside: Float64Array;
  /** Eigenvectors of the parts, as rows, in blocks on the diagonal. */
  readonly vt: Float64Array;
  /** Rows of each part with their values ascending, counted from the part's first. */
  readonly order: Int32Array;
  /** Differences of poles and roots, then the vectors of diag(d) + ρzzᵀ. */
  readonly inner: Float64Array;
  /** Rows of vt, gathered by kind. */
  readonly gathered: Float64Array;
  readonly z: Float64Array;
  readonly d: Float64Array;
  readonly keptZ: Float64Array;
  readonly weights: Float64Array;
  readonly refined: Float64Array;
  readonly offsets: Float64Array;
  readonly line: Float64Array;
  readonly origins: Int32Array;
  readonly sorted: Int32Array;
  readonly kept: Int32Array;
  readonly deflated: Int32Array;
  readonly kind: Uint8Array;
  readonly place: Int32Array;
  /** How many kept rows there are of each kind. */
  readonly groups: Int32Array;
}

/**
 * Diagonalises T of order n; the values are left in `diagonal`, `beside` (n − 1 entries) is overwritten. Returns Vᵀ, n × n, row i for
 * diagonal[i], in no order. Entries of order one. Throws ConvergenceError.
 */
export function tridiagonalDivide(diagonal: Float64Array, beside: Float64Array, n: number): Float64Array {
  const work = workspace(diagonal, beside, n);
  for (let from = 0; from < n; ) {
    let to = from + 1;
    while (to < n && coupled(diagonal, beside, to - 1)) to++;
    if (to - from > 1) scaledSolve(work, from, to);
    else work.vt[from * (n + 1)] = 1;
    from = to;
  }
  return work.vt;
}

function workspace(diagonal: Float64Array, beside: Float64Array, n: number): Work {
  const numbers = () => new Float64Array(n);
  const indices = () => new Int32Array(n);
  return {
    n,
    diagonal,
    beside,
    vt: new Float64Array(n * n),
    order: indices(),
    inner: new Float64Array(n * n),
    gathered: new Float64Array(n * n),
    z: numbers(),
    d: numbers(),
    keptZ: numbers(),
    weights: numbers(),
    refined: numbers(),
    offsets: numbers(),
    line: numbers(),
    origins: indices(),
    sorted: indices(),
    kept: indices(),
    deflated: indices(),
    kind: new Uint8Array(n),
    place: indices(),
    groups: new Int32Array(3),
  };
}

const coupled = (d: Float64Array, e: Float64Array, i: number) =>
  Math.abs(e[i]!) > EPSILON * (Math.abs(d[i]!) + Math.abs(d[i + 1]!));

/** An unreduced block, brought to order one: a block far smaller than the rest must not be mistaken for zero. */
function scaledSolve(work: Work, from: number, to: number): void {
  const d = work.diagonal.subarray(from, to);
  const e = work.beside.subarray(from, to - 1);
  const [up, up2] = powerOfTwoScale(Math.max(maxAbs(d), maxAbs(e)));
  for (let i = 0; i < d.length; i++) d[i] = d[i]! * up * up2;
  for (let i = 0; i < e.length; i++) e[i] = e[i]! * up * up2;
  solve(work, from, to);
  for (let i = 0; i < d.length; i++) d[i] = d[i]! / up / up2;
}

/** Rows from … to − 1 of T, by halves. */
function solve(work: Work, from: number, to: number): void {
  const { n, diagonal, beside, vt, order } = work;
  if (to - from <= LEAF) {
    for (let i = from; i < to; i++) vt[i * (n + 1)] = 1;
    tridiagonalQr(diagonal, beside, from, to, vt, from * (n + 1), n, to - from, work.weights, work.refined);
    transposeInPlace(vt, from * (n + 1), n, to - from);
    sortByInsertion(order, diagonal, from, to);
    return;
  }
  const middle = (from + to) >> 1;
  const coupling = beside[middle - 1]!;
  diagonal[middle - 1]! -= Math.abs(coupling);
  diagonal[middle]! -= Math.abs(coupling);
  solve(work, from, middle);
  solve(work, middle, to);
  merge(work, from, middle, to, coupling);
}

function transposeInPlace(x: Float64Array, at: number, stride: number, n: number): void {
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const value = x[at + i * stride + j]!;
      x[at + i * stride + j] = x[at + j * stride + i]!;
      x[at + j * stride + i] = value;
    }
}

function sortByInsertion(order: Int32Array, d: Float64Array, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const value = d[i]!;
    let j = i;
    for (; j > from && d[from + order[j - 1]!]! > value; j--) order[j] = order[j - 1]!;
    order[j] = i - from;
  }
}

/** The eigenvectors of the halves from … middle and middle … to, joined by `coupling`. */
function merge(work: Work, from: number, middle: number, to: number, coupling: number): void {
  const { n, diagonal, vt, z, d, weights, keptZ, refined, offsets, origins, inner, kept } = work;
  const size = to - from;
  const upper = middle - from;
  // ρvvᵀ, v = (0 … 0, 1, ±1, 0 … 0): z is the last row of V₁ and the first of V₂, of length one.
  const second = coupling < 0 ? -Math.SQRT1_2 : Math.SQRT1_2;
  for (let j = 0; j < upper; j++) z[j] = Math.SQRT1_2 * vt[(from + j) * n + middle - 1]!;
  for (let j = upper; j < size; j++) z[j] = second * vt[(from + j) * n + middle]!;
  const rho = 2 * Math.abs(coupling);
  mergeOrders(work, from, upper, size);
  const count = deflate(work, from, upper, size, rho);
  for (let j = 0; j < count; j++) {
    const row = kept[j]!;
    d[j] = diagonal[from + row]!;
    keptZ[j] = z[row]!;
    weights[j] = z[row]! * z[row]!;
  }
  const problem = { d, weights, n: count, rho, squared: false };
  if (count > 0) {
    secularRoots(problem, inner, origins, offsets);
    secularWeights(problem, inner, keptZ, refined);
  }
  gather(work, from, upper, size, count);
  innerVectors(work, count);
  multiply(work, from, upper, size, count);
  mergeValues(work, from, size, count);
}

/** `sorted`: the rows of both halves, their values ascending. */
function mergeOrders({ diagonal, order, sorted }: Work, from: number, upper: number, size: number): void {
  let i = 0;
  let j = upper;
  for (let k = 0; k < size; k++) {
    const first =
      j === size || (i < upper && diagonal[from + order[from + i]!]! <= diagonal[from + upper + order[from + j]!]!);
    sorted[k] = first ? order[from + i++]! : upper + order[from + j++]!;
  }
}

/**
 * Sets aside rows whose component of z, or whose distance from the next value, is within rounding of the whole; of two near values
 * one is turned out of z by a rotation. `kept` and `deflated` receive the rows; returns how many are kept.
 */
function deflate(work: Work, from: number, upper: number, size: number, rho: number): number {
  const { n, diagonal, vt, z, sorted, kept, deflated, kind } = work;
  for (let j = 0; j < size; j++) kind[j] = j < upper ? UPPER : LOWER;
  let largest = rho / 2;
  for (let j = 0; j < size; j++) largest = Math.max(largest, Math.abs(diagonal[from + j]!));
  const negligible = 4 * EPSILON * largest;
  let count = 0;
  let out = 0;
  let last = -1;
  for (let k = 0; k < size; k++) {
    const row = sorted[k]!;
    if (rho * Math.abs(z[row]!) <= negligible) {
      deflated[out++] = row;
      continue;
    }
    if (last >= 0) {
      const r = Math.hypot(z[last]!, z[row]!);
      const c = z[row]! / r;
      const s = -z[last]! / r;
      const below = diagonal[from + last]!;
      const above = diagonal[from + row]!;
      if (Math.abs((above - below) * c * s) <= negligible) {
        z[row] = r;
        diagonal[from + last] = c * c * below + s * s * above;
        diagonal[from + row] = s * s * below + c * c * above;
        rotateRows(vt, (from + last) * n + from, (from + row) * n + from, size, c, s);
        if (kind[last] !== kind[row]) kind[row] = BOTH;
        deflated[out++] = last;
      } else kept[count++] = last;
    }
    last = row;
  }
  if (last >= 0) kept[count++] = last;
  return count;
}

/**
 * Copies the kept rows to `gathered` in the order upper, both, lower: first the upper halves of the first two kinds, then the lower
 * halves of the last two, so that no block of zeros is multiplied; then the deflated rows whole. `place` is where each kept row went.
 */
function gather(work: Work, from: number, upper: number, size: number, count: number): void {
  const { n, vt, gathered, kind, kept, deflated, place, groups } = work;
  groups.fill(0);
  for (let j = 0; j < count; j++) groups[kind[kept[j]!]!]!++;
  const uppers = groups[UPPER]!;
  const left = uppers + groups[BOTH]!;
  const lower = size - upper;
  const lowerAt = left * upper;
  let [nextUpper, nextBoth, nextLower] = [0, uppers, left];
  for (let j = 0; j < count; j++) {
    const row = kept[j]!;
    const at = (from + row) * n + from;
    const to = kind[row] === UPPER ? nextUpper++ : kind[row] === BOTH ? nextBoth++ : nextLower++;
    place[j] = to;
    if (to < left) copy(vt, at, gathered, to * upper, upper);
    if (to >= uppers) copy(vt, at + upper, gathered, lowerAt + (to - uppers) * lower, lower);
  }
  const restAt = lowerAt + (count - uppers) * lower;
  for (let j = 0; j < size - count; j++) copy(vt, (from + deflated[j]!) * n + from, gathered, restAt + j * size, size);
}

/** Row i of `inner`: the eigenvector ẑⱼ/(dⱼ − λᵢ) of diag(d) + ρẑẑᵀ, of length one, its entries where `place` says. */
function innerVectors({ inner, refined, line, place }: Work, count: number): void {
  for (let i = 0; i < count; i++) {
    const at = i * count;
    let square = 0;
    for (let j = 0; j < count; j++) {
      const value = refined[j]! / inner[at + j]!;
      line[j] = value;
      square += value * value;
    }
    const scale = 1 / Math.sqrt(square);
    for (let j = 0; j < count; j++) inner[at + place[j]!] = line[j]! * scale;
  }
}

/** Rows of vt from the part's first on: the inner vectors times the gathered rows, then the deflated rows. */
function multiply(work: Work, from: number, upper: number, size: number, count: number): void {
  const { n, vt, gathered, inner, groups } = work;
  const uppers = groups[UPPER]!;
  const left = uppers + groups[BOTH]!;
  const lower = size - upper;
  const lowerAt = left * upper;
  const restAt = lowerAt + (count - uppers) * lower;
  const at = from * (n + 1);
  for (let i = 0; i < count; i++) vt.fill(0, at + i * n, at + i * n + size);
  gemmInto(block(vt, at, n), block(inner, 0, count), block(gathered, 0, upper), count, upper, left);
  gemmInto(
    block(vt, at + upper, n),
    block(inner, uppers, count),
    block(gathered, lowerAt, lower),
    count,
    lower,
    count - uppers,
  );
  for (let i = count; i < size; i++) copy(gathered, restAt + (i - count) * size, vt, at + i * n, size);
}

/** Values in the order of vt's new rows: the roots, ascending, then the deflated; and `order`. */
function mergeValues(work: Work, from: number, size: number, count: number): void {
  const { diagonal, order, sorted, d, origins, offsets, deflated, line } = work;
  for (let j = 0; j < size - count; j++) line[j] = diagonal[from + deflated[j]!]!;
  for (let j = 0; j < count; j++) {
    diagonal[from + j] = d[origins[j]!]! + offsets[j]!;
    order[from + j] = j;
  }
  for (let j = 0; j < size - count; j++) diagonal[from + count + j] = line[j]!;
  sortByInsertion(order, diagonal, from + count, from + size);
  mergeOrders(work, from, count, size);
  order.set(sorted.subarray(0, size), from);
}
