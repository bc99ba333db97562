/**
 * SVD of an upper bidiagonal matrix by implicit-shift QR (Golub & Reinsch 1970; Golub & Van Loan, §8.6): d becomes the singular
 * values, in no order and of either sign, and the columns of U and V turn along.
 */
import { ConvergenceError } from "../errors";
import { givens } from "../kernels/householder";
import { type RotationQueue, rotateColumns, rotationQueue } from "../kernels/rotationQueue";
import { maxAbs } from "../matrix/scaling";
import { EPSILON } from "../tolerance";

const SWEEPS_PER_VALUE = 60;

interface Side {
  /** rows × n, row-major. */
  readonly x: Float64Array;
  readonly rows: number;
  readonly n: number;
  readonly queue: RotationQueue;
}

/** Overwrites d (n), e (n − 1), U (m × n) and V (n × n), both row-major. Throws ConvergenceError. About 6n²(m + n) flops. */
export function bidiagonalQr(d: Float64Array, e: Float64Array, u: Float64Array, v: Float64Array, m: number): void {
  const n = d.length;
  const left: Side = { x: u, rows: m, n, queue: rotationQueue(u, m, n) };
  const right: Side = { x: v, rows: n, n, queue: rotationQueue(v, n, n) };
  const norm = Math.max(maxAbs(d), maxAbs(e));
  const negligible = (i: number) =>
    Math.abs(e[i]!) <= EPSILON * (Math.abs(d[i]!) + Math.abs(d[i + 1]!)) + Number.MIN_VALUE;
  let high = n - 1;
  for (let sweep = 0; high > 0; sweep++) {
    if (sweep > SWEEPS_PER_VALUE * n) throw new ConvergenceError("svd", sweep, Math.abs(e[high - 1]!));
    if (negligible(high - 1)) {
      e[high - 1] = 0;
      high--;
      continue;
    }
    let low = high - 1;
    while (low > 0 && !negligible(low - 1)) low--;
    if (low > 0) e[low - 1] = 0;
    if (!clearZeroDiagonal(d, e, left, right, low, high, EPSILON * norm)) qrSweep(d, e, left, right, low, high);
  }
  left.queue.flush();
  right.queue.flush();
}

/** A zero on the diagonal splits the block: its row (or last column) is rotated away. Returns whether there was one. */
function clearZeroDiagonal(
  d: Float64Array,
  e: Float64Array,
  left: Side,
  right: Side,
  low: number,
  high: number,
  floor: number,
): boolean {
  let k = low;
  while (k <= high && Math.abs(d[k]!) > floor * EPSILON) k++;
  if (k > high) return false;
  d[k] = 0;
  const side = k < high ? left : right;
  side.queue.flush();
  const step = k < high ? 1 : -1;
  const at = k < high ? 0 : -1;
  let bulge = e[k + at]!;
  e[k + at] = 0;
  for (let i = k + step; i >= low && i <= high && bulge !== 0; i += step) {
    const [c, s, r] = givens(d[i]!, bulge);
    d[i] = r;
    rotateColumns(side.x, side.rows, side.n, i, k, c, s);
    if (i + step < low || i + step > high) break;
    bulge = -s * e[i + at]!;
    e[i + at]! *= c;
  }
  return true;
}

/** One sweep from `low` to `high`. */
function qrSweep(d: Float64Array, e: Float64Array, left: Side, right: Side, low: number, high: number): void {
  const atLeft = left.queue.reserve(low, high - low);
  const atRight = right.queue.reserve(low, high - low);
  const { c: cosLeft, s: sinLeft } = left.queue;
  const { c: cosRight, s: sinRight } = right.queue;
  let y = d[low]! - wilkinsonShift(d, e, low, high) / d[low]!;
  let z = e[low]!;
  for (let k = low; k < high; k++) {
    const [c, s, r] = givens(y, z);
    if (k > low) e[k - 1] = r;
    const dk = c * d[k]! + s * e[k]!;
    const ek = c * e[k]! - s * d[k]!;
    const bulge = s * d[k + 1]!;
    const dn = c * d[k + 1]!;
    cosRight[atRight + k - low] = c;
    sinRight[atRight + k - low] = s;
    const [c2, s2, r2] = givens(dk, bulge);
    d[k] = r2;
    e[k] = c2 * ek + s2 * dn;
    d[k + 1] = c2 * dn - s2 * ek;
    cosLeft[atLeft + k - low] = c2;
    sinLeft[atLeft + k - low] = s2;
    if (k < high - 1) {
      y = e[k]!;
      z = s2 * e[k + 1]!;
      e[k + 1]! *= c2;
    }
  }
}

/** The eigenvalue of the last 2 × 2 of BᵀB nearer to its last entry. */
function wilkinsonShift(d: Float64Array, e: Float64Array, low: number, high: number): number {
  const before = high - 1 > low ? e[high - 2]! : 0;
  const t11 = d[high - 1]! ** 2 + before ** 2;
  const t12 = d[high - 1]! * e[high - 1]!;
  const t22 = d[high]! ** 2 + e[high - 1]! ** 2;
  if (t12 === 0) return t22;
  const delta = (t11 - t22) / 2;
  const root = Math.hypot(delta, t12);
  return t22 - t12 ** 2 / (delta + (delta >= 0 ? root : -root));
}
