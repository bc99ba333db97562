/**
 * T = V Λ Vᵀ for a symmetric tridiagonal T by implicit QR sweeps with Wilkinson's shift (Golub & Van Loan, §8.3.5; Parlett 1998, ch. 8;
 * LAPACK dsteqr). About 5n²·(rows of X) flops: for small n, and for the leaves of divide and conquer.
 */
import { ConvergenceError } from "../errors";
import { EPSILON } from "../tolerance";
import { rotateSweep } from "./rotateSweep";

const SWEEPS_PER_VALUE = 60;
/**
 * Below this a sum of two squares has lost digits; and a coupling is nothing to a T of order one, while rotations found from a few
 * denormal bits would not be orthogonal.
 */
const TINY = 2 ** -960;

/**
 * Diagonalises T in entries `from` … `to` − 1 of `diagonal` and `beside` (beside[i] couples i and i + 1), both overwritten; the values
 * are left in `diagonal`, in no order. X ← X V, its `rows` rows `stride` apart, entry (0, `from`) at `at`. `c` and `s` are room for
 * rotations, as long as `diagonal`. Entries of order one. Throws ConvergenceError.
 */
export function tridiagonalQr(
  diagonal: Float64Array,
  beside: Float64Array,
  from: number,
  to: number,
  x: Float64Array,
  at: number,
  stride: number,
  rows: number,
  c: Float64Array,
  s: Float64Array,
): void {
  for (let high = to - 1; high > from; high--) {
    for (let sweep = 0; ; sweep++) {
      const low = startOfBlock(diagonal, beside, from, high);
      if (low === high) break;
      if (sweep === SWEEPS_PER_VALUE) throw new ConvergenceError("eigh", sweep, Math.abs(beside[high - 1]!));
      const end = qrSweep(diagonal, beside, low, high, c, s);
      rotateSweep(x, at + low - from, stride, rows, c, s, low, end);
    }
  }
}

/** The first row of the unreduced block that ends at `high`. */
function startOfBlock(d: Float64Array, e: Float64Array, from: number, high: number): number {
  let low = high;
  while (low > from && Math.abs(e[low - 1]!) > EPSILON * (Math.abs(d[low - 1]!) + Math.abs(d[low]!)) + TINY) low--;
  return low;
}

/**
 * One sweep over the unreduced block low … high, a bulge chased downwards; converges at `high`. Rotation i, of i and i + 1, is left in
 * cᵢ, sᵢ; returns their end.
 */
function qrSweep(
  d: Float64Array,
  e: Float64Array,
  low: number,
  high: number,
  cosines: Float64Array,
  sines: Float64Array,
): number {
  let g = d[low]! - wilkinsonShift(d[high]!, d[high - 1]!, e[high - 1]!);
  let c = 1;
  let s = 1;
  let p = 0;
  for (let i = low; i < high; i++) {
    const f = s * e[i]!;
    const b = c * e[i]!;
    const square = f * f + g * g;
    const r = square > TINY ? Math.sqrt(square) : Math.hypot(f, g);
    if (i > low) e[i - 1] = r;
    if (r === 0) {
      // The block has come apart: what waits to be taken off is taken off here.
      d[i]! -= p;
      return i;
    }
    s = f / r;
    c = g / r;
    const here = d[i]! - p;
    const t = (d[i + 1]! - here) * s + 2 * c * b;
    p = s * t;
    d[i] = here + p;
    g = c * t - b;
    cosines[i] = c;
    sines[i] = s;
  }
  d[high]! -= p;
  e[high - 1] = g;
  return high;
}

/** The eigenvalue of [[a, e], [e, b]] nearer to a. */
function wilkinsonShift(a: number, b: number, e: number): number {
  const half = (b - a) / (2 * e);
  const r = Math.abs(half) < 1e150 ? Math.sqrt(half * half + 1) : Math.abs(half);
  return a - e / (half >= 0 ? half + r : half - r);
}
