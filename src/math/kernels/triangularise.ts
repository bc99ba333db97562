import { BLOCK, type BlockReflector, blockReflector, reflectRows } from "./blockReflector";
import { block } from "./gemm";
import { reflector } from "./householder";

/**
 * Householder QR by panels (LAPACK dgeqrf). `w` holds the columns of an m × n matrix as n rows of length m, so that every
 * reflection runs along memory; it is overwritten: entry i of row j, i ≤ j, becomes R(i, j). Returns Q as reflectors.
 */
export function triangularise(w: Float64Array, m: number, n: number): BlockReflector[] {
  const k = Math.min(m, n);
  const blocks: BlockReflector[] = [];
  for (let start = 0; start < k; start += BLOCK) {
    const count = Math.min(BLOCK, k - start);
    const length = m - start;
    const v = new Float64Array(count * length);
    const tau = new Float64Array(count);
    for (let j = 0; j < count; j++) {
      const row = (start + j) * m + start;
      for (let i = 0; i < j; i++) reflect(w, row + i, v, i * length + i, length - i, tau[i]!);
      const [beta, t] = reflector(w, row + j, length - j);
      tau[j] = t;
      for (let i = j; i < length; i++) v[j * length + i] = w[row + i]!;
      v[j * length + j] = 1;
      w[row + j] = beta;
    }
    const placed = blockReflector(block(v, 0, length), tau, count, length, start);
    const right = start + count;
    if (right < n) reflectRows(block(w, right * m + start, m), n - right, placed);
    blocks.push(placed);
  }
  return blocks;
}

/** x ← x − τ v (vᵀx). */
function reflect(x: Float64Array, xAt: number, v: Float64Array, vAt: number, n: number, tau: number): void {
  let dot = 0;
  for (let i = 0; i < n; i++) dot += v[vAt + i]! * x[xAt + i]!;
  dot *= tau;
  for (let i = 0; i < n; i++) x[xAt + i]! -= dot * v[vAt + i]!;
}
