import { type Matrix, zeros } from "../matrix/matrix";
import { EPSILON } from "../tolerance";
import { lu, solveLu } from "./lu";
import { cond } from "./subspaces";

/** Ax = b for square A by LU. Null when A is exactly singular. Throws ShapeError. 2n³/3 flops. */
export function solve(a: Matrix, b: ArrayLike<number>): Float64Array | null {
  return solveLu(lu(a), b);
}

export type Inverse = { readonly singular: false; readonly inverse: Matrix } | { readonly singular: true };

/** A⁻¹, or `{ singular: true }` when κ(A) > 1/(nε), where no digit of an inverse could be trusted. Throws ShapeError. */
export function inverse(a: Matrix): Inverse {
  const n = a.rows;
  const factors = lu(a);
  if (factors.zeroPivot >= 0 || cond(a) > 1 / (n * EPSILON)) return { singular: true };
  const out = zeros(n, n);
  const unit = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    unit.fill(0);
    unit[j] = 1;
    const x = solveLu(factors, unit);
    if (x === null) return { singular: true };
    for (let i = 0; i < n; i++) out.data[i * n + j] = x[i]!;
  }
  return { singular: false, inverse: out };
}
