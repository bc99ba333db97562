/**
 * Rᵗ of a rotation, R n × n orthogonal with det R = 1: each plane that R turns by θ is turned by tθ. The planes are those of the real Schur
 * form R = Q T Qᵀ, whose T is block diagonal for a normal matrix (Golub & Van Loan, §7.4; Higham 2008, §2.3 for the principal power).
 * Rᵗ = I + Σ Q_k (G(tθ_k) − I) Q_kᵀ, so t = 0 gives I to the bit.
 */

import { DomainError, ShapeError } from "../../errors";
import { matmul, transposedMatmul } from "../../kernels/matmul";
import { largestFinite } from "../../matrix/finite";
import { identity, type Matrix } from "../../matrix/matrix";
import { squareSize } from "../../matrix/square";
import { schur } from "../schur";

/** A matrix is orthogonal when no entry of RᵀR − I passes this: numbers typed with eight digits are. */
const ORTHOGONAL = 1e-7;

/**
 * Rᵗ for any real t: R^(s+t) = RˢRᵗ, R⁰ = I, R¹ = R. Null for a reflection (det R = −1): no path of orthogonal matrices leads there from I.
 * Angles are taken in (−π, π]. A half turn, eigenvalues −1, has no direction of its own: −1's are paired as Schur's form lists them and each pair
 * turned from its first vector to its second. Throws ShapeError; DomainError for a matrix that is not orthogonal. About 25n³ flops.
 */
export function rotationPower(r: Matrix, t: number): Matrix | null {
  const n = squareSize("rotationPower", r);
  if (largestFinite("rotationPower", r) > 2 || departure(r) > ORTHOGONAL)
    throw new DomainError("rotationPower", "R", "orthogonal: its columns unit vectors at right angles");
  const { q, t: blocks } = schur(r);
  const out = identity(n);
  let half = -1;
  for (let k = 0; k < n; k++) {
    const at = k * (n + 1);
    const below = k + 1 < n ? blocks.data[at + n]! : 0;
    if (below !== 0) {
      const angle = Math.atan2(below - blocks.data[at + 1]!, blocks.data[at]! + blocks.data[at + n + 1]!);
      turnPlane(out, q, k, k + 1, t * angle);
      k++;
    } else if (blocks.data[at]! < 0) {
      if (half >= 0) turnPlane(out, q, half, k, t * Math.PI);
      half = half >= 0 ? -1 : k;
    }
  }
  return half >= 0 ? null : out;
}

/** The rotation at t between two: from·(fromᵀ·to)ᵗ, the shortest way, at constant speed. Null where one mirrors and the other does not. */
export function interpolateRotation(from: Matrix, to: Matrix, t: number): Matrix | null {
  if (from.rows !== to.rows || from.cols !== to.cols)
    throw new ShapeError("interpolateRotation", `${from.rows} × ${from.cols}, as the first`, `${to.rows} × ${to.cols}`);
  const power = rotationPower(transposedMatmul(from, to), t);
  return power === null ? null : matmul(from, power);
}

/** Largest |entry| of RᵀR − I. */
function departure(r: Matrix): number {
  const gram = transposedMatmul(r, r);
  return gram.data.reduce((most, v, k) => Math.max(most, Math.abs(v - (k % (r.rows + 1) === 0 ? 1 : 0))), 0);
}

/** X += [p q] (G(angle) − I) [p q]ᵀ, p and q columns i and j of Q. */
function turnPlane(x: Matrix, q: Matrix, i: number, j: number, angle: number): void {
  const n = x.rows;
  const sin = Math.sin(angle);
  const half = Math.sin(angle / 2);
  // cos − 1 without its cancellation.
  const drop = -2 * half * half;
  for (let a = 0; a < n; a++) {
    const pa = q.data[a * n + i]!;
    const qa = q.data[a * n + j]!;
    const alongP = drop * pa + sin * qa;
    const alongQ = drop * qa - sin * pa;
    for (let b = 0; b < n; b++) x.data[a * n + b]! += alongP * q.data[b * n + i]! + alongQ * q.data[b * n + j]!;
  }
}
