/**
 * What the singular values say: rank, condition, two of the four subspaces, pseudoinverse, nearest matrix of lower rank. One SVD each, of A
 * brought to order one, so that σ₁ does not overflow and a small σ keeps its digits. Throw DomainError, ConvergenceError, as svd does.
 */
import { matmul, matmulTransposed } from "../kernels/matmul";
import { leadingColumns, type Matrix, transpose } from "../matrix/matrix";
import { orderOne } from "../matrix/orderOne";
import { relativeTolerance } from "../tolerance";
import { singularValues } from "./singularValues";
import { type Svd, svd } from "./svd";

/** Number of σᵢ above max(m, n)·ε·σ₁ (NumPy's matrix_rank). */
export function rank(a: Matrix): number {
  return numericalRank(singularValues(orderOne("rank", a).scaled), a.rows, a.cols);
}

/** σ₁ / σₖ in the 2-norm, Infinity for a matrix whose smallest singular value is zero. */
export function cond(a: Matrix): number {
  const s = singularValues(orderOne("cond", a).scaled);
  if (s.length === 0) return 0;
  const smallest = s[s.length - 1]!;
  return smallest === 0 ? Number.POSITIVE_INFINITY : s[0]! / smallest;
}

/** Orthonormal basis of {x : Ax = 0}, n × (n − rank). */
export function nullSpace(a: Matrix): Matrix {
  const n = a.cols;
  // Rows of zeros make the thin SVD carry all n right singular vectors.
  const { scaled } = orderOne("nullSpace", a);
  const padded = a.rows >= n ? scaled : { rows: n, cols: n, data: padRows(scaled, n) };
  const { s, vt } = svd(padded);
  const r = numericalRank(s, a.rows, n);
  return transpose({ rows: n - r, cols: n, data: vt.data.subarray(r * n) });
}

/** Orthonormal basis of {Ax}, m × rank. */
export function columnSpace(a: Matrix): Matrix {
  const { u, s } = svd(orderOne("columnSpace", a).scaled);
  return leadingColumns(u, numericalRank(s, a.rows, a.cols));
}

/** Moore–Penrose pseudoinverse, n × m; singular values under the tolerance count as zero. ±Infinity only where an entry overflows. */
export function pinv(a: Matrix): Matrix {
  const { scaled, up, up2 } = orderOne("pinv", a);
  const { u, s, vt } = svd(scaled);
  const r = numericalRank(s, a.rows, a.cols);
  const v = leadingColumns(transpose(vt), r);
  for (let i = 0; i < v.rows; i++) for (let j = 0; j < r; j++) v.data[i * r + j]! /= s[j]!;
  const out = matmulTransposed(v, leadingColumns(u, r));
  // (sA)⁺ = A⁺/s, so the scale is applied, not undone.
  for (let i = 0; i < out.data.length; i++) out.data[i] = out.data[i]! * up * up2;
  return out;
}

/** A_k = Σ σᵢuᵢvᵢᵀ over the first k: the nearest matrix of rank k (Eckart & Young 1936); A itself where there are no more than k. 2mnk flops. */
export function lowRank({ u, s, vt }: Svd, wanted: number): Matrix {
  const k = Math.min(wanted, s.length);
  const scaled = leadingColumns(u, k);
  for (let i = 0; i < scaled.rows; i++) for (let j = 0; j < k; j++) scaled.data[i * k + j]! *= s[j]!;
  return matmul(scaled, { rows: k, cols: vt.cols, data: vt.data.subarray(0, k * vt.cols) });
}

/** How many of the singular values of a rows × cols matrix count as not zero. */
export function numericalRank(s: Float64Array, rows: number, cols: number): number {
  const floor = relativeTolerance(rows, cols) * (s[0] ?? 0);
  return s.filter((value) => value > floor).length;
}

function padRows(a: Matrix, rows: number): Float64Array {
  const data = new Float64Array(rows * a.cols);
  data.set(a.data);
  return data;
}
