/**
 * W = U B Vᵀ, m ≥ n, B upper bidiagonal, by panels (Dongarra, Sorensen & Hammarling 1989; LAPACK dgebrd, dlabrd): within a panel
 * the trailing block is only read, and W − Σ vᵢyᵢᵀ − Σ xᵢuᵢᵀ is formed once, at the panel's end. Small matrices go column by column:
 * packing blocks would cost more than it saves.
 */
import { BLOCK, type BlockReflector, collectReflectors } from "./blockReflector";
import { block, gemmInto, turned } from "./gemm";
import { reflector } from "./householder";
import { addTransposedProduct, dot, product, subtract, subtractTwoOuterProducts } from "./vectors";

export interface Bidiagonal {
  /** n entries. */
  readonly diagonal: Float64Array;
  /** n − 1 entries. */
  readonly superdiagonal: Float64Array;
  readonly left: readonly BlockReflector[];
  readonly right: readonly BlockReflector[];
}

/** Up to this many columns, one goes after the other. */
const SMALL = 160;

/**
 * A panel at work: the trailing block of W that it only reads, and what it will take off, PᵀR. Vectors of the left (v, x) and of
 * the right (y, u) alternate as rows, so that all products of earlier steps are one product with a block of rows.
 */
interface Panel {
  readonly w: Float64Array;
  readonly stride: number;
  /** Index of the trailing block's first entry; the block is tall × wide. */
  readonly at: number;
  readonly tall: number;
  readonly wide: number;
  /** Rows of length tall: v₀, x₀, v₁, x₁, … */
  readonly p: Float64Array;
  /** Rows of length wide: y₀, u₀, y₁, u₁, … */
  readonly r: Float64Array;
  /** Room for one number a row of P. */
  readonly weights: Float64Array;
}

/**
 * Overwrites `w`, m × n row-major, m ≥ n; without reflectors where U and V are not wanted. 4mn² − 4n³/3 flops, half of them matrix
 * times vector.
 */
export function bidiagonalise(w: Float64Array, m: number, n: number, vectors = true): Bidiagonal {
  return n <= SMALL ? byColumns(w, m, n, vectors) : byPanels(w, m, n, vectors);
}

function byPanels(w: Float64Array, m: number, n: number, vectors: boolean): Bidiagonal {
  const diagonal = new Float64Array(n);
  const superdiagonal = new Float64Array(n - 1);
  const tauLeft = new Float64Array(n);
  const tauRight = new Float64Array(n);
  const left: BlockReflector[] = [];
  const right: BlockReflector[] = [];
  const weights = new Float64Array(2 * BLOCK);
  for (let start = 0; start < n; start += BLOCK) {
    const count = Math.min(BLOCK, n - start);
    const tall = m - start;
    const wide = n - start;
    const p = new Float64Array(2 * count * tall);
    const r = new Float64Array(2 * count * wide);
    const panel: Panel = { w, stride: n, at: start * n + start, tall, wide, p, r, weights };
    for (let i = 0; i < count; i++) {
      tauLeft[start + i] = eliminateColumn(panel, i, diagonal, start + i);
      if (i + 1 >= wide) continue;
      if (tauLeft[start + i] !== 0) rightProduct(panel, i, tauLeft[start + i]!);
      tauRight[start + i] = eliminateRow(panel, i, superdiagonal, start + i);
      if (tauRight[start + i] !== 0) leftProduct(panel, i, tauRight[start + i]!);
    }
    const rest = block(w, panel.at + count * (n + 1), n);
    gemmInto(rest, turned(block(p, count, tall)), block(r, count, wide), tall - count, wide - count, 2 * count, -1);
    if (!vectors) continue;
    collectReflectors(left, p, 0, 2 * tall, tauLeft, start, count, tall, start);
    collectReflectors(right, r, wide + 1, 2 * wide, tauRight, start, Math.min(count, wide - 1), wide - 1, start + 1);
  }
  return { diagonal, superdiagonal, left, right };
}

/** Column i of the panel brought up to date, then reflected onto its first entry, which becomes into[to]: v. Returns τ. */
function eliminateColumn(panel: Panel, i: number, into: Float64Array, to: number): number {
  const { w, stride, at, tall, wide, p, r, weights } = panel;
  const v = 2 * i * tall + i;
  const length = tall - i;
  for (let k = 0, from = at + i * stride + i; k < length; k++, from += stride) p[v + k] = w[from]!;
  for (let j = 0; j < 2 * i; j++) weights[j] = -r[j * wide + i]!;
  addTransposedProduct(p, v, p, i, tall, weights, 0, 2 * i, length);
  const tau = reflector(p, v, length);
  into[to] = p[v]!;
  p[v] = 1;
  return tau;
}

/** y = τ Wᵀv for the up-to-date W, right of column i. */
function rightProduct({ w, stride, at, tall, wide, p, r, weights }: Panel, i: number, tau: number): void {
  const v = 2 * i * tall + i;
  const y = 2 * i * wide + i + 1;
  const size = wide - i - 1;
  const length = tall - i;
  addTransposedProduct(r, y, w, at + i * stride + i + 1, stride, p, v, length, size);
  product(weights, 0, p, i, tall, p, v, 2 * i, length);
  for (let j = 0; j < 2 * i; j++) weights[j] = -weights[j]!;
  addTransposedProduct(r, y, r, i + 1, wide, weights, 0, 2 * i, size);
  for (let k = 0; k < size; k++) r[y + k]! *= tau;
}

/** Row i of the panel brought up to date, then reflected onto its entry right of the diagonal, which becomes into[to]: u. Returns τ. */
function eliminateRow(panel: Panel, i: number, into: Float64Array, to: number): number {
  const { w, stride, at, tall, wide, p, r, weights } = panel;
  const u = (2 * i + 1) * wide + i + 1;
  const size = wide - i - 1;
  for (let k = 0, from = at + i * stride + i + 1; k < size; k++) r[u + k] = w[from + k]!;
  for (let j = 0; j <= 2 * i; j++) weights[j] = -p[j * tall + i]!;
  addTransposedProduct(r, u, r, i + 1, wide, weights, 0, 2 * i + 1, size);
  const tau = reflector(r, u, size);
  into[to] = r[u]!;
  r[u] = 1;
  return tau;
}

/** x = τ W u for the up-to-date W, below row i. */
function leftProduct({ w, stride, at, tall, wide, p, r, weights }: Panel, i: number, tau: number): void {
  const x = (2 * i + 1) * tall + i + 1;
  const u = (2 * i + 1) * wide + i + 1;
  const size = tall - i - 1;
  const length = wide - i - 1;
  product(p, x, w, at + (i + 1) * (stride + 1), stride, r, u, size, length);
  product(weights, 0, r, i + 1, wide, r, u, 2 * i + 1, length);
  for (let j = 0; j <= 2 * i; j++) weights[j] = -weights[j]!;
  addTransposedProduct(p, x, p, i + 1, tall, weights, 0, 2 * i + 1, size);
  for (let k = 0; k < size; k++) p[x + k]! *= tau;
}

/** The same, W brought up to date after each column. The vectors are the rows of V, n × m, and U, n × n, each with its leading zeros. */
function byColumns(w: Float64Array, m: number, n: number, vectors: boolean): Bidiagonal {
  const diagonal = new Float64Array(n);
  const superdiagonal = new Float64Array(Math.max(0, n - 1));
  const tauLeft = new Float64Array(n);
  const tauRight = new Float64Array(n);
  const v = new Float64Array((n + 1) * m);
  const u = new Float64Array((n + 1) * n);
  for (let k = 0; k < n; k++) {
    const vk = k * (m + 1);
    const uk = k * (n + 1) + 1;
    const tall = m - k;
    const wide = n - k - 1;
    for (let i = 0, from = k * (n + 1); i < tall; i++, from += n) v[vk + i] = w[from]!;
    const tau = reflector(v, vk, tall);
    diagonal[k] = v[vk]!;
    tauLeft[k] = tau;
    v[vk] = 1;
    if (wide === 0) break;
    // y = τWᵀv after the last row of U, x = τ(W − vyᵀ)u after the last of V.
    const y = n * n;
    const x = n * m;
    u.fill(0, y, y + wide);
    addTransposedProduct(u, y, w, k * (n + 1) + 1, n, v, vk, tall, wide);
    for (let j = 0; j < wide; j++) {
      u[y + j]! *= tau;
      u[uk + j] = w[uk + j]! - u[y + j]!;
    }
    const tauU = reflector(u, uk, wide);
    superdiagonal[k] = u[uk]!;
    tauRight[k] = tauU;
    u[uk] = 1;
    product(v, x, w, (k + 1) * (n + 1), n, u, uk, tall - 1, wide);
    subtract(v, x, v, vk + 1, tall - 1, dot(u, y, u, uk, wide));
    for (let i = 0; i < tall - 1; i++) v[x + i]! *= tauU;
    subtractTwoOuterProducts(w, (k + 1) * (n + 1), n, v, vk + 1, u, y, v, x, u, uk, tall - 1, wide);
  }
  const left: BlockReflector[] = [];
  const right: BlockReflector[] = [];
  if (vectors) {
    collectReflectors(left, v, 0, m, tauLeft, 0, n, m, 0);
    collectReflectors(right, u, 1, n, tauRight, 0, n - 1, n - 1, 1);
  }
  return { diagonal, superdiagonal, left, right };
}
