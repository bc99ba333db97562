/**
 * A = V Λ Vᵀ for symmetric A: real eigenvalues, largest first, orthonormal eigenvectors in the columns of V, each with its entry of
 * largest size positive. Householder tridiagonalisation, then divide and conquer, or QL where n is small (Golub & Van Loan, §8.3, 8.4;
 * LAPACK dsyevd).
 */
import { ShapeError } from "../errors";
import { applyTransposeFromRight } from "../kernels/blockReflector";
import { tridiagonalDivide } from "../kernels/tridiagonalDivide";
import { tridiagonalise, tridiagonaliseSmall } from "../kernels/tridiagonalise";
import { tridiagonalQl } from "../kernels/tridiagonalQl";
import { largestFinite } from "../matrix/finite";
import { type Matrix, zeros } from "../matrix/matrix";
import { powerOfTwoScale } from "../matrix/scaling";
import { descending, signOf } from "./order";

export interface Eigh {
  /** λ₁ ≥ λ₂ ≥ … ≥ λₙ. */
  readonly values: Float64Array;
  /** n × n, column j for values[j]. */
  readonly vectors: Matrix;
}

/** Up to this size blocks and divide and conquer do not pay. */
const SMALL = 32;

/**
 * Eigendecomposition of a symmetric n × n matrix, of which the lower triangle is read. Throws ShapeError, DomainError where an entry is
 * not finite, ConvergenceError. 4n³/3 flops to tridiagonal form, 2n³ back, up to 4n³/3 between.
 */
export function eigh(a: Matrix): Eigh {
  const n = a.rows;
  if (a.cols !== n) throw new ShapeError("eigh", "a square matrix", `${n} × ${a.cols}`);
  const [up, up2] = powerOfTwoScale(largestFinite("eigh", a));
  const w = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) w[j * n + i] = a.data[i * n + j]! * up * up2;
  const d = new Float64Array(n);
  const e = new Float64Array(n);
  const vt = n <= SMALL ? small(w, n, d, e) : large(w, n, d, e);
  return sorted(d, vt, n, up, up2);
}

function small(w: Float64Array, n: number, d: Float64Array, e: Float64Array): Float64Array {
  const vt = tridiagonaliseSmall(w, n, d, e);
  tridiagonalQl(d, e, 0, n, vt, 0, n, n);
  return vt;
}

function large(w: Float64Array, n: number, d: Float64Array, e: Float64Array): Float64Array {
  const reflectors = tridiagonalise(w, n, d, e);
  const vt = tridiagonalDivide(d, e, n);
  applyTransposeFromRight(vt, n, n, reflectors);
  return vt;
}

/** Values largest first, unscaled; the rows of `vt` become columns, signs fixed. */
function sorted(d: Float64Array, vt: Float64Array, n: number, up: number, up2: number): Eigh {
  const values = new Float64Array(n);
  const vectors = zeros(n, n);
  descending(d).forEach((from, to) => {
    values[to] = d[from]! / up / up2;
    const row = vt.subarray(from * n, (from + 1) * n);
    const sign = signOf(row);
    for (let i = 0; i < n; i++) vectors.data[i * n + to] = sign * row[i]!;
  });
  return { values, vectors };
}
