/**
 * A = U Σ Vᵀ, thin: for A m × n and k = min(m, n), U m × k, s of length k largest first, Vᵀ k × n.
 * The entry of largest size in each right singular vector is positive. Householder bidiagonalisation, then
 * implicit-shift QR on the bidiagonal (Golub & Reinsch 1970; Golub & Van Loan, §8.6).
 */
import { ConvergenceError } from "../errors";
import { givens, reflector, rotateRows } from "../kernels/householder";
import { type Matrix, transpose, zeros } from "../matrix/matrix";
import { maxAbs, powerOfTwoScale } from "../matrix/scaling";
import { EPSILON } from "../tolerance";
import { descending, signOf } from "./order";

export interface Svd {
  readonly u: Matrix;
  /** σ₁ ≥ σ₂ ≥ … ≥ 0. */
  readonly s: Float64Array;
  readonly vt: Matrix;
}

const SWEEPS_PER_VALUE = 60;

/** Thin SVD of any finite m × n matrix, also zero or empty. Throws ConvergenceError. About 14mn² flops for m ≥ n. */
export function svd(a: Matrix): Svd {
  if (a.rows >= a.cols) return tallSvd(a);
  const { u, s, vt } = tallSvd(transpose(a));
  return fixSigns({ u: transpose(vt), s, vt: transpose(u) });
}

function tallSvd(a: Matrix): Svd {
  const { rows: m, cols: n } = a;
  const [up, up2] = powerOfTwoScale(maxAbs(a.data));
  const w = a.data.map((v) => v * up * up2);
  const d = new Float64Array(n);
  const e = new Float64Array(Math.max(0, n - 1));
  const { ut, vt } = bidiagonalise(w, m, n, d, e);
  diagonalise(d, e, ut, vt, m, n);
  for (let i = 0; i < n; i++)
    if (d[i]! < 0) {
      d[i] = -d[i]!;
      for (let j = 0; j < n; j++) vt[i * n + j]! *= -1;
    }
  const order = descending(d);
  const u = zeros(m, n);
  const sorted = zeros(n, n);
  order.forEach((from, to) => {
    sorted.data.set(vt.subarray(from * n, (from + 1) * n), to * n);
    for (let i = 0; i < m; i++) u.data[i * n + to] = ut[from * m + i]!;
  });
  return fixSigns({ u, s: Float64Array.from(order, (i) => d[i]! / up / up2), vt: sorted });
}

function fixSigns({ u, s, vt }: Svd): Svd {
  for (let r = 0; r < vt.rows; r++) {
    if (signOf(vt.data.subarray(r * vt.cols, (r + 1) * vt.cols)) > 0) continue;
    for (let j = 0; j < vt.cols; j++) vt.data[r * vt.cols + j]! *= -1;
    for (let i = 0; i < u.rows; i++) u.data[i * u.cols + r]! *= -1;
  }
  return { u, s, vt };
}

/** W (m × n, overwritten) = U B Vᵀ with B upper bidiagonal: d on its diagonal, e above. Uᵀ and Vᵀ come back by rows. */
function bidiagonalise(w: Float64Array, m: number, n: number, d: Float64Array, e: Float64Array) {
  const left: Float64Array[] = [];
  const right: Float64Array[] = [];
  const tauLeft = new Float64Array(n);
  const tauRight = new Float64Array(n);
  const sums = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const v = new Float64Array(m - k);
    for (let i = k; i < m; i++) v[i - k] = w[i * n + k]!;
    const [beta, t] = reflector(v, 0, m - k);
    v[0] = 1;
    d[k] = beta;
    tauLeft[k] = t;
    left.push(v);
    if (t !== 0) {
      sums.fill(0);
      for (let i = k; i < m; i++) {
        const vi = v[i - k]!;
        for (let j = k + 1; j < n; j++) sums[j]! += vi * w[i * n + j]!;
      }
      for (let i = k; i < m; i++) {
        const factor = t * v[i - k]!;
        for (let j = k + 1; j < n; j++) w[i * n + j]! -= factor * sums[j]!;
      }
    }
    if (k >= n - 1) continue;
    const x = w.slice(k * n + k + 1, (k + 1) * n);
    const [superdiagonal, tr] = reflector(x, 0, x.length);
    x[0] = 1;
    e[k] = superdiagonal;
    tauRight[k] = tr;
    right.push(x);
    if (tr !== 0) for (let i = k + 1; i < m; i++) reflectRow(w, i * n + k + 1, x, tr);
  }
  const ut = new Float64Array(n * m);
  const vt = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    ut[i * m + i] = 1;
    vt[i * n + i] = 1;
  }
  for (let k = n - 1; k >= 0; k--) for (let r = k; r < n; r++) reflectRow(ut, r * m + k, left[k]!, tauLeft[k]!);
  for (let k = n - 2; k >= 0; k--)
    for (let r = k + 1; r < n; r++) reflectRow(vt, r * n + k + 1, right[k]!, tauRight[k]!);
  return { ut, vt };
}

/** row ← row − τ (row·v) vᵀ. */
function reflectRow(data: Float64Array, at: number, v: Float64Array, tau: number): void {
  if (tau === 0) return;
  let dot = 0;
  for (let j = 0; j < v.length; j++) dot += data[at + j]! * v[j]!;
  dot *= tau;
  for (let j = 0; j < v.length; j++) data[at + j]! -= dot * v[j]!;
}

function diagonalise(d: Float64Array, e: Float64Array, ut: Float64Array, vt: Float64Array, m: number, n: number): void {
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
    if (!clearZeroDiagonal(d, e, ut, vt, m, n, low, high, EPSILON * norm)) qrSweep(d, e, ut, vt, m, n, low, high);
  }
}

/** A zero on the diagonal splits the block: its row (or last column) is rotated away. Returns whether there was one. */
function clearZeroDiagonal(
  d: Float64Array,
  e: Float64Array,
  ut: Float64Array,
  vt: Float64Array,
  m: number,
  n: number,
  low: number,
  high: number,
  floor: number,
): boolean {
  for (let k = low; k <= high; k++) {
    if (Math.abs(d[k]!) > floor * EPSILON) continue;
    d[k] = 0;
    if (k < high) {
      let bulge = e[k]!;
      e[k] = 0;
      for (let i = k + 1; i <= high && bulge !== 0; i++) {
        const [c, s, r] = givens(d[i]!, bulge);
        d[i] = r;
        rotateRows(ut, i * m, k * m, m, c, s);
        if (i < high) {
          bulge = -s * e[i]!;
          e[i]! *= c;
        }
      }
    } else {
      let bulge = e[high - 1]!;
      e[high - 1] = 0;
      for (let i = high - 1; i >= low && bulge !== 0; i--) {
        const [c, s, r] = givens(d[i]!, bulge);
        d[i] = r;
        rotateRows(vt, i * n, high * n, n, c, s);
        if (i > low) {
          bulge = -s * e[i - 1]!;
          e[i - 1]! *= c;
        }
      }
    }
    return true;
  }
  return false;
}

function qrSweep(
  d: Float64Array,
  e: Float64Array,
  ut: Float64Array,
  vt: Float64Array,
  m: number,
  n: number,
  low: number,
  high: number,
): void {
  // Wilkinson's shift from the last 2 × 2 of BᵀB.
  const before = high - 1 > low ? e[high - 2]! : 0;
  const t11 = d[high - 1]! ** 2 + before ** 2;
  const t12 = d[high - 1]! * e[high - 1]!;
  const t22 = d[high]! ** 2 + e[high - 1]! ** 2;
  const delta = (t11 - t22) / 2;
  const root = Math.hypot(delta, t12);
  const shift = t12 === 0 ? t22 : t22 - t12 ** 2 / (delta + (delta >= 0 ? root : -root));
  let y = d[low]! - shift / d[low]!;
  let z = e[low]!;
  for (let k = low; k < high; k++) {
    const [c, s, r] = givens(y, z);
    if (k > low) e[k - 1] = r;
    const dk = c * d[k]! + s * e[k]!;
    const ek = c * e[k]! - s * d[k]!;
    const bulge = s * d[k + 1]!;
    const dn = c * d[k + 1]!;
    rotateRows(vt, k * n, (k + 1) * n, n, c, s);
    const [c2, s2, r2] = givens(dk, bulge);
    d[k] = r2;
    e[k] = c2 * ek + s2 * dn;
    d[k + 1] = c2 * dn - s2 * ek;
    rotateRows(ut, k * m, (k + 1) * m, m, c2, s2);
    if (k < high - 1) {
      y = e[k]!;
      z = s2 * e[k + 1]!;
      e[k + 1]! *= c2;
    }
  }
}
