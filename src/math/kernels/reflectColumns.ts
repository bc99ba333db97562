/**
 * Householder QR one reflection at a time, on columns that lie along memory: for small matrices, and where each step first chooses
 * its column (Golub & Van Loan, §5.2, §5.4.2; LAPACK dgeqr2, dlaqp2).
 */
import { EPSILON } from "../tolerance";
import { BLOCK, type BlockReflector, blockReflector, formQ } from "./blockReflector";
import { euclideanNorm } from "./euclideanNorm";
import { block } from "./gemm";
import { reflector } from "./householder";
import { dot, exchange, product, subtract } from "./vectors";

const NO_NORMS = new Float64Array(0);

/** Up to so many reflections Q is built from them one by one. */
const SMALL = 24;

/**
 * `w` holds the columns of an m × n matrix as n rows of length m: entry i of row j, i ≤ j, becomes R(i, j), the rest of row j the
 * reflection's vector without its one, and tau[j] its factor. Where `perm` is given, each step takes the column with the largest
 * remainder, the first of equals, and perm[j] becomes the place that column j came from. 4mnk − 2(m + n)k² + 4k³/3 flops, k = min(m, n).
 */
export function reflectColumns(w: Float64Array, m: number, n: number, tau: Float64Array, perm?: Int32Array): void {
  const k = Math.min(m, n);
  const dots = new Float64Array(n);
  // Of each column what is left of its norm, and then what it was when it was last taken.
  const norms = perm ? new Float64Array(2 * n) : NO_NORMS;
  if (perm)
    for (let j = 0; j < n; j++) {
      perm[j] = j;
      norms[j] = norms[n + j] = euclideanNorm(w, j * m, m);
    }
  for (let j = 0; j < k; j++) {
    if (perm) bringLargest(w, m, n, j, norms, perm);
    const at = j * m + j;
    const t = reflector(w, at, m - j);
    const beta = w[at]!;
    tau[j] = t;
    const rest = n - j - 1;
    if (t !== 0 && rest > 0) {
      w[at] = 1;
      product(dots, 0, w, at + m, m, w, at, rest, m - j);
      for (let p = 0, row = at + m; p < rest; p++, row += m) {
        subtract(w, row, w, at, m - j, t * dots[p]!);
      }
    }
    w[at] = beta;
    if (perm) for (let p = j + 1; p < n; p++) shortenNorm(w, m, n, j, p, norms);
  }
}

/** The first `count` columns of Q, m × count, from what `reflectColumns` leaves. */
export function columnsOfQ(w: Float64Array, m: number, count: number, tau: Float64Array): Float64Array {
  if (count > SMALL) return formQ(m, count, gathered(w, m, count, tau));
  // By its columns, from the last reflection to the first.
  const turnedQ = new Float64Array(count * m);
  for (let j = count - 1; j >= 0; j--) {
    const v = j * m;
    const t = tau[j]!;
    for (let p = j + 1; p < count; p++) {
      const q = p * m;
      const along = t * dot(turnedQ, q + j + 1, w, v + j + 1, m - j - 1);
      turnedQ[q + j] = 0 - along;
      subtract(turnedQ, q + j + 1, w, v + j + 1, m - j - 1, along);
    }
    turnedQ[v + j] = 1 - t;
    for (let i = j + 1; i < m; i++) turnedQ[v + i] = 0 - t * w[v + i]!;
  }
  const q = new Float64Array(m * count);
  for (let j = 0; j < count; j++) for (let i = 0; i < m; i++) q[i * count + j] = turnedQ[j * m + i]!;
  return q;
}

function gathered(w: Float64Array, m: number, k: number, tau: Float64Array): BlockReflector[] {
  const blocks: BlockReflector[] = [];
  for (let start = 0; start < k; start += BLOCK) {
    const count = Math.min(BLOCK, k - start);
    const length = m - start;
    const v = new Float64Array(count * length);
    for (let j = 0; j < count; j++) {
      v[j * length + j] = 1;
      for (let i = j + 1; i < length; i++) v[j * length + i] = w[(start + j) * m + start + i]!;
    }
    blocks.push(blockReflector(block(v, 0, length), tau.subarray(start), count, length, start));
  }
  return blocks;
}

/** Exchanges column j with the one whose remainder is largest. */
function bringLargest(w: Float64Array, m: number, n: number, j: number, norms: Float64Array, perm: Int32Array): void {
  let p = j;
  for (let i = j + 1; i < n; i++) if (norms[i]! > norms[p]!) p = i;
  if (p === j) return;
  exchange(w, j * m, w, p * m, m);
  const from = perm[p]!;
  perm[p] = perm[j]!;
  perm[j] = from;
  norms[p] = norms[j]!;
  norms[n + p] = norms[n + j]!;
}

/**
 * Norm of column p below row j: from the one before by Pythagoras, anew where so much has gone that the difference has lost half its
 * digits since the last time it was taken (Drmač & Bujanović 2008, LAWN 176).
 */
function shortenNorm(w: Float64Array, m: number, n: number, j: number, p: number, norms: Float64Array): void {
  const norm = norms[p]!;
  if (norm === 0) return;
  const ratio = Math.abs(w[p * m + j]!) / norm;
  const left = Math.max(0, (1 + ratio) * (1 - ratio));
  const sinceTaken = norm / norms[n + p]!;
  if (left * sinceTaken * sinceTaken > Math.sqrt(EPSILON)) norms[p] = norm * Math.sqrt(left);
  else norms[p] = norms[n + p] = euclideanNorm(w, p * m + j + 1, m - j - 1);
}
