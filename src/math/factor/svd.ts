/**
 * A = U Σ Vᵀ, thin: for A m × n and k = min(m, n), U m × k, s of length k largest first, Vᵀ k × n.
 * The entry of largest size in each right singular vector is positive. Householder bidiagonalisation, after a QR where A is
 * much taller than wide (Chan 1982), then divide and conquer on the bidiagonal (Gu & Eisenstat 1995; LAPACK dgesdd); or what is faster
 * for a few rows or columns (smallSvd.ts).
 */
import { bidiagonalise } from "../kernels/bidiagonalise";
import { applyTransposedFromRight } from "../kernels/blockReflector";
import { type Matrix, zeros } from "../matrix/matrix";
import { bidiagonalDivide } from "./bidiagonalDivide";
import type { BidiagonalSvd } from "./bidiagonalMerge";
import { signOf } from "./order";
import { isSmall, smallSvd } from "./smallSvd";
import { upright } from "./upright";

export interface Svd {
  readonly u: Matrix;
  /** σ₁ ≥ σ₂ ≥ … ≥ 0. */
  readonly s: Float64Array;
  readonly vt: Matrix;
}

/**
 * Thin SVD of any m × n matrix of finite entries, also zero or empty. Throws DomainError on a NaN or an infinity, ConvergenceError.
 * About 8mn² + 4n³ flops for m ≥ n; a small one allocates its result alone: 2 × 2 0.13 µs, 3 × 3 0.9 µs, 4 × 4 1.5 µs, 8 × 8 6 µs, 16 × 16 32 µs.
 */
export function svd(a: Matrix): Svd {
  if (isSmall(a)) return smallSvd(a);
  const { m, n, wide, up, up2, w, tall, panels } = upright("svd", a);
  const { diagonal: d, superdiagonal: e, left, right } = bidiagonalise(w, tall, n);
  // The vectors are rows, n of length m and n of length n: W = leftᵀ diag(d) right.
  const vectors: BidiagonalSvd = {
    left: new Float64Array(n * m),
    leftStride: m,
    right: new Float64Array(n * n),
    order: new Int32Array(n),
  };
  bidiagonalDivide(d, e, vectors);
  applyTransposedFromRight(vectors.left, n, m, left);
  applyTransposedFromRight(vectors.left, n, m, panels);
  applyTransposedFromRight(vectors.right, n, n, right);
  for (let i = 0; i < n; i++) d[i] = d[i]! / up / up2;
  return wide
    ? assemble(vectors.right, vectors.left, d, vectors.order, n, m)
    : assemble(vectors.left, vectors.right, d, vectors.order, m, n);
}

/** Columns of U that are written together: as many entries share a line of the cache. */
const STRIP = 8;

/** Largest first, signs fixed. The rows of `left`, m long, become columns; those of `right` are n long. */
function assemble(
  left: Float64Array,
  right: Float64Array,
  d: Float64Array,
  ascending: Int32Array,
  m: number,
  n: number,
): Svd {
  const count = d.length;
  const u = zeros(m, count);
  const s = new Float64Array(count);
  const vt = zeros(count, n);
  const signs = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const from = ascending[count - 1 - k]!;
    s[k] = d[from]!;
    const sign = signOf(right, from * n, 1, n);
    signs[k] = sign;
    // From zero, since −0 is nothing to show.
    for (let j = 0; j < n; j++) vt.data[k * n + j] = 0 + sign * right[from * n + j]!;
  }
  for (let start = 0; start < count; start += STRIP) {
    const end = Math.min(count, start + STRIP);
    for (let i = 0; i < m; i++)
      for (let k = start; k < end; k++)
        u.data[i * count + k] = 0 + signs[k]! * left[ascending[count - 1 - k]! * m + i]!;
  }
  return { u, s, vt };
}
