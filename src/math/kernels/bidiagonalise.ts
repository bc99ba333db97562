/**
 * W = U B Vᵀ, m ≥ n, B upper bidiagonal, by panels (Dongarra, Sorensen & Hammarling 1989; LAPACK dgebrd, dlabrd): within a panel
 * the trailing block is only read, and W − Σ vᵢyᵢᵀ − Σ xᵢuᵢᵀ is formed once, at the panel's end.
 */
import { BLOCK, type BlockReflector, blockReflector } from "./blockReflector";
import { block, gemmInto, turned } from "./gemm";
import { reflector } from "./householder";
import { addTransposedProduct, dot, product, subtract } from "./vectors";

export interface Bidiagonal {
  /** n entries. */
  readonly diagonal: Float64Array;
  /** n − 1 entries. */
  readonly superdiagonal: Float64Array;
  readonly left: readonly BlockReflector[];
  readonly right: readonly BlockReflector[];
}

/** A panel at work: the trailing block of W that it only reads, and what it will take off. */
interface Panel {
  readonly w: Float64Array;
  readonly stride: number;
  /** Index of the trailing block's first entry; the block is tall × wide. */
  readonly at: number;
  readonly tall: number;
  readonly wide: number;
  readonly count: number;
  /** 2·count rows of length tall: the vᵢ, then the xᵢ. */
  readonly p: Float64Array;
  /** 2·count rows of length wide: the yᵢ, then the uᵢ. */
  readonly r: Float64Array;
}

/** Overwrites `w`, m × n row-major, m ≥ n. 4mn² − 4n³/3 flops, half of them matrix times vector. */
export function bidiagonalise(w: Float64Array, m: number, n: number): Bidiagonal {
  const diagonal = new Float64Array(n);
  const superdiagonal = new Float64Array(Math.max(0, n - 1));
  const left: BlockReflector[] = [];
  const right: BlockReflector[] = [];
  for (let start = 0; start < n; start += BLOCK) {
    const count = Math.min(BLOCK, n - start);
    const [tall, wide] = [m - start, n - start];
    const p = new Float64Array(2 * count * tall);
    const r = new Float64Array(2 * count * wide);
    const panel: Panel = { w, stride: n, at: start * n + start, tall, wide, count, p, r };
    const tauLeft = new Float64Array(count);
    const tauRight = new Float64Array(count);
    for (let i = 0; i < count; i++) {
      [diagonal[start + i], tauLeft[i]] = eliminateColumn(panel, i);
      if (i + 1 >= wide) continue;
      if (tauLeft[i] !== 0) rightProduct(panel, i, tauLeft[i]!);
      [superdiagonal[start + i], tauRight[i]] = eliminateRow(panel, i);
      if (tauRight[i] !== 0) leftProduct(panel, i, tauRight[i]!);
    }
    const rest = block(w, panel.at + count * (n + 1), n);
    gemmInto(rest, turned(block(p, count, tall)), block(r, count, wide), tall - count, wide - count, 2 * count, -1);
    left.push(blockReflector(block(p, 0, tall), tauLeft, count, tall, start));
    if (wide > 1) right.push(blockReflector(block(r, count * wide + 1, wide), tauRight, count, wide - 1, start + 1));
  }
  return { diagonal, superdiagonal, left, right };
}

/** Column i of the panel brought up to date, then reflected onto its first entry: v. Returns [d, τ]. */
function eliminateColumn({ w, stride, at, tall, wide, count, p, r }: Panel, i: number): [number, number] {
  const v = i * tall;
  for (let k = i; k < tall; k++) p[v + k] = w[at + k * stride + i]!;
  for (let j = 0; j < i; j++) {
    subtract(p, v + i, p, j * tall + i, tall - i, r[j * wide + i]!);
    subtract(p, v + i, p, (count + j) * tall + i, tall - i, r[(count + j) * wide + i]!);
  }
  const [d, tau] = reflector(p, v + i, tall - i);
  p[v + i] = 1;
  return [d, tau];
}

/** y = τ Wᵀv for the up-to-date W, right of column i. */
function rightProduct({ w, stride, at, tall, wide, count, p, r }: Panel, i: number, tau: number): void {
  const v = i * tall + i;
  const y = i * wide + i + 1;
  const [size, length] = [wide - i - 1, tall - i];
  addTransposedProduct(r, y, w, at + i * stride + i + 1, stride, p, v, length, size);
  for (let j = 0; j < i; j++) {
    subtract(r, y, r, j * wide + i + 1, size, dot(p, j * tall + i, p, v, length));
    subtract(r, y, r, (count + j) * wide + i + 1, size, dot(p, (count + j) * tall + i, p, v, length));
  }
  for (let k = 0; k < size; k++) r[y + k]! *= tau;
}

/** Row i of the panel brought up to date, then reflected onto its entry right of the diagonal: u. Returns [e, τ]. */
function eliminateRow({ w, stride, at, tall, wide, count, p, r }: Panel, i: number): [number, number] {
  const u = (count + i) * wide + i + 1;
  const size = wide - i - 1;
  for (let k = 0; k < size; k++) r[u + k] = w[at + i * stride + i + 1 + k]!;
  for (let j = 0; j <= i; j++) subtract(r, u, r, j * wide + i + 1, size, p[j * tall + i]!);
  for (let j = 0; j < i; j++) subtract(r, u, r, (count + j) * wide + i + 1, size, p[(count + j) * tall + i]!);
  const [e, tau] = reflector(r, u, size);
  r[u] = 1;
  return [e, tau];
}

/** x = τ W u for the up-to-date W, below row i. */
function leftProduct({ w, stride, at, tall, wide, count, p, r }: Panel, i: number, tau: number): void {
  const x = (count + i) * tall + i + 1;
  const u = (count + i) * wide + i + 1;
  const [size, length] = [tall - i - 1, wide - i - 1];
  product(p, x, w, at + (i + 1) * (stride + 1), stride, r, u, size, length);
  for (let j = 0; j <= i; j++) subtract(p, x, p, j * tall + i + 1, size, dot(r, j * wide + i + 1, r, u, length));
  for (let j = 0; j < i; j++)
    subtract(p, x, p, (count + j) * tall + i + 1, size, dot(r, (count + j) * wide + i + 1, r, u, length));
  for (let k = 0; k < size; k++) p[x + k]! *= tau;
}
