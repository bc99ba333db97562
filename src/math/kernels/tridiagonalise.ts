/**
 * W = Q T Qᵀ for symmetric W, T tridiagonal, Q = H₁H₂…Hₙ₋₁ Householder reflectors. Large W by panels (Dongarra, Sorensen &
 * Hammarling 1989; LAPACK dsytrd, dlatrd): within a panel the trailing block is only read, and W − Σ vᵢwᵢᵀ − Σ wᵢvᵢᵀ is formed once,
 * at the panel's end. Only the upper triangle, diagonal included, is read and written, so that every loop runs along rows.
 * 4n³/3 flops, half of them matrix times vector.
 */
import { BLOCK, type BlockReflector, collectReflectors, FEW } from "./blockReflector";
import { block, gemmInto, turned } from "./gemm";
import { reflector } from "./householder";
import { addTransposedProduct, dot, product, subtract } from "./vectors";

/** Rows of the trailing block's triangle that are updated together. */
const STRIP = 64;
/** A trailing block up to this order stays in the second-level cache: reflections one by one are faster than panels there. */
const CACHED = 256;

/**
 * Overwrites W, n × n row-major, whose upper triangle counts, and writes T: n entries to `diagonal`, n − 1 to `beside`.
 * Returns the reflectors that make Q, in their order.
 */
export function tridiagonalise(
  w: Float64Array,
  n: number,
  diagonal: Float64Array,
  beside: Float64Array,
): BlockReflector[] {
  const reflectors: BlockReflector[] = [];
  let start = 0;
  for (; n - start > CACHED; start += BLOCK) reducePanel(w, n, start, diagonal, beside, reflectors);
  const tau = new Float64Array(n);
  reduceByColumns(w, n, start, diagonal, beside, tau, new Float64Array(n));
  // A vector begins right of the diagonal; of what stands before, a group reads up to three entries.
  for (let k = start; k < n; k++) w.fill(0, k * n + Math.max(start, k - FEW), k * (n + 1) + 1);
  collectReflectors(reflectors, w, start * (n + 1) + 1, n, tau, start, n - 1 - start, n - 1 - start, start + 1);
  return reflectors;
}

/** Rows start … start + BLOCK − 1 of T; their reflectors are added; the rest of W is brought up to date. */
function reducePanel(
  w: Float64Array,
  n: number,
  start: number,
  diagonal: Float64Array,
  beside: Float64Array,
  reflectors: BlockReflector[],
): void {
  const size = n - start;
  // Rows v₀, w₀, v₁, w₁, … and the same with each pair exchanged: their product is Σ vᵢwᵢᵀ + wᵢvᵢᵀ.
  const pairs = new Float64Array(2 * BLOCK * size);
  const exchanged = new Float64Array(2 * BLOCK * size);
  const tau = new Float64Array(BLOCK);
  const sums = new Float64Array(2 * BLOCK);
  for (let i = 0; i < BLOCK; i++) {
    const at = (start + i) * (n + 1);
    updateRow(w, at, size, i, pairs, sums);
    diagonal[start + i] = w[at]!;
    const tail = size - i - 1;
    const v = 2 * i * size + i + 1;
    for (let j = 0; j < tail; j++) pairs[v + j] = w[at + 1 + j]!;
    tau[i] = reflector(pairs, v, tail);
    beside[start + i] = pairs[v]!;
    pairs[v] = 1;
    if (tau[i] !== 0) companion(w, n, at + n + 1, tail, tau[i]!, i, size, pairs, sums);
    for (let j = 0; j < tail; j++) {
      exchanged[v + j] = pairs[v + size + j]!;
      exchanged[v + size + j] = pairs[v + j]!;
    }
  }
  for (let i = BLOCK; i < size; i += STRIP)
    gemmInto(
      block(w, (start + i) * (n + 1), n),
      turned(block(pairs, i, size)),
      block(exchanged, i, size),
      Math.min(STRIP, size - i),
      size - i,
      2 * BLOCK,
      -1,
    );
  collectReflectors(reflectors, pairs, 1, 2 * size, tau, 0, BLOCK, size - 1, start + 1);
}

/**
 * The same without panels, for a W that stays in the first-level cache, with Q itself formed in `q`, n × n; `tau` and `p` are room for
 * n numbers each.
 */
export function tridiagonaliseSmall(
  w: Float64Array,
  n: number,
  diagonal: Float64Array,
  beside: Float64Array,
  q: Float64Array,
  tau: Float64Array,
  p: Float64Array,
): void {
  reduceByColumns(w, n, 0, diagonal, beside, tau, p);
  accumulate(w, tau, n, q, p);
}

/**
 * Rows from `start` on, reflections one by one; row k of W keeps the k-th vector, right of the diagonal, with its one where tau[k] is
 * not zero.
 */
function reduceByColumns(
  w: Float64Array,
  n: number,
  start: number,
  diagonal: Float64Array,
  beside: Float64Array,
  tau: Float64Array,
  p: Float64Array,
): void {
  for (let k = start; k < n - 1; k++) {
    const v = k * (n + 1) + 1;
    const size = n - k - 1;
    diagonal[k] = w[v - 1]!;
    const t = reflector(w, v, size);
    beside[k] = w[v]!;
    tau[k] = t;
    if (t === 0) continue;
    w[v] = 1;
    p.fill(0, 0, size);
    symmetricProduct(p, 0, w, v + n, n, w, v, size);
    const half = (t * dot(p, 0, w, v, size)) / 2;
    for (let i = 0; i < size; i++) p[i] = t * (p[i]! - half * w[v + i]!);
    takeOff(w, v + n, n, w, v, p, size);
  }
  if (n > 0) diagonal[n - 1] = w[n * n - 1]!;
}

/** H₁H₂ … Hₙ₋₁ from the rows of W right of the diagonal; the last first, so that the rest is still the identity's. */
function accumulate(w: Float64Array, tau: Float64Array, n: number, q: Float64Array, sums: Float64Array): void {
  q.fill(0, 0, n * n);
  for (let i = 0; i < n; i++) q[i * n + i] = 1;
  for (let k = n - 2; k >= 0; k--) {
    const v = k * (n + 1) + 1;
    const size = n - k - 1;
    const t = tau[k]!;
    if (t === 0) continue;
    sums.fill(0, 0, size);
    addTransposedProduct(sums, 0, q, v + n, n, w, v, size, size);
    let i = 0;
    for (; i + 2 <= size; i += 2) {
      const row = v + n + i * n;
      const v0 = t * w[v + i]!;
      const v1 = t * w[v + i + 1]!;
      for (let j = 0; j < size; j++) {
        const sum = sums[j]!;
        q[row + j]! -= v0 * sum;
        q[row + n + j]! -= v1 * sum;
      }
    }
    if (i < size) subtract(q, v + n + i * n, sums, 0, size, t * w[v + i]!);
  }
}

/** A ← A − vpᵀ − pvᵀ for the upper triangle of A, n × n, two rows at a time. */
function takeOff(
  a: Float64Array,
  at: number,
  stride: number,
  v: Float64Array,
  vAt: number,
  p: Float64Array,
  n: number,
): void {
  let i = 0;
  for (; i + 2 <= n; i += 2) {
    const r0 = at + i * stride;
    const r1 = r0 + stride;
    const v0 = v[vAt + i]!;
    const v1 = v[vAt + i + 1]!;
    const p0 = p[i]!;
    const p1 = p[i + 1]!;
    a[r0 + i]! -= 2 * v0 * p0;
    for (let j = i + 1; j < n; j++) {
      const vj = v[vAt + j]!;
      const pj = p[j]!;
      a[r0 + j]! -= v0 * pj + p0 * vj;
      a[r1 + j]! -= v1 * pj + p1 * vj;
    }
  }
  if (i < n) a[at + i * (stride + 1)]! -= 2 * v[vAt + i]! * p[i]!;
}

/** Row i of the panel, from its diagonal entry at `at`, less what the i reflectors before it take off. */
function updateRow(
  w: Float64Array,
  at: number,
  size: number,
  i: number,
  pairs: Float64Array,
  sums: Float64Array,
): void {
  for (let j = 0; j < i; j++) {
    sums[2 * j] = -pairs[(2 * j + 1) * size + i]!;
    sums[2 * j + 1] = -pairs[2 * j * size + i]!;
  }
  addTransposedProduct(w, at, pairs, i, size, sums, 0, 2 * i, size - i);
}

/**
 * w = p − ½τ(pᵀv)v with p = τ(W − Σ vⱼwⱼᵀ − Σ wⱼvⱼᵀ)v, so that H W H = W − vwᵀ − wvᵀ; into the row after v. W's trailing block
 * begins at `at`, n − (its first row) = `tail` wide.
 */
function companion(
  w: Float64Array,
  n: number,
  at: number,
  tail: number,
  tau: number,
  i: number,
  size: number,
  pairs: Float64Array,
  sums: Float64Array,
): void {
  const v = 2 * i * size + i + 1;
  const p = v + size;
  symmetricProduct(pairs, p, w, at, n, pairs, v, tail);
  product(sums, 0, pairs, i + 1, size, pairs, v, 2 * i, tail);
  for (let j = 0; j < 2 * i; j += 2) {
    const along = -sums[j]!;
    sums[j] = -sums[j + 1]!;
    sums[j + 1] = along;
  }
  addTransposedProduct(pairs, p, pairs, i + 1, size, sums, 0, 2 * i, tail);
  for (let j = 0; j < tail; j++) pairs[p + j]! *= tau;
  subtract(pairs, p, pairs, v, tail, (tau * dot(pairs, p, pairs, v, tail)) / 2);
}

/** y += A x for symmetric A given by its upper triangle; each entry is read once. Four rows at a time. */
export function symmetricProduct(
  y: Float64Array,
  yAt: number,
  a: Float64Array,
  aAt: number,
  stride: number,
  x: Float64Array,
  xAt: number,
  n: number,
): void {
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    const r0 = aAt + i * (stride + 1);
    const r1 = r0 + stride;
    const r2 = r1 + stride;
    const r3 = r2 + stride;
    const x0 = x[xAt + i]!;
    const x1 = x[xAt + i + 1]!;
    const x2 = x[xAt + i + 2]!;
    const x3 = x[xAt + i + 3]!;
    // The 4 × 4 corner on the diagonal.
    let s0 = a[r0]! * x0 + a[r0 + 1]! * x1 + a[r0 + 2]! * x2 + a[r0 + 3]! * x3;
    let s1 = a[r0 + 1]! * x0 + a[r1 + 1]! * x1 + a[r1 + 2]! * x2 + a[r1 + 3]! * x3;
    let s2 = a[r0 + 2]! * x0 + a[r1 + 2]! * x1 + a[r2 + 2]! * x2 + a[r2 + 3]! * x3;
    let s3 = a[r0 + 3]! * x0 + a[r1 + 3]! * x1 + a[r2 + 3]! * x2 + a[r3 + 3]! * x3;
    for (let j = 4; j < n - i; j++) {
      const a0 = a[r0 + j]!;
      const a1 = a[r1 + j]!;
      const a2 = a[r2 + j]!;
      const a3 = a[r3 + j]!;
      const xj = x[xAt + i + j]!;
      s0 += a0 * xj;
      s1 += a1 * xj;
      s2 += a2 * xj;
      s3 += a3 * xj;
      y[yAt + i + j]! += a0 * x0 + a1 * x1 + (a2 * x2 + a3 * x3);
    }
    y[yAt + i]! += s0;
    y[yAt + i + 1]! += s1;
    y[yAt + i + 2]! += s2;
    y[yAt + i + 3]! += s3;
  }
  for (; i < n; i++) {
    const r = aAt + i * (stride + 1);
    const xi = x[xAt + i]!;
    let sum = a[r]! * xi;
    for (let j = 1; j < n - i; j++) {
      sum += a[r + j]! * x[xAt + i + j]!;
      y[yAt + i + j]! += a[r + j]! * xi;
    }
    y[yAt + i]! += sum;
  }
}
