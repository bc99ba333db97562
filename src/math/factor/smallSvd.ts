import { ConvergenceError } from "../errors";
import { reflector } from "../kernels/householder";
import { rotateSweep } from "../kernels/rotationQueue";
import { addTransposedProduct, dot, product, subtract, subtractTwoOuterProducts } from "../kernels/vectors";
import { type Matrix, zeros } from "../matrix/matrix";
import { EPSILON } from "../tolerance";
import { signOf } from "./order";
import { steadyScale } from "./small/scale";

const SMALL = 32;
const ENTRIES = SMALL * SMALL;
const SWEEPS_PER_VALUE = 60;

const w = new Float64Array(ENTRIES);
const left = new Float64Array(ENTRIES);
const right = new Float64Array(SMALL * SMALL);
const v = new Float64Array(2 * ENTRIES);
const u = new Float64Array((SMALL + 1) * SMALL);
const d = new Float64Array(SMALL);
const e = new Float64Array(SMALL);
const tauLeft = new Float64Array(SMALL);
const tauRight = new Float64Array(SMALL);
const sums = new Float64Array(SMALL);
const cosLeft = new Float64Array(SMALL);
const sinLeft = new Float64Array(SMALL);
const cosRight = new Float64Array(SMALL);
const sinRight = new Float64Array(SMALL);
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
  diagonalise(m, n, true);
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
  diagonalise(m, n, false);
  sort(n);
  const s = new Float64Array(n);
  for (let i = 0; i < n; i++) s[i] = Math.abs(d[order[i]!]!) / k;
  return s;
}

function scaledUpright({ rows, cols, data }: Matrix, wide: boolean, k: number): void {
  if (!wide) for (let i = 0; i < data.length; i++) w[i] = data[i]! * k;
  else for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) w[j * rows + i] = data[i * cols + j]! * k;
}

function bidiagonaliseSmall(m: number, n: number): void {
  for (let k = 0; k < n; k++) {
    const vk = k * (m + 1);
    const uk = k * (n + 1) + 1;
    const tall = m - k;
    const wide = n - k - 1;
    for (let i = 0, from = k * (n + 1); i < tall; i++, from += n) v[vk + i] = w[from]!;
    const tau = reflector(v, vk, tall);
    d[k] = v[vk]!;
    tauLeft[k] = tau;
    v[vk] = 1;
    if (wide === 0) break;
    const y = n * n;
    const x = n * m;
    u.fill(0, y, y + wide);
    addTransposedProduct(u, y, w, k * (n + 1) + 1, n, v, vk, tall, wide);
    for (let j = 0; j < wide; j++) {
      u[y + j]! *= tau;
      u[uk + j] = w[uk + j]! - u[y + j]!;
    }
    const tauU = reflector(u, uk, wide);
    e[k] = u[uk]!;
    tauRight[k] = tauU;
    u[uk] = 1;
    product(v, x, w, (k + 1) * (n + 1), n, u, uk, tall - 1, wide);
    subtract(v, x, v, vk + 1, tall - 1, dot(u, y, u, uk, wide));
    for (let i = 0; i < tall - 1; i++) v[x + i]! *= tauU;
    subtractTwoOuterProducts(w, (k + 1) * (n + 1), n, v, vk + 1, u, y, v, x, u, uk, tall - 1, wide);
  }
}

function accumulateLeft(m: number, n: number): void {
  left.fill(0, 0, m * n);
  for (let i = 0; i < n; i++) left[i * (n + 1)] = 1;
  for (let k = n - 1; k >= 0; k--) reflectRows(left, k * (n + 1), n, v, k * (m + 1), tauLeft[k]!, m - k, n - k);
}

function accumulateRight(n: number): void {
  right.fill(0, 0, n * n);
  for (let i = 0; i < n; i++) right[i * (n + 1)] = 1;
  for (let k = n - 2; k >= 0; k--)
    reflectRows(right, (k + 1) * (n + 1), n, u, k * (n + 1) + 1, tauRight[k]!, n - k - 1, n - k - 1);
}

/** X ← X − τ v (vᵀX). */
function reflectRows(
  x: Float64Array,
  at: number,
  stride: number,
  v: Float64Array,
  vAt: number,
  tau: number,
  rows: number,
  cols: number,
): void {
  if (tau === 0) return;
  sums.fill(0, 0, cols);
  addTransposedProduct(sums, 0, x, at, stride, v, vAt, rows, cols);
  for (let i = 0; i < rows; i++) subtract(x, at + i * stride, sums, 0, cols, tau * v[vAt + i]!);
}

function diagonalise(m: number, n: number, vectors: boolean): void {
  let norm = 0;
  for (let i = 0; i < n; i++) norm = Math.max(norm, Math.abs(d[i]!), i + 1 < n ? Math.abs(e[i]!) : 0);
  const floor = EPSILON * EPSILON * norm;
  for (let high = n - 1; high > 0; high--) {
    for (let sweep = 0; ; sweep++) {
      let low = high;
      while (low > 0 && Math.abs(e[low - 1]!) > EPSILON * (Math.abs(d[low - 1]!) + Math.abs(d[low]!)) + floor) low--;
      if (low === high) break;
      if (sweep === SWEEPS_PER_VALUE) throw new ConvergenceError("svd", sweep, Math.abs(e[high - 1]!));
      qrSweep(low, high, floor);
      if (!vectors) continue;
      rotateSweep(left, low, n, m, cosLeft, sinLeft, low, high);
      rotateSweep(right, low, n, n, cosRight, sinRight, low, high);
    }
  }
}

function qrSweep(low: number, high: number, floor: number): void {
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
    cosRight[k] = c;
    sinRight[k] = s;
    r = Math.sqrt(f * f + bulge * bulge);
    c = f / r;
    s = bulge / r;
    if (r === 0) {
      c = 1;
      s = 0;
    }
    d[k] = r;
    cosLeft[k] = c;
    sinLeft[k] = s;
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
    const sign = signOf(r, from, n, cols);
    const signU = value < 0 ? -sign : sign;
    for (let j = 0; j < cols; j++) vd[to * cols + j] = 0 + sign * r[j * n + from]!;
    for (let i = 0; i < rows; i++) ud[i * n + to] = 0 + signU * l[i * n + from]!;
  }
  return { u, s, vt };
}
