import { reflector } from "./householder";
import { addTransposedProduct, dot, subtract } from "./vectors";

/**
 * W = Q H Qᵀ with H upper Hessenberg: W, n × n row-major, becomes H; Q comes back, row-major. Householder reflections
 * (Golub & Van Loan, §7.4.3). 14n³/3 flops, Q included.
 */
export function hessenberg(w: Float64Array, n: number): Float64Array {
  const vectors: Float64Array[] = [];
  const taus: number[] = [];
  const sums = new Float64Array(n);
  for (let k = 0; k + 2 < n; k++) {
    const size = n - k - 1;
    const v = new Float64Array(size);
    for (let i = 0; i < size; i++) v[i] = w[(k + 1 + i) * n + k]!;
    const [beta, tau] = reflector(v, 0, size);
    v[0] = 1;
    vectors.push(v);
    taus.push(tau);
    if (tau === 0) continue;
    w[(k + 1) * n + k] = beta;
    for (let i = 1; i < size; i++) w[(k + 1 + i) * n + k] = 0;
    reflectFromLeft(w, (k + 1) * n + k + 1, n, v, tau, size, sums);
    for (let i = 0; i < n; i++) {
      const at = i * n + k + 1;
      subtract(w, at, v, 0, size, tau * dot(w, at, v, 0, size));
    }
  }
  const q = new Float64Array(n * n);
  for (let i = 0; i < n; i++) q[i * n + i] = 1;
  for (let k = vectors.length - 1; k >= 0; k--)
    if (taus[k] !== 0) reflectFromLeft(q, (k + 1) * n + k + 1, n, vectors[k]!, taus[k]!, n - k - 1, sums);
  return q;
}

/** X ← X − τ v (vᵀX) for the square block of X that starts at `at`. */
function reflectFromLeft(
  x: Float64Array,
  at: number,
  stride: number,
  v: Float64Array,
  tau: number,
  size: number,
  sums: Float64Array,
): void {
  sums.fill(0, 0, size);
  addTransposedProduct(sums, 0, x, at, stride, v, 0, size, size);
  for (let i = 0; i < size; i++) subtract(x, at + i * stride, sums, 0, size, tau * v[i]!);
}
