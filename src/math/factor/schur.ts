/**
 * A = Q T Qᵀ, the real Schur form: Q orthogonal, T upper quasi-triangular, its 2 × 2 blocks standardised (equal diagonal,
 * off-diagonal of opposite signs: a complex pair). By Francis's QR (francis.ts).
 */

import { largestFinite } from "../matrix/finite";
import { type Matrix, zeros } from "../matrix/matrix";
import { powerOfTwoScale } from "../matrix/scaling";
import { squareSize } from "../matrix/square";
import { francis } from "./francis";

export interface Schur {
  readonly q: Matrix;
  readonly t: Matrix;
}

/** Real Schur form of any finite n × n matrix. Throws ShapeError, DomainError, ConvergenceError. About 25n³ flops. */
export function schur(a: Matrix): Schur {
  const n = squareSize("schur", a);
  const [up, up2] = powerOfTwoScale(largestFinite("schur", a));
  const t = zeros(n, n);
  const q = zeros(n, n);
  for (let i = 0; i < t.data.length; i++) t.data[i] = a.data[i]! * up * up2;
  francis(t.data, q.data, n);
  for (let i = 0; i < t.data.length; i++) t.data[i] = t.data[i]! / up / up2;
  return { q, t };
}
