/**
 * Several Householder reflectors at once: H₁H₂…H_b = I − V T Vᵀ, T upper triangular (Schreiber & Van Loan 1989, the compact
 * WY form; LAPACK dlarft, dlarfb), so that a product of matrices does the work of b passes over memory.
 */
import { type Block, block, gemmInto, turned } from "./gemm";
import { dot, reflectByFours, subtract } from "./vectors";

/** Reflectors collected before they are applied together. */
export const BLOCK = 32;
/** As many, in rows of memory, are applied without packing. */
export const FEW = 4;
/** Rows that small groups of reflectors pass over together. */
const STRIP = 32;

export interface BlockReflector {
  /** The vectors as rows, count × length, each with its leading zeros and its one. */
  readonly vectors: Block;
  /** T, count × count. */
  readonly factor: Block;
  readonly count: number;
  readonly length: number;
  /** It acts on entries `from` … `from + length − 1` of what it is applied to. */
  readonly from: number;
}

/** Collects the reflectors whose vectors are the rows of `vectors`, with their τ, the first at `tauAt`. O(count²·length). */
export function blockReflector(
  vectors: Block,
  tau: Float64Array,
  count: number,
  length: number,
  from: number,
  tauAt = 0,
): BlockReflector {
  if (count === 1) return { vectors, factor: block(tau, tauAt, 1), count, length, from };
  const t = new Float64Array(count * count);
  const products = innerProducts(vectors, count, length);
  for (let j = 0; j < count; j++) {
    // T(0…j−1, j) = −τⱼ T(0…j−1, 0…j−1) Vᵀvⱼ.
    for (let i = 0; i < j; i++) {
      let sum = 0;
      for (let k = i; k < j; k++) sum += t[i * count + k]! * products[k * count + j]!;
      t[i * count + j] = -tau[tauAt + j]! * sum;
    }
    t[j * count + j] = tau[tauAt + j]!;
  }
  return { vectors, factor: block(t, 0, count), count, length, from };
}

/** Adds the reflectors whose vectors are rows of V, the k-th from at + k(stride + 1) on, four at a time and then one by one. */
export function collectReflectors(
  groups: BlockReflector[],
  v: Float64Array,
  at: number,
  stride: number,
  tau: Float64Array,
  tauAt: number,
  count: number,
  length: number,
  from: number,
): void {
  for (let k = 0; k < count; ) {
    const size = k + FEW <= count ? FEW : 1;
    groups.push(blockReflector(block(v, at + k * (stride + 1), stride), tau, size, length - k, from + k, tauAt + k));
    k += size;
  }
}

function innerProducts(vectors: Block, count: number, length: number): Float64Array {
  const products = new Float64Array(count * count);
  if (count > FEW) gemmInto(block(products, 0, count), vectors, turned(vectors), count, count, length);
  else {
    const { data, at, down } = vectors;
    for (let i = 0; i < count; i++)
      for (let j = i + 1; j < count; j++)
        products[i * count + j] = dot(data, at + i * down, data, at + j * down, length);
  }
  return products;
}

/** X ← X H₁H₂…H_b for the `rows` × length block X, or `backwards` X ← X H_b…H₂H₁. 4·rows·length·count flops. */
export function reflectRows(x: Block, rows: number, reflector: BlockReflector, backwards = false): void {
  const { vectors, factor, count, length } = reflector;
  if (x.right === 1 && (count === FEW || count === 1)) {
    reflectFew(x, rows, reflector, backwards);
    return;
  }
  const dots = new Float64Array(rows * count);
  const mixed = new Float64Array(rows * count);
  gemmInto(block(dots, 0, count), x, turned(vectors), rows, count, length);
  const t = backwards ? turned(factor) : factor;
  gemmInto(block(mixed, 0, count), block(dots, 0, count), t, rows, count, count);
  gemmInto(x, block(mixed, 0, count), vectors, rows, length, count, -1);
}

/** The same without packing. */
function reflectFew(x: Block, rows: number, { vectors, factor, count, length }: BlockReflector, backwards: boolean) {
  const { data: v, at: vAt } = vectors;
  const { data: t, at: tAt } = factor;
  if (count === FEW) {
    const down = backwards ? 1 : FEW;
    reflectByFours(x.data, x.at, x.down, v, vAt, vectors.down, t, tAt, down, FEW + 1 - down, rows, length);
    return;
  }
  for (let i = 0; i < rows; i++) {
    const row = x.at + i * x.down;
    subtract(x.data, row, v, vAt, length, t[tAt]! * dot(x.data, row, v, vAt, length));
  }
}

/**
 * X ← X (H₁H₂…H_k)ᵀ for the first `rows` rows of row-major X, a row every `stride` entries. Small groups of reflectors pass over a
 * strip of X, all of them, before the next: it stays in the second-level cache.
 */
export function applyTransposedFromRight(
  x: Float64Array,
  rows: number,
  stride: number,
  reflectors: readonly BlockReflector[],
): void {
  const height = reflectors.every((r) => r.count <= FEW) ? STRIP : rows;
  for (let i = 0; i < rows; i += height)
    for (let k = reflectors.length - 1; k >= 0; k--) {
      const r = reflectors[k]!;
      reflectRows(block(x, i * stride + r.from, stride), Math.min(height, rows - i), r, true);
    }
}

/** The first n columns of H₁H₂…H_k, m × n row-major: columns left of a reflector's first entry are still the identity's. */
export function formQ(m: number, n: number, reflectors: readonly BlockReflector[]): Float64Array {
  const q = new Float64Array(m * n);
  for (let i = 0; i < Math.min(m, n); i++) q[i * n + i] = 1;
  for (const r of reflectors.toReversed()) {
    const size = n - r.from;
    if (size > 0) reflectRows(turned(block(q, r.from * n + r.from, n)), size, r, true);
  }
  return q;
}
