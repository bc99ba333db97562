/**
 * W = Q H Qᵀ with H upper Hessenberg, by Householder reflections (Golub & Van Loan, §7.4.3). By panels for a large W: the panel's
 * reflections reach the rest of W as W ← (I − V Tᵀ Vᵀ)(W − Y Vᵀ), Y = W V T (Quintana-Ortí & van de Geijn 2006; LAPACK dgehrd, dlahr2).
 */
import { BLOCK, type BlockReflector, formQ, reflectRows } from "./blockReflector";
import { block, gemmInto, turned } from "./gemm";
import { reflector } from "./householder";
import { addTransposedProduct, dot, product, subtract, subtractTwoOuterProducts } from "./vectors";

/** Up to this size the reflections go one by one. */
const SMALL = 96;

/** Overwrites W, n × n row-major, with H, and Q with the product of the reflections. 14n³/3 flops, Q included. */
export function hessenberg(w: Float64Array, n: number, q: Float64Array): void {
  if (n <= SMALL) {
    oneByOne(w, n, q);
    return;
  }
  const blocks: BlockReflector[] = [];
  for (let k = 0; k + 2 < n; k += BLOCK) {
    const count = Math.min(BLOCK, n - 2 - k);
    const y = new Float64Array(count * n);
    const panel = reflectPanel(w, n, k, count, y);
    updateRest(w, n, k, panel, y);
    blocks.push(panel);
  }
  q.set(formQ(n, n, blocks));
}

/**
 * Reflections for columns k … k + count − 1, which become columns of H below row k. Y comes back by its columns: `count` rows of
 * length n, those of its first k + 1 entries still to come.
 */
function reflectPanel(w: Float64Array, n: number, k: number, count: number, y: Float64Array): BlockReflector {
  const top = k + 1;
  const size = n - top;
  const v = new Float64Array(count * size);
  const t = new Float64Array(count * count);
  const a = new Float64Array(size);
  const dots = new Float64Array(count);
  const mixed = new Float64Array(count);
  for (let j = 0; j < count; j++) {
    const column = k + j;
    for (let i = 0; i < size; i++) a[i] = w[(top + i) * n + column]!;
    if (j > 0) {
      // What the reflections before this one make of the column, from the right and then from the left.
      for (let p = 0; p < j; p++) dots[p] = -v[p * size + j - 1]!;
      addTransposedProduct(a, 0, y, top, n, dots, 0, j, size);
      product(dots, 0, v, 0, size, a, 0, j, size);
      for (let p = 0; p < j; p++) {
        let sum = 0;
        for (let q = 0; q <= p; q++) sum += t[q * count + p]! * dots[q]!;
        mixed[p] = -sum;
      }
      addTransposedProduct(a, 0, v, 0, size, mixed, 0, j, size);
    }
    const tau = reflector(a, j, size - j);
    const row = j * size;
    v[row + j] = 1;
    for (let i = j + 1; i < size; i++) v[row + i] = a[i]!;
    for (let i = 0; i <= j; i++) w[(top + i) * n + column] = a[i]!;
    for (let i = j + 1; i < size; i++) w[(top + i) * n + column] = 0;
    // y = τ(W v − Y (Vᵀv)), and the next column of T.
    const at = j * n + top;
    product(y, at, w, top * n + top + j, n, v, row + j, size, size - j);
    product(dots, 0, v, j, size, v, row + j, j, size - j);
    for (let p = 0; p < j; p++) dots[p]! *= -1;
    addTransposedProduct(y, at, y, top, n, dots, 0, j, size);
    for (let i = 0; i < size; i++) y[at + i]! *= tau;
    for (let p = 0; p < j; p++) {
      let sum = 0;
      for (let q = p; q < j; q++) sum += t[p * count + q]! * dots[q]!;
      t[p * count + j] = tau * sum;
    }
    t[j * count + j] = tau;
  }
  return { vectors: block(v, 0, size), factor: block(t, 0, count), count, length: size, from: top };
}

function updateRest(w: Float64Array, n: number, k: number, panel: BlockReflector, y: Float64Array): void {
  const { vectors, factor, count, length: size, from: top } = panel;
  const right = k + count;
  // Rows above the panel: Y = W V T there, then all of W − Y Vᵀ.
  const above = new Float64Array(top * count);
  gemmInto(block(above, 0, count), block(w, top, n), turned(vectors), top, count, size);
  gemmInto(turned(block(y, 0, n)), block(above, 0, count), factor, top, count, count);
  gemmInto(block(w, top, n), turned(block(y, 0, n)), vectors, top, count - 1, count, -1);
  gemmInto(block(w, right, n), turned(block(y, 0, n)), { ...vectors, at: count - 1 }, n, n - right, count, -1);
  reflectRows(turned(block(w, top * n + right, n)), n - right, panel);
}

// Room for small matrices, kept from call to call.
const vectors = new Float64Array(SMALL * SMALL);
const taus = new Float64Array(SMALL);
const down = new Float64Array(SMALL);
const across = new Float64Array(SMALL);

/** H W H = W − v yᵀ − x vᵀ with y = τ Wᵀv and x = τ (W − v yᵀ) v, from row and column k + 1 on; above there only x vᵀ. */
function oneByOne(w: Float64Array, n: number, q: Float64Array): void {
  for (let k = 0; k + 2 < n; k++) {
    const top = k + 1;
    const size = n - top;
    const v = k * n;
    const corner = top * (n + 1);
    for (let i = 0; i < size; i++) vectors[v + i] = w[(top + i) * n + k]!;
    const tau = reflector(vectors, v, size);
    taus[k] = tau;
    // Of a column whose squares underflow beside its first entry, too.
    for (let i = 1; i < size; i++) w[(top + i) * n + k] = 0;
    if (tau === 0) continue;
    w[top * n + k] = vectors[v]!;
    vectors[v] = 1;
    for (let j = 0; j < size; j++) across[j] = 0;
    addTransposedProduct(across, 0, w, corner, n, vectors, v, size, size);
    for (let j = 0; j < size; j++) across[j]! *= tau;
    product(down, 0, w, top, n, vectors, v, n, size);
    const along = dot(across, 0, vectors, v, size);
    for (let i = 0; i < n; i++) down[i]! *= tau;
    for (let i = 0; i < size; i++) down[top + i]! -= tau * along * vectors[v + i]!;
    for (let i = 0; i < top; i++) subtract(w, i * n + top, vectors, v, size, down[i]!);
    subtractTwoOuterProducts(w, corner, n, vectors, v, across, 0, down, top, vectors, v, size, size);
  }
  for (let i = 0; i < q.length; i++) q[i] = 0;
  for (let i = 0; i < n; i++) q[i * n + i] = 1;
  for (let k = n - 3; k >= 0; k--)
    if (taus[k] !== 0) reflectFromLeft(q, (k + 1) * (n + 1), n, k * n, taus[k]!, n - k - 1);
}

/** X ← X − τ v (vᵀX) for the square block of X that starts at `at`. */
function reflectFromLeft(x: Float64Array, at: number, stride: number, v: number, tau: number, size: number): void {
  for (let j = 0; j < size; j++) across[j] = 0;
  addTransposedProduct(across, 0, x, at, stride, vectors, v, size, size);
  for (let i = 0; i < size; i++) subtract(x, at + i * stride, across, 0, size, tau * vectors[v + i]!);
}
