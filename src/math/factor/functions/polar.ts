/**
 * A = Q S: Q m × n the nearest matrix with orthonormal columns, S n × n symmetric positive semidefinite; by the SVD, Q = UVᵀ, S = V Σ Vᵀ
 * (Higham 2008, Functions of Matrices, ch. 8).
 */
import { matmul, transposedMatmul } from "../../kernels/matmul";
import { mirrorUpper } from "../../kernels/mirror";
import type { Matrix } from "../../matrix/matrix";
import { orderOne } from "../../matrix/orderOne";
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
  const { scaled, up, up2 } = orderOne("polar", a);
  const { u, s, vt } = svd(scaled);
  const n = a.cols;
  const rows = { ...vt, data: vt.data.map((v, k) => v * s[Math.floor(k / n)]!) };
  const stretch = transposedMatmul(vt, rows);
  for (let k = 0; k < stretch.data.length; k++) stretch.data[k] = stretch.data[k]! / up / up2;
  mirrorUpper(stretch.data, n);
  return { orthogonal: matmul(u, vt), stretch };
}
