import { ConvergenceError } from "../errors";
import { type Matrix, zeros } from "../matrix/matrix";
import { EPSILON } from "../tolerance";
import { signOf } from "./order";
import { steadyScale } from "./small/scale";

const SMALL = 32;
const ENTRIES = SMALL * SMALL;
const TINY = 2 ** -450;
const SWEEPS_PER_VALUE = 60;

const w = new Float64Array(ENTRIES);
const left = new Float64Array(ENTRIES);
const right = new Float64Array(SMALL * SMALL);
const d = new Float64Array(SMALL);
const e = new Float64Array(SMALL);
const tauLeft = new Float64Array(SMALL);
const tauRight = new Float64Array(SMALL);
const sums = new Float64Array(SMALL);
const order = new Int32Array(SMALL);

export function isSmall({ rows, cols }: Matrix): boolean {
  return rows * cols <= ENTRIES && Math.min(rows, cols) <= SMALL;
}

export function smallSvd(a: Matrix, largest: number) {
  const k = steadyScale("svd", largest);
  const wide = a.rows < a.cols;
  const m = wide ? a.cols : a.rows;
  const n = wide ? a.rows : a.cols;
  scaledUpright(a, wide, k);
  bidiagonaliseSmall(m, n);
  accumulateLeft(m, n);
  accumulateRight(n);
  diagonalise(m, n, n);
  sort(n);
  return wide ? assemble(right, n, left, m, n, k) : assemble(left, m, right, n, n, k);
}

export function smallSingularValues(a: Matrix, largest: number): Float64Array {
  const k = steadyScale("singularValues", largest);
  const wide = a.rows < a.cols;
  const m = wide ? a.cols : a.rows;
  const n = wide ? a.rows : a.cols;
  scaledUpright(a, wide, k);
  bidiagonaliseSmall(m, n);
  diagonalise(0, n, 0);
  sort(n);
  const s = new Float64Array(n);
  for (let i = 0; i < n; i++) s[i] = Math.abs(d[order[i]!]!) / k;
  return s;
}

function scaledUpright({ rows, cols, data }: Matrix, wide: boolean, k: number): void {
  if (!wide) for (let i = 0; i < data.length; i++) w[i] = data[i]! * k;
  else for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) w[j * rows + i] = data[i * cols + j]! * k;
}

/** W = left · B · rightᵀ in place: column k below the diagonal, and row k right of the superdiagonal, keep the reflections. */
function bidiagonaliseSmall(m: number, n: number): void {
  for (let k = 0; k < n; k++) {
    const at = k * (n + 1);
    tauLeft[k] = reflectColumn(at, n, m - k, n - k);
    d[k] = w[at]!;
    if (k + 1 === n) return;
    tauRight[k] = reflectRow(at + 1, n, m - k, n - k - 1);
    e[k] = w[at + 1]!;
  }
}

/** Turns the column at `at`, `rows` long, onto its first entry, and the columns right of it along. Returns τ. */
function reflectColumn(at: number, stride: number, rows: number, cols: number): number {
  const alpha = w[at]!;
  let tail = 0;
  for (let i = 1, p = at + stride; i < rows; i++, p += stride) tail += w[p]! * w[p]!;
  let length = Math.sqrt(alpha * alpha + tail);
  if (length < TINY) {
     length = 0;
     for (let i = 0, p = at; i < rows; i++, p += stride) length = Math.hypot(length, w[p]!);
     tail = length > Math.abs(alpha) ? 1 : 0;
  }
  if (tail === 0) return 0;
  const beta = alpha > 0 ? -length : length;
  const scale = 1 / (alpha - beta);
  const tau = (beta - alpha) / beta;
  w[at] = beta;
  for (let j = 1; j < cols; j++) sums[j] = w[at + j]!;
  for (let i = 1, p = at + stride; i < rows; i++, p += stride) {
    const vi = w[p]! * scale;
    w[p] = vi;
    for (let j = 1; j < cols; j++) sums[j]! += vi * w[p + j]!;
  }
  for (let j = 1; j < cols; j++) {
    sums[j]! *= tau;
    w[at + j]! -= sums[j]!;
  }
  for (let i = 1, p = at + stride; i < rows; i++, p += stride) {
    const vi = w[p]!;
    for (let j = 1; j < cols; j++) w[p + j]! -= vi * sums[j]!;
  }
  return tau;
}

/** Turns the row at `at`, `cols` long, onto its first entry, and the `rows` − 1 rows below it along. Returns τ. */
function reflectRow(at: number, stride: number, rows: number, cols: number): number {
  const alpha = w[at]!;
  let tail = 0;
  for (let j = 1; j < cols; j++) tail += w[at + j]! * w[at + j]!;
  let length = Math.sqrt(alpha * alpha + tail);
  if (length < TINY) {
     length = 0;
     for (let j = 0; j < cols; j++) length = Math.hypot(length, w[at + j]!);
     tail = length > Math.abs(alpha) ? 1 : 0;
  }
  if (tail === 0) return 0;
  const beta = alpha > 0 ? -length : length;
  const scale = 1 / (alpha - beta);
  const tau = (beta - alpha) / beta;
  w[at] = beta;
  for (let j = 1; j < cols; j++) w[at + j]! *= scale;
  for (let i = 1, p = at + stride; i < rows; i++, p += stride) {
    let sum = w[p]!;
    for (let j = 1; j < cols; j++) sum += w[at + j]! * w[p + j]!;
    sum *= tau;
    w[p]! -= sum;
    for (let j = 1; j < cols; j++) w[p + j]! -= sum * w[at + j]!;
  }
  return tau;
}

/** The first n rows of the transposed product of the left reflections, from the last one. */
function accumulateLeft(m: number, n: number): void {
  for (let k = n - 1; k >= 0; k--) {
    const at = k * (n + 1);
    const tau = tauLeft[k]!;
    const own = k * m;
    left[own + k] = 1 - tau;
    for (let i = k + 1, p = at + n; i < m; i++, p += n) left[own + i] = -tau * w[p]!;
    for (let j = 0; j < k; j++) left[own + j] = 0;
    for (let j = k + 1, row = own + m; j < n; j++, row += m) {
      let sum = 0;
      for (let i = k + 1, p = at + n; i < m; i++, p += n) sum += w[p]! * left[row + i]!;
      sum *= tau;
      left[row + k] = -sum;
      for (let i = k + 1, p = at + n; i < m; i++, p += n) left[row + i]! -= sum * w[p]!;
    }
  }
}
/** The transposed product of the right reflections, n × n. */
function accumulateRight(n: number): void {
  for (let k = n - 1; k >= 1; k--) {
    const at = k * (n + 1) - n;
    const tau = tauRight[k - 1]!;
    const own = k * (n + 1);
    right[own] = 1 - tau;
    for (let i = 1; i < n - k; i++) right[own + i] = -tau * w[at + i]!;
    for (let j = 0; j < k; j++) right[k * n + j] = 0;
    for (let row = own + n; row < n * n; row += n) {
      let sum = 0;
      for (let i = 1; i < n - k; i++) sum += w[at + i]! * right[row + i]!;
      sum *= tau;
      right[row] = -sum;
      for (let i = 1; i < n - k; i++) right[row + i]! -= sum * w[at + i]!;
    }
  }
  right[0] = 1;
  for (let i = 1; i < n; i++) right[i] = right[i * n] = 0;
}

function diagonalise(m: number, n: number, nn: number): void {
  let norm = 0;
  for (let i = 0; i < n; i++) norm = Math.max(norm, Math.abs(d[i]!), i + 1 < n ? Math.abs(e[i]!) : 0);
  const floor = EPSILON * EPSILON * norm;
  for (let high = n - 1; high > 0; high--) {
    for (let sweep = 0; ; sweep++) {
      let low = high;
      while (low > 0 && Math.abs(e[low - 1]!) > EPSILON * (Math.abs(d[low - 1]!) + Math.abs(d[low]!)) + floor) low--;
      if (low === high) break;
      if (sweep === SWEEPS_PER_VALUE) throw new ConvergenceError("svd", sweep, Math.abs(e[high - 1]!));
      qrSweep(low, high, floor, m, nn);
    }
  }
}

function qrSweep(low: number, high: number, floor: number, m: number, n: number): void {
  let singular = false;
  for (let i = low; i <= high; i++)
    if (Math.abs(d[i]!) <= floor) {
      d[i] = 0;
      singular = true;
    }
  let y = d[low]!;
  if (!singular) {
    const shift = wilkinsonShift(low, high);
    y = (Math.abs(y) - shift) * (Math.sign(y) + shift / y);
  }
  let z = e[low]!;
  let dk = d[low]!;
  let ek = z;
  for (let k = low; k < high; k++) {
    let r = Math.sqrt(y * y + z * z);
    let c = y / r;
    let s = z / r;
    if (r === 0) {
      c = 1;
      s = 0;
    }
    if (k > low) e[k - 1] = r;
    const f = c * dk + s * ek;
    const g = c * ek - s * dk;
    const dn = d[k + 1]!;
    const bulge = s * dn;
    const h = c * dn;
    for (let i = k * n, j = i + n, end = j; i < end; i++, j++) {
      const p = right[i]!;
      const q = right[j]!;
      right[i] = c * p + s * q;
      right[j] = c * q - s * p;
    }
    r = Math.sqrt(f * f + bulge * bulge);
    c = f / r;
    s = bulge / r;
    if (r === 0) {
      c = 1;
      s = 0;
    }
    d[k] = r;
    for (let i = k * m, j = i + m, end = j; i < end; i++, j++) {
      const p = left[i]!;
      const q = left[j]!;
      left[i] = c * p + s * q;
      left[j] = c * q - s * p;
    }
    y = c * g + s * h;
    dk = c * h - s * g;
    if (k + 1 < high) {
      const en = e[k + 1]!;
      z = s * en;
      ek = c * en;
    }
  }
  e[high - 1] = y;
  d[high] = dk;
}

function wilkinsonShift(low: number, high: number): number {
  const a = d[high - 1]!;
  const b = high - 1 > low ? e[high - 2]! : 0;
  const c = d[high]!;
  const f = e[high - 1]!;
  const t12 = a * f;
  const t22 = c * c + f * f;
  const delta = (a * a + b * b - t22) / 2;
  const root = Math.sqrt(delta * delta + t12 * t12);
  const value = t12 === 0 ? t22 : t22 - (t12 * t12) / (delta + (delta >= 0 ? root : -root));
  return Math.sqrt(Math.max(0, value));
}

function sort(n: number): void {
  for (let i = 0; i < n; i++) {
    const size = Math.abs(d[i]!);
    let j = i;
    for (; j > 0 && Math.abs(d[order[j - 1]!]!) < size; j--) order[j] = order[j - 1]!;
    order[j] = i;
  }
}

function assemble(l: Float64Array, rows: number, r: Float64Array, cols: number, n: number, k: number) {
  const u = zeros(rows, n);
  const s = new Float64Array(n);
  const vt = zeros(n, cols);
  const ud = u.data;
  const vd = vt.data;
  for (let to = 0; to < n; to++) {
    const from = order[to]!;
    const value = d[from]!;
    s[to] = Math.abs(value) / k;
    const sign = signOf(r, from * cols, 1, cols);
    const signU = value < 0 ? -sign : sign;
    for (let j = 0; j < cols; j++) vd[to * cols + j] = 0 + sign * r[from * cols + j]!;
    for (let i = 0; i < rows; i++) ud[i * n + to] = 0 + signU * l[from * rows + i]!;
  }
  return { u, s, vt };
}
