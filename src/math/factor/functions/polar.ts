/**
 * A = Q S: Q m × n the nearest matrix with orthonormal columns, S n × n symmetric positive semidefinite; by the SVD, Q = UVᵀ, S = V Σ Vᵀ
 * (Higham 2008, Functions of Matrices, ch. 8).
 */
import { matmul } from "../../kernels/matmul";
import { largestFinite } from "../../matrix/finite";
import { type Matrix, transpose } from "../../matrix/matrix";
import { svd } from "../svd";

export interface Polar {
  /** m × n: orthonormal columns where m ≥ n, orthonormal rows where m < n. */
  readonly orthogonal: Matrix;
  /** n × n, symmetric to the bit. */
  readonly stretch: Matrix;
}

/**
 * Polar decomposition of any m × n matrix. S is unique; Q is where A has full rank, else one of several that are equally near.
 * Throws DomainError, ConvergenceError. One SVD and 4mn² flops.
 */
export function polar(a: Matrix): Polar {
  largestFinite("polar", a);
  const { u, s, vt } = svd(a);
  const n = a.cols;
  const scaled = { ...vt, data: vt.data.map((v, k) => v * s[Math.floor(k / n)]!) };
  const stretch = matmul(transpose(vt), scaled);
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) stretch.data[i * n + j] = stretch.data[j * n + i]!;
  return { orthogonal: matmul(u, vt), stretch };
}
