import { BLOCK, type BlockReflector, blockReflector, reflectRows } from "./blockReflector";
import { block } from "./gemm";
import { reflector } from "./householder";
import { dot, subtract } from "./vectors";

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
      for (let i = 0; i < j; i++) {
        const at = i * length + i;
        subtract(w, row + i, v, at, length - i, tau[i]! * dot(w, row + i, v, at, length - i));
      }
      tau[j] = reflector(w, row + j, length - j);
      v[j * length + j] = 1;
      for (let i = j + 1; i < length; i++) v[j * length + i] = w[row + i]!;
    }
    const placed = blockReflector(block(v, 0, length), tau, count, length, start);
    const right = start + count;
    if (right < n) reflectRows(block(w, right * m + start, m), n - right, placed);
    blocks.push(placed);
  }
  return blocks;
}
