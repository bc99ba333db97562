/**
 * SVD of an upper bidiagonal matrix by implicit QR with Wilkinson's shift (Golub & Reinsch 1970; Golub & Van Loan, 4th ed., §8.6.2):
 * for a few rows, and for the leaves of divide and conquer. Singular vectors are rows, so that a rotation runs along memory, while the
 * next one is still being found.
 */
import { ConvergenceError } from "../errors";
import { givens, rotateRows } from "../kernels/givens";
import { powerOfTwoScale } from "../matrix/scaling";
import { EPSILON } from "../tolerance";

const SWEEPS_PER_VALUE = 60;

/** A B whose entries are all below this is lifted first. */
const SMALL = 2 ** -20;
/** A length that is nothing beside such a B, and one times another for which the squares lose no digits. */
const TINY = 2 ** -250;
const TINY_PRODUCT = 2 ** -450;

/** Vectors: that of row i of B begins at first + i·stride and has `size` entries, none where it is not wanted. */
export interface Rows {
  readonly x: Float64Array;
  readonly first: number;
  readonly stride: number;
  readonly size: number;
}

/**
 * Of B its rows from … from + n − 1, with one column more than rows where extra = 1: d becomes the singular values, in no order, and e
 * nothing of use. The rows of `left` and `right` turn along, X ← UᵀX and X ← VᵀX for B = U diag(d) Vᵀ; with a column more, the last row
 * of `right` becomes that of B's null vector. Entries up to 2¹²⁰. Throws ConvergenceError. About 6n² flops for each entry of a left and
 * a right row, and n² square roots.
 */
export function bidiagonalQr(
  d: Float64Array,
  e: Float64Array,
  from: number,
  n: number,
  extra: 0 | 1,
  left: Rows,
  right: Rows,
): void {
  const norm = Math.max(largestSize(d, from, from + n), largestSize(e, from, from + n - 1 + extra));
  if (norm < SMALL && norm > 0) {
    liftedQr(d, e, from, n, extra, left, right, norm);
    return;
  }
  if (extra === 1) clearExtraColumn(d, e, from, n, right);
  const floor = EPSILON * EPSILON * norm;
  for (let high = from + n - 1; high > from; high--)
    for (let sweep = 0; ; sweep++) {
      const low = startOfBlock(d, e, from, high, floor);
      if (low === high) break;
      if (sweep === SWEEPS_PER_VALUE) throw new ConvergenceError("svd", sweep, Math.abs(e[high - 1]!));
      qrSweep(d, e, low, high, shiftOver(d, e, low, high, floor), left, right);
    }
  for (let i = from; i < from + n; i++) {
    if (d[i]! < 0) negate(left.x, left.first + i * left.stride, left.size);
    d[i] = Math.abs(d[i]!);
  }
}

function largestSize(x: Float64Array, from: number, to: number): number {
  let largest = 0;
  for (let i = from; i < to; i++) if (Math.abs(x[i]!) > largest) largest = Math.abs(x[i]!);
  return largest;
}

/** A small block at order one: squares of its entries would underflow. */
function liftedQr(
  d: Float64Array,
  e: Float64Array,
  from: number,
  n: number,
  extra: 0 | 1,
  left: Rows,
  right: Rows,
  norm: number,
): void {
  const [up, up2] = powerOfTwoScale(norm);
  for (let i = from; i < from + n; i++) d[i] = d[i]! * up * up2;
  for (let i = from; i < from + n - 1 + extra; i++) e[i] = e[i]! * up * up2;
  bidiagonalQr(d, e, from, n, extra, left, right);
  for (let i = from; i < from + n; i++) d[i] = d[i]! / up / up2;
}

/** The last entry of e, right of the last row, is rotated out of B upwards. */
function clearExtraColumn(d: Float64Array, e: Float64Array, from: number, n: number, right: Rows): void {
  const end = from + n;
  let bulge = e[end - 1]!;
  for (let i = end - 1; i >= from && bulge !== 0; i--) {
    const [c, s, r] = givens(d[i]!, bulge);
    d[i] = r;
    rotateRows(right.x, right.first + i * right.stride, right.first + end * right.stride, right.size, c, s);
    if (i === from) return;
    bulge = -s * e[i - 1]!;
    e[i - 1]! *= c;
  }
}

/** The first row of the unreduced block that ends at `high`. */
function startOfBlock(d: Float64Array, e: Float64Array, from: number, high: number, floor: number): number {
  let low = high;
  while (low > from && Math.abs(e[low - 1]!) > EPSILON * (Math.abs(d[low - 1]!) + Math.abs(d[low]!)) + floor) low--;
  return low;
}

/**
 * σ²/d for the block's first d, where σ² is the eigenvalue of the last 2 × 2 of BᵀB nearer to its last entry. None where d holds a
 * zero: the sweep then brings it to the end, and the block comes apart (Demmel & Kahan 1990).
 */
function shiftOver(d: Float64Array, e: Float64Array, low: number, high: number, floor: number): number {
  let singular = false;
  for (let i = low; i <= high; i++)
    if (Math.abs(d[i]!) <= floor) {
      d[i] = 0;
      singular = true;
    }
  if (singular) return 0;
  const a = d[high - 1]!;
  const b = high - 1 > low ? e[high - 2]! : 0;
  const c = d[high]!;
  const f = e[high - 1]!;
  const t12 = a * f;
  const t22 = c * c + f * f;
  const delta = (a * a + b * b - t22) / 2;
  const root = Math.sqrt(delta * delta + t12 * t12);
  return (t22 - (t12 * t12) / (delta + (delta >= 0 ? root : -root))) / d[low]!;
}

/** One sweep over the unreduced block low … high, a bulge chased downwards; converges at `high`. */
function qrSweep(
  d: Float64Array,
  e: Float64Array,
  low: number,
  high: number,
  shift: number,
  left: Rows,
  right: Rows,
): void {
  const { x: u, stride: uStride, size: uSize } = left;
  const { x: v, stride: vStride, size: vSize } = right;
  let uAt = left.first + low * uStride;
  let vAt = right.first + low * vStride;
  let here = d[low]!;
  let beside = e[low]!;
  let y = here - shift;
  let z = beside;
  for (let k = low; k < high; k++, uAt += uStride, vAt += vStride) {
    let r = Math.sqrt(y * y + z * z);
    if (k > low) e[k - 1] = r;
    if (r < TINY) {
      y = r = 1;
      z = 0;
    }
    const next = d[k + 1]!;
    // r times the two that the left rotation is of, so that it need not wait for c and s.
    const f = y * here + z * beside;
    const bulge = z * next;
    const r2 = Math.sqrt(f * f + bulge * bulge);
    const c = y / r;
    const s = z / r;
    const c2 = r2 < TINY_PRODUCT ? 1 : f / r2;
    const s2 = r2 < TINY_PRODUCT ? 0 : bulge / r2;
    d[k] = r2 / r;
    const g = c * beside - s * here;
    const h = c * next;
    rotateRows(v, vAt, vAt + vStride, vSize, c, s);
    y = c2 * g + s2 * h;
    here = c2 * h - s2 * g;
    rotateRows(u, uAt, uAt + uStride, uSize, c2, s2);
    if (k + 1 === high) break;
    z = s2 * e[k + 1]!;
    beside = c2 * e[k + 1]!;
  }
  e[high - 1] = y;
  d[high] = here;
}

function negate(x: Float64Array, at: number, size: number): void {
  for (let i = at; i < at + size; i++) x[i] = -x[i]!;
}
