/** A = LLᵀ for symmetric positive definite A (Golub & Van Loan, §4.2; LAPACK dpotrf). Only the lower triangle is read. */
import { ShapeError } from "../errors";
import { type Matrix, zeros } from "../matrix/matrix";

export type Cholesky = { readonly spd: true; readonly l: Matrix } | { readonly spd: false };

/** Cholesky factor, or `{ spd: false }` for a matrix that is not positive definite. Throws ShapeError. n³/3 flops. */
export function cholesky(a: Matrix): Cholesky {
  const n = a.rows;
  if (a.cols !== n) throw new ShapeError("cholesky", "a square matrix", `${n} × ${a.cols}`);
  const l = zeros(n, n);
  const x = l.data;
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = a.data[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= x[i * n + k]! * x[j * n + k]!;
      if (i !== j) x[i * n + j] = sum / x[j * n + j]!;
      else if (sum > 0) x[i * n + i] = Math.sqrt(sum);
      else return { spd: false };
    }
  return { spd: true, l };
}
