/**
 * A = Q T Qᵀ, the real Schur form: Q orthogonal, T upper quasi-triangular, its 2 × 2 blocks standardised (equal diagonal,
 * off-diagonal of opposite signs: a complex pair). Hessenberg form, then Francis's implicit double shift
 * (Golub & Van Loan, §7.5; LAPACK dlahqr for shifts and the test of Ahues & Tisseur 1997).
 */
import { ConvergenceError, ShapeError } from "../errors";
import { hessenberg } from "../kernels/hessenberg";
import { reflector } from "../kernels/householder";
import { rotateColumns } from "../kernels/rotationQueue";
import type { Matrix } from "../matrix/matrix";
import { maxAbs, powerOfTwoScale } from "../matrix/scaling";
import { EPSILON } from "../tolerance";
import { standardise } from "./schurBlock";

export interface Schur {
  readonly q: Matrix;
  readonly t: Matrix;
}

/** Steps allowed for one eigenvalue; two or three are usual. */
const STEPS_PER_VALUE = 60;
const TINY = 2 ** -960;
/** Steps on one eigenvalue after which a subdiagonal entry under ε² of A counts as zero whatever stands beside it; before the first odd shift. */
const PATIENCE = 9;

/** Real Schur form of any finite n × n matrix. Throws ShapeError, ConvergenceError. About 25n³ flops. */
export function schur(a: Matrix): Schur {
  const n = a.rows;
  if (a.cols !== n) throw new ShapeError("schur", "a square matrix", `${n} × ${a.cols}`);
  const [up, up2] = powerOfTwoScale(maxAbs(a.data));
  const h = a.data.map((v) => v * up * up2);
  const q = hessenberg(h, n);
  let high = n - 1;
  let steps = 0;
  while (high > 0) {
    // A has order one here.
    const low = blockStart(h, n, high, steps < PATIENCE ? TINY : EPSILON ** 2);
    if (low > 0) h[low * n + low - 1] = 0;
    if (low >= high - 1) {
      if (low < high) splitBlock(h, q, n, low);
      high = low - 1;
      steps = 0;
      continue;
    }
    if (steps === STEPS_PER_VALUE) throw new ConvergenceError("schur", steps, Math.abs(h[high * n + high - 1]!));
    francisStep(h, q, n, low, high, steps++);
  }
  return { q: { rows: n, cols: n, data: q }, t: { rows: n, cols: n, data: h.map((v) => v / up / up2) } };
}

/** First row of the unreduced block that ends at `high`. */
function blockStart(h: Float64Array, n: number, high: number, floor: number): number {
  let low = high;
  while (low > 0 && !negligible(h, n, low, floor)) low--;
  return low;
}

function negligible(h: Float64Array, n: number, k: number, floor: number): boolean {
  const below = Math.abs(h[k * n + k - 1]!);
  if (below <= floor) return true;
  const [before, here] = [h[(k - 1) * (n + 1)]!, h[k * (n + 1)]!];
  let size = Math.abs(before) + Math.abs(here);
  if (size === 0) {
    if (k >= 2) size += Math.abs(h[(k - 1) * n + k - 2]!);
    if (k + 1 < n) size += Math.abs(h[(k + 1) * n + k]!);
  }
  if (below > EPSILON * size) return false;
  const above = Math.abs(h[(k - 1) * n + k]!);
  const larger = Math.max(Math.abs(here), Math.abs(before - here));
  const smaller = Math.min(Math.abs(here), Math.abs(before - here));
  const sum = larger + Math.max(below, above);
  return (
    Math.min(below, above) * (Math.max(below, above) / sum) <= Math.max(TINY, EPSILON * (smaller * (larger / sum)))
  );
}

function splitBlock(h: Float64Array, q: Float64Array, n: number, k: number): void {
  const at = k * (n + 1);
  const { a, b, c, d, cos, sin } = standardise(h[at]!, h[at + 1]!, h[at + n]!, h[at + n + 1]!);
  for (let j = k + 2; j < n; j++) {
    const [x, y] = [h[k * n + j]!, h[(k + 1) * n + j]!];
    h[k * n + j] = cos * x + sin * y;
    h[(k + 1) * n + j] = cos * y - sin * x;
  }
  rotateColumns(h, k, n, k, k + 1, cos, sin);
  rotateColumns(q, n, n, k, k + 1, cos, sin);
  h[at] = a;
  h[at + 1] = b;
  h[at + n] = c;
  h[at + n + 1] = d;
}

/** Two shifts as [re₁, im₁, re₂, im₂]. */
type Shifts = readonly [number, number, number, number];

function shiftsFor(h: Float64Array, n: number, low: number, high: number, step: number): Shifts {
  let [a, b, c, d] = [h[(high - 1) * (n + 1)]!, h[(high - 1) * n + high]!, h[high * n + high - 1]!, h[high * (n + 1)]!];
  // A cycle is broken every ten steps by shifts that mean nothing, from either end in turn.
  if (step > 0 && step % 10 === 0) {
    const k = step % 20 === 10 ? low : high - 2;
    c = Math.abs(h[(k + 1) * n + k]!) + Math.abs(h[(k + 2) * n + k + 1]!);
    a = d = 0.75 * c + h[(step % 20 === 10 ? low : high) * (n + 1)]!;
    b = -0.4375 * c;
  }
  const scale = Math.abs(a) + Math.abs(b) + Math.abs(c) + Math.abs(d);
  if (scale === 0) return [0, 0, 0, 0];
  const mean = (a / scale + d / scale) / 2;
  const discriminant = (a / scale - mean) * (d / scale - mean) - (b / scale) * (c / scale);
  const root = Math.sqrt(Math.abs(discriminant)) * scale;
  if (discriminant >= 0) return [mean * scale, root, mean * scale, -root];
  const [one, two] = [mean * scale + root, mean * scale - root];
  const nearer = Math.abs(one - d) <= Math.abs(two - d) ? one : two;
  return [nearer, 0, nearer, 0];
}

/** One double-shift sweep over rows low … high, T and Q whole. */
function francisStep(h: Float64Array, q: Float64Array, n: number, low: number, high: number, step: number): void {
  const v = new Float64Array(3);
  const start = bulgeStart(h, n, low, high, shiftsFor(h, n, low, high, step), v);
  for (let k = start; k < high; k++) {
    const size = Math.min(3, high - k + 1);
    if (k > start) for (let i = 0; i < size; i++) v[i] = h[(k + i) * n + k - 1]!;
    const [beta, tau] = reflector(v, 0, size);
    v[0] = 1;
    if (k > start) {
      h[k * n + k - 1] = beta;
      for (let i = 1; i < size; i++) h[(k + i) * n + k - 1] = 0;
    } else if (start > low) h[k * n + k - 1]! *= 1 - tau;
    reflectRowsOf(h, n, k, size, k, n, v, tau);
    reflectColumnsOf(h, n, k, size, Math.min(k + 3, high) + 1, v, tau);
    reflectColumnsOf(q, n, k, size, n, v, tau);
  }
}

/** Where two small subdiagonal entries in a row let the sweep begin; `v` becomes the first column of (H − s₁)(H − s₂) there. */
function bulgeStart(
  h: Float64Array,
  n: number,
  low: number,
  high: number,
  [re1, im1, re2, im2]: Shifts,
  v: Float64Array,
): number {
  for (let m = high - 2; ; m--) {
    const at = m * (n + 1);
    const [here, next] = [h[at]!, h[at + n + 1]!];
    const scale = Math.abs(here - re2) + Math.abs(im2) + Math.abs(h[at + n]!);
    const below = h[at + n]! / scale;
    v[0] = below * h[at + 1]! + (here - re1) * ((here - re2) / scale) - im1 * (im2 / scale);
    v[1] = below * (here + next - re1 - re2);
    v[2] = below * h[(m + 2) * n + m + 1]!;
    const size = Math.abs(v[0]!) + Math.abs(v[1]!) + Math.abs(v[2]!);
    if (size > 0) for (let i = 0; i < 3; i++) v[i]! /= size;
    if (m === low) return m;
    const before = Math.abs(h[at - n - 1]!);
    const coupled = Math.abs(h[at - 1]!) * (Math.abs(v[1]!) + Math.abs(v[2]!));
    if (coupled <= EPSILON * Math.abs(v[0]!) * (before + Math.abs(here) + Math.abs(next))) return m;
  }
}

/** Rows k … k + size − 1 of X, columns from … to − 1, by I − τ v vᵀ. */
function reflectRowsOf(
  x: Float64Array,
  n: number,
  k: number,
  size: number,
  from: number,
  to: number,
  v: Float64Array,
  tau: number,
): void {
  for (let j = from; j < to; j++) {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += v[i]! * x[(k + i) * n + j]!;
    sum *= tau;
    for (let i = 0; i < size; i++) x[(k + i) * n + j]! -= sum * v[i]!;
  }
}

/** Columns k … k + size − 1 of the first `rows` rows of X, by I − τ v vᵀ. */
function reflectColumnsOf(
  x: Float64Array,
  n: number,
  k: number,
  size: number,
  rows: number,
  v: Float64Array,
  tau: number,
): void {
  for (let r = 0; r < rows; r++) {
    const at = r * n + k;
    let sum = 0;
    for (let i = 0; i < size; i++) sum += v[i]! * x[at + i]!;
    sum *= tau;
    for (let i = 0; i < size; i++) x[at + i]! -= sum * v[i]!;
  }
}
