/**
 * A = Q T Qᵀ in place: Hessenberg form, then Francis's implicit double shift (Golub & Van Loan, §7.5; LAPACK dlahqr for shifts and
 * the test of Ahues & Tisseur 1997), its reflections applied at once only where the sweep itself looks, elsewhere a sweep or many
 * later along the rows.
 */

import { ConvergenceError } from "../errors";
import { rotateColumns } from "../kernels/givens";
import { hessenberg } from "../kernels/hessenberg";
import { reflector } from "../kernels/householder";
import { applySweep, flush, isFull, parts, reserve, startQueue } from "../kernels/reflectorQueue";
import { EPSILON } from "../tolerance";
import { standardise } from "./schurBlock";

/** Steps allowed for one eigenvalue; two or three are usual. */
const STEPS_PER_VALUE = 60;
const TINY = 2 ** -960;
/** Steps on one eigenvalue after which a subdiagonal entry under ε² of A counts as zero whatever stands beside it; before the first odd shift. */
const PATIENCE = 9;

/** Up to this size reflections go to all of H and Q at once. */
const SMALL = 24;

// Room for a step, kept from call to call.
const shifts = new Float64Array(4);
const v = new Float64Array(3);

/** Overwrites H, n × n of order one, with T, and Q with the orthogonal matrix that takes it there. Throws ConvergenceError. About 25n³ flops. */
export function francis(h: Float64Array, q: Float64Array, n: number): void {
  hessenberg(h, n, q);
  startQueue(n);
  let high = n - 1;
  let steps = 0;
  while (high > 0) {
    const low = blockStart(h, n, high, steps < PATIENCE ? TINY : EPSILON ** 2);
    if (low > 0) h[low * n + low - 1] = 0;
    if (low >= high - 1) {
      if (low < high) {
        flush(q, h, n);
        splitBlock(h, q, n, low);
      }
      high = low - 1;
      steps = 0;
      continue;
    }
    if (steps === STEPS_PER_VALUE) throw new ConvergenceError("schur", steps, Math.abs(h[high * n + high - 1]!));
    if (isFull()) flush(q, h, n);
    francisStep(h, q, n, low, high, steps++);
  }
  flush(q, h, n);
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
  const before = h[(k - 1) * (n + 1)]!;
  const here = h[k * (n + 1)]!;
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
    const x = h[k * n + j]!;
    const y = h[(k + 1) * n + j]!;
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

/** Two shifts, from the last rows of the block, as re₁, im₁, re₂, im₂ in `shifts`. */
function chooseShifts(h: Float64Array, n: number, low: number, high: number, step: number): void {
  const corner = (high - 1) * (n + 1);
  let a = h[corner]!;
  let b = h[corner + 1]!;
  let c = h[corner + n]!;
  let d = h[corner + n + 1]!;
  // A cycle is broken every ten steps by shifts that mean nothing, from either end in turn.
  if (step > 0 && step % 10 === 0) {
    const k = step % 20 === 10 ? low : high - 2;
    c = Math.abs(h[(k + 1) * n + k]!) + Math.abs(h[(k + 2) * n + k + 1]!);
    a = d = 0.75 * c + h[(step % 20 === 10 ? low : high) * (n + 1)]!;
    b = -0.4375 * c;
  }
  const scale = Math.abs(a) + Math.abs(b) + Math.abs(c) + Math.abs(d);
  // All of it zero: shifts of zero.
  const unit = scale === 0 ? 0 : 1 / scale;
  const mean = (a * unit + d * unit) / 2;
  const discriminant = (a * unit - mean) * (d * unit - mean) - b * unit * (c * unit);
  const root = Math.sqrt(Math.abs(discriminant)) * scale;
  const complex = discriminant >= 0;
  const one = mean * scale + root;
  const two = mean * scale - root;
  const nearer = Math.abs(one - d) <= Math.abs(two - d) ? one : two;
  shifts[0] = shifts[2] = complex ? mean * scale : nearer;
  shifts[1] = complex ? root : 0;
  shifts[3] = complex ? -root : 0;
}

/**
 * One double-shift sweep over rows low … high. A small H and Q take each reflection whole; of a large one at once only what the next
 * reflections look at, rows k … k + 3 of the columns, and what is above that as `catchUp` and the queue come to it.
 */
function francisStep(h: Float64Array, q: Float64Array, n: number, low: number, high: number, step: number): void {
  chooseShifts(h, n, low, high, step);
  const start = bulgeStart(h, n, low, high);
  const atOnce = n <= SMALL;
  const first = atOnce ? 0 : reserve(start, high - start, low);
  for (let k = start; k < high; k++) {
    const three = k + 1 < high;
    const at = k * n + k;
    if (k > start) {
      v[0] = h[at - 1]!;
      v[1] = h[at + n - 1]!;
      if (three) v[2] = h[at + 2 * n - 1]!;
    }
    const tau = reflector(v, 0, three ? 3 : 2);
    if (k > start) {
      h[at - 1] = v[0]!;
      h[at + n - 1] = 0;
      if (three) h[at + 2 * n - 1] = 0;
    } else if (start > low) h[at - 1]! *= 1 - tau;
    const v1 = v[1]!;
    const v2 = three ? v[2]! : 0;
    const top = atOnce ? 0 : k;
    const reached = Math.min(k + 4, high + 1);
    if (three) {
      reflectThreeRows(h, n, at, n - k, v1, v2, tau);
      reflectThreeColumns(h, n, k, top, reached, v1, v2, tau);
      if (atOnce) reflectThreeColumns(q, n, k, 0, n, v1, v2, tau);
    } else {
      reflectTwoRows(h, n, at, n - k, v1, tau);
      reflectTwoColumns(h, n, k, top, reached, v1, tau);
      if (atOnce) reflectTwoColumns(q, n, k, 0, n, v1, tau);
    }
    if (atOnce) continue;
    const p = 3 * (first + k - start);
    parts[p] = v1;
    parts[p + 1] = v2;
    parts[p + 2] = tau;
  }
  if (!atOnce) catchUp(h, n, low, start, high, first);
}

/** Reflection k has reached rows k and below of the columns; here it reaches those from `low` to k − 1. */
function catchUp(h: Float64Array, n: number, low: number, start: number, high: number, first: number): void {
  const end = first + high - start;
  for (let i = low; i < high; i += 4) {
    const rows = Math.min(i + 4, high);
    // The reflection from which all four rows go together.
    const together = Math.max(start, Math.min(i + 4, high));
    for (let r = i; r < rows; r++) {
      const column = Math.max(start, r + 1);
      for (let k = column; k < together; k++) {
        const p = 3 * (first + k - start);
        const x = r * n + k;
        const sum = parts[p + 2]! * (h[x]! + parts[p]! * h[x + 1]! + (k + 1 < high ? parts[p + 1]! * h[x + 2]! : 0));
        h[x]! -= sum;
        h[x + 1]! -= sum * parts[p]!;
        if (k + 1 < high) h[x + 2]! -= sum * parts[p + 1]!;
      }
    }
    applySweep(h, n, i, rows, together, parts, first + together - start, end);
  }
}

/** Where two small subdiagonal entries in a row let the sweep begin; `v` becomes the first column of (H − s₁)(H − s₂) there. */
function bulgeStart(h: Float64Array, n: number, low: number, high: number): number {
  const re1 = shifts[0]!;
  const im1 = shifts[1]!;
  const re2 = shifts[2]!;
  const im2 = shifts[3]!;
  for (let m = high - 2; ; m--) {
    const at = m * (n + 1);
    const here = h[at]!;
    const next = h[at + n + 1]!;
    const below = h[at + n]!;
    const unit = 1 / (Math.abs(here - re2) + Math.abs(im2) + Math.abs(below));
    const x = below * unit * h[at + 1]! + (here - re1) * ((here - re2) * unit) - im1 * (im2 * unit);
    const y = below * unit * (here + next - re1 - re2);
    const z = below * unit * h[(m + 2) * n + m + 1]!;
    const size = Math.abs(x) + Math.abs(y) + Math.abs(z) || 1;
    v[0] = x / size;
    v[1] = y / size;
    v[2] = z / size;
    if (m === low) return m;
    const before = Math.abs(h[at - n - 1]!);
    const coupled = Math.abs(h[at - 1]!) * (Math.abs(v[1]!) + Math.abs(v[2]!));
    if (coupled <= EPSILON * Math.abs(v[0]!) * (before + Math.abs(here) + Math.abs(next))) return m;
  }
}

/** Three rows, `count` entries each from `at`, by I − τ v vᵀ. */
function reflectThreeRows(
  x: Float64Array,
  n: number,
  at: number,
  count: number,
  v1: number,
  v2: number,
  tau: number,
): void {
  const end = at + count;
  for (let i = at, j = at + n, k = at + 2 * n; i < end; i++, j++, k++) {
    const a = x[i]!;
    const b = x[j]!;
    const c = x[k]!;
    const sum = tau * (a + v1 * b + v2 * c);
    x[i] = a - sum;
    x[j] = b - sum * v1;
    x[k] = c - sum * v2;
  }
}

function reflectTwoRows(x: Float64Array, n: number, at: number, count: number, v1: number, tau: number): void {
  const end = at + count;
  for (let i = at, j = at + n; i < end; i++, j++) {
    const sum = tau * (x[i]! + v1 * x[j]!);
    x[i]! -= sum;
    x[j]! -= sum * v1;
  }
}

/** Columns k … k + 2, rows from … to − 1. */
function reflectThreeColumns(
  x: Float64Array,
  n: number,
  k: number,
  from: number,
  to: number,
  v1: number,
  v2: number,
  tau: number,
): void {
  const end = to * n;
  for (let at = from * n + k; at < end; at += n) {
    const a = x[at]!;
    const b = x[at + 1]!;
    const c = x[at + 2]!;
    const sum = tau * (a + v1 * b + v2 * c);
    x[at] = a - sum;
    x[at + 1] = b - sum * v1;
    x[at + 2] = c - sum * v2;
  }
}

function reflectTwoColumns(
  x: Float64Array,
  n: number,
  k: number,
  from: number,
  to: number,
  v1: number,
  tau: number,
): void {
  const end = to * n;
  for (let at = from * n + k; at < end; at += n) {
    const a = x[at]!;
    const b = x[at + 1]!;
    const sum = tau * (a + v1 * b);
    x[at] = a - sum;
    x[at + 1] = b - sum * v1;
  }
}
