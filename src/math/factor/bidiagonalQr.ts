/**
 * SVD of an upper bidiagonal matrix by implicit-shift QR (Golub & Reinsch 1970; Golub & Van Loan, §8.6): d becomes the singular
 * values, in no order and of either sign, and the columns of U and V turn along.
 */
import { ConvergenceError } from "../errors";
import { givens, rotateColumns } from "../kernels/givens";
import { type RotationQueue, rotationQueue } from "../kernels/rotationQueue";
import { maxAbs } from "../matrix/scaling";
import { EPSILON } from "../tolerance";

const SWEEPS_PER_VALUE = 60;

/** Below this a root of a sum of squares has lost digits to underflow. */
const TINY = 2 ** -450;

interface Side {
  /** rows × n, row-major. */
  readonly x: Float64Array;
  readonly rows: number;
  readonly n: number;
  readonly queue: RotationQueue;
}

/**
 * Overwrites d (n), e (n − 1, or n where B has a column more than rows), U (n × n) and V (as many rows and columns as B has columns),
 * both row-major; then the last column of V is B's null vector. Of U and V only some rows may be given, or none. Throws ConvergenceError. About 12n³ flops.
 */
export function bidiagonalQr(d: Float64Array, e: Float64Array, u: Float64Array, v: Float64Array): void {
  const n = d.length;
  if (n === 0) return;
  const wide = e.length + 1;
  const left = sideOf(u, n);
  const right = sideOf(v, wide);
  const norm = Math.max(maxAbs(d), maxAbs(e));
  if (wide > n) clearExtraColumn(d, e, right);
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

function sideOf(x: Float64Array, n: number): Side {
  const rows = x.length / n;
  return { x, rows, n, queue: rotationQueue(x, rows, n) };
}

/** The last entry of e, right of the last row, is rotated out of B upwards. */
function clearExtraColumn(d: Float64Array, e: Float64Array, right: Side): void {
  const n = d.length;
  let bulge = e[n - 1]!;
  for (let i = n - 1; i >= 0 && bulge !== 0; i--) {
    const [c, s, r] = givens(d[i]!, bulge);
    d[i] = r;
    rotateColumns(right.x, right.rows, n + 1, i, n, c, s);
    if (i === 0) break;
    bulge = -s * e[i - 1]!;
    e[i - 1]! *= c;
  }
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
  const shift = wilkinsonShift(d, e, low, high);
  // (d² − σ²)/d without squares.
  let y = (Math.abs(d[low]!) - shift) * (Math.sign(d[low]!) + shift / d[low]!);
  let z = e[low]!;
  for (let k = low; k < high; k++) {
    let r = Math.sqrt(y * y + z * z);
    let c = y / r;
    let s = z / r;
    if (!(r > TINY)) [c, s, r] = givens(y, z);
    if (k > low) e[k - 1] = r;
    const dk = c * d[k]! + s * e[k]!;
    const ek = c * e[k]! - s * d[k]!;
    const bulge = s * d[k + 1]!;
    const dn = c * d[k + 1]!;
    cosRight[atRight + k - low] = c;
    sinRight[atRight + k - low] = s;
    let r2 = Math.sqrt(dk * dk + bulge * bulge);
    let c2 = dk / r2;
    let s2 = bulge / r2;
    if (!(r2 > TINY)) [c2, s2, r2] = givens(dk, bulge);
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

/** σ, where σ² is the eigenvalue of the last 2 × 2 of BᵀB nearer to its last entry. */
function wilkinsonShift(d: Float64Array, e: Float64Array, low: number, high: number): number {
  const before = high - 1 > low ? e[high - 2]! : 0;
  const scale = Math.max(Math.abs(d[high - 1]!), Math.abs(before), Math.abs(d[high]!), Math.abs(e[high - 1]!));
  if (scale === 0) return 0;
  const a = d[high - 1]! / scale;
  const b = before / scale;
  const c = d[high]! / scale;
  const f = e[high - 1]! / scale;
  const t12 = a * f;
  const t22 = c * c + f * f;
  const delta = (a * a + b * b - t22) / 2;
  const root = Math.sqrt(delta * delta + t12 * t12);
  const value = t12 === 0 ? t22 : t22 - (t12 * t12) / (delta + (delta >= 0 ? root : -root));
  return scale * Math.sqrt(Math.max(0, value));
}
