/**
 * The leading k singular triplets of A, m × n, by a random sketch: Q an orthonormal basis of (AAᵀ)^q A Ω, then the SVD of the
 * small QᵀA (Halko, Martinsson & Tropp 2011, algorithms 4.4 and 5.1). Same parts, order and sign rule as `svd`.
 * The error is at most a small factor above σₖ₊₁, and nearly none where the singular values fall off.
 */
import { DomainError } from "../errors";
import { matmul, transposedMatmul } from "../kernels/matmul";
import { leadingColumns, type Matrix, zeros } from "../matrix/matrix";
import { orderOne } from "../matrix/orderOne";
import type { Random } from "../random/random";
import { qr } from "./qr";
import { type Svd, svd } from "./svd";

export interface TruncatedSvdOptions {
  readonly random: Random;
  /** Columns of the sketch beyond k. */
  readonly oversample?: number;
  /** Passes of AAᵀ over the sketch; each one makes the wanted directions stand out by a factor (σᵢ/σₖ₊₁)². */
  readonly powerIterations?: number;
}

export interface TruncatedSvd extends Svd {
  /** ‖A − UΣVᵀ‖_F from ‖A‖_F² − Σσ², so it has no digits below √ε‖A‖_F. */
  readonly errorEstimate: number;
}

/**
 * The first min(k, m, n) singular triplets of any finite m × n matrix. Exact (a full SVD cut off) when k + oversample ≥ min(m, n).
 * Throws DomainError for a k that is no whole number ≥ 0 and for a NaN or an infinity in A, ConvergenceError as `svd`. About 4mn(k + oversample)(powerIterations + 1) flops.
 */
export function truncatedSvd(a: Matrix, k: number, options: TruncatedSvdOptions): TruncatedSvd {
  const { random, oversample = 10, powerIterations = 2 } = options;
  if (!(Number.isInteger(k) && k >= 0)) throw new DomainError("truncatedSvd", "k", "a whole number ≥ 0");
  const width = k + Math.max(0, oversample);
  const { scaled, up, up2 } = orderOne("truncatedSvd", a);
  const { u, s, vt } =
    width >= Math.min(a.rows, a.cols) ? svd(scaled) : sketched(scaled, width, powerIterations, random);
  const kept = Math.min(k, s.length);
  const values = s.subarray(0, kept);
  return {
    u: leadingColumns(u, kept),
    s: values.map((v) => v / up / up2),
    vt: { rows: kept, cols: a.cols, data: vt.data.slice(0, kept * a.cols) },
    errorEstimate: remainder(scaled, values) / up / up2,
  };
}

/** The SVD of A as far as `width` directions hold it. */
function sketched(a: Matrix, width: number, powerIterations: number, random: Random): Svd {
  const q = rangeBasis(a, width, powerIterations, random);
  const { u, s, vt } = svd(transposedMatmul(q, a));
  return { u: matmul(q, u), s, vt };
}

/** Orthonormal Q, m × width, whose span nearly holds the leading left singular vectors. QR between the products keeps the small ones alive. */
function rangeBasis(a: Matrix, width: number, powerIterations: number, random: Random): Matrix {
  const omega = zeros(a.cols, width);
  for (let i = 0; i < omega.data.length; i++) omega.data[i] = random.normal();
  let { q } = qr(matmul(a, omega));
  for (let i = 0; i < powerIterations; i++) {
    const back = qr(transposedMatmul(a, q));
    q = qr(matmul(a, back.q)).q;
  }
  return q;
}

/** √(‖A‖_F² − Σσ²) for A of order one. */
function remainder({ data }: Matrix, s: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < data.length; i++) sum += data[i]! * data[i]!;
  for (const value of s) sum -= value * value;
  return Math.sqrt(Math.max(0, sum));
}
