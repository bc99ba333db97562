/**
 * T = V Λ Vᵀ for a symmetric tridiagonal T by implicit QL sweeps with Wilkinson's shift (Parlett 1998, ch. 8; EISPACK tql2,
 * LAPACK dsteqr). About 3n²·(columns of X) flops: for small n, and for the leaves of divide and conquer.
 */
import { ConvergenceError } from "../errors";
import { EPSILON } from "../tolerance";
import { rotateRows } from "./householder";

const SWEEPS_PER_VALUE = 60;
/** Below this a sum of two squares has lost digits. */
const SAFE_SQUARE = 2 ** -960;

/**
 * Diagonalises T in rows `from` … `to` − 1 of `diagonal` and `beside` (beside[i] couples i and i + 1), both overwritten; the values
 * are left in `diagonal`, in no order. Row i of X, `cols` long from `at + i·stride`, is turned with row i of T: X ← VᵀX.
 * Throws ConvergenceError.
 */
export function tridiagonalQl(
  diagonal: Float64Array,
  beside: Float64Array,
  from: number,
  to: number,
  x: Float64Array,
  at: number,
  stride: number,
  cols: number,
): void {
  for (let low = from; low < to; low++) {
    for (let sweep = 0; ; sweep++) {
      const high = endOfBlock(diagonal, beside, low, to);
      if (high === low) break;
      if (sweep === SWEEPS_PER_VALUE) throw new ConvergenceError("eigh", sweep, Math.abs(beside[low]!));
      qlSweep(diagonal, beside, low, high, x, at, stride, cols);
    }
  }
}

/** The last row of the unreduced block that begins at `low`. */
function endOfBlock(d: Float64Array, e: Float64Array, low: number, to: number): number {
  let high = low;
  while (high < to - 1 && Math.abs(e[high]!) > EPSILON * (Math.abs(d[high]!) + Math.abs(d[high + 1]!))) high++;
  return high;
}

/** One sweep over the unreduced block low … high, a bulge chased upwards; converges at `low`. */
function qlSweep(
  d: Float64Array,
  e: Float64Array,
  low: number,
  high: number,
  x: Float64Array,
  at: number,
  stride: number,
  cols: number,
): void {
  const shift = wilkinsonShift(d[low]!, d[low + 1]!, e[low]!);
  let g = d[high]! - shift;
  let c = 1;
  let s = 1;
  let p = 0;
  for (let i = high - 1; i >= low; i--) {
    const coupling = e[i]!;
    const f = s * coupling;
    const b = c * coupling;
    const square = f * f + g * g;
    const r = square > SAFE_SQUARE ? Math.sqrt(square) : Math.hypot(f, g);
    if (i + 1 < high) e[i + 1] = r;
    if (r === 0) {
      // The block has come apart: what was taken off for the shift is given back.
      d[i + 1]! -= p;
      return;
    }
    s = f / r;
    c = g / r;
    const next = d[i + 1]! - p;
    const t = (d[i]! - next) * s + 2 * c * b;
    p = s * t;
    d[i + 1] = next + p;
    g = c * t - b;
    rotateRows(x, at + (i + 1) * stride, at + i * stride, cols, c, s);
  }
  d[low]! -= p;
  e[low] = g;
}

/** The eigenvalue of [[a, e], [e, b]] nearer to a. */
function wilkinsonShift(a: number, b: number, e: number): number {
  const half = (b - a) / (2 * e);
  const r = Math.abs(half) < 1e150 ? Math.sqrt(half * half + 1) : Math.abs(half);
  return a - e / (half >= 0 ? half + r : half - r);
}
