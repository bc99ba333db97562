/**
 * S = V diag(λ) Vᵀ for symmetric 3 × 3 by Jacobi's rotations, which keep every digit where the trigonometric formula for the cubic loses
 * half of them (Golub & Van Loan, §8.5; Demmel & Veselić 1992 for the criterion). About four sweeps of three rotations, 0.5 µs.
 */
import { ConvergenceError } from "../../errors";
import type { Mat3 } from "../../matrix/mat3";
import type { Vec3 } from "../../matrix/vec3";
import { EPSILON } from "../../tolerance";
import { leads3 } from "./lead";
import { largest3, steadyScale } from "./scale";

export interface Eigh3 {
  /** λ₁ ≥ λ₂ ≥ λ₃. */
  readonly values: Vec3;
  /** Orthogonal; column j belongs to values[j]. */
  readonly vectors: Mat3;
}

const MAX_SWEEPS = 60;

/** S whole in m[0 … 8], V's columns as rows behind it. Kept between calls, so that a call allocates its result alone. */
const m = new Float64Array(18);

/** Eigendecomposition of a symmetric 3 × 3 matrix, of which the lower triangle is read; signs as in eigh. Throws DomainError, ConvergenceError. */
export function eigh3(a: Mat3): Eigh3 {
  const k = steadyScale("eigh3", largest3(a));
  m[0] = a[0] * k;
  m[1] = m[3] = a[3] * k;
  m[2] = m[6] = a[6] * k;
  m[4] = a[4] * k;
  m[5] = m[7] = a[7] * k;
  m[8] = a[8] * k;
  m.fill(0, 9);
  m[9] = m[13] = m[17] = 1;
  diagonalise();
  let first = m[0]!;
  let second = m[4]!;
  let third = m[8]!;
  let r1 = 9;
  let r2 = 12;
  let r3 = 15;
  if (second > first) [first, second, r1, r2] = [second, first, r2, r1];
  if (third > second) [second, third, r2, r3] = [third, second, r3, r2];
  if (second > first) [first, second, r1, r2] = [second, first, r2, r1];
  const s1 = leads3(m[r1]!, m[r1 + 1]!, m[r1 + 2]!);
  const s2 = leads3(m[r2]!, m[r2 + 1]!, m[r2 + 2]!);
  const s3 = leads3(m[r3]!, m[r3 + 1]!, m[r3 + 2]!);
  return {
    values: [first / k + 0, second / k + 0, third / k + 0],
    vectors: [
      s1 * m[r1]! + 0,
      s2 * m[r2]! + 0,
      s3 * m[r3]! + 0,
      s1 * m[r1 + 1]! + 0,
      s2 * m[r2 + 1]! + 0,
      s3 * m[r3 + 1]! + 0,
      s1 * m[r1 + 2]! + 0,
      s2 * m[r2 + 2]! + 0,
      s3 * m[r3 + 2]! + 0,
    ],
  };
}

function diagonalise(): void {
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let turned = rotate(0, 1, 2);
    turned = rotate(0, 2, 1) || turned;
    turned = rotate(1, 2, 0) || turned;
    if (!turned) return;
  }
  throw new ConvergenceError("eigh3", MAX_SWEEPS, Math.max(Math.abs(m[1]!), Math.abs(m[2]!), Math.abs(m[5]!)));
}

/** Makes S[p][q] zero by a rotation in the plane of p and q; r is the third index. False where it was as good as zero. */
function rotate(p: number, q: number, r: number): boolean {
  const off = m[3 * p + q]!;
  if (off === 0) return false;
  const pp = m[4 * p]!;
  const qq = m[4 * q]!;
  const small = Math.abs(off) <= (EPSILON / 4) * Math.sqrt(Math.abs(pp * qq));
  if (small) {
    m[3 * p + q] = m[3 * q + p] = 0;
    return false;
  }
  const theta = (qq - pp) / (2 * off);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(1 + theta * theta));
  const c = 1 / Math.sqrt(1 + t * t);
  const s = c * t;
  m[4 * p] = pp - t * off;
  m[4 * q] = qq + t * off;
  m[3 * p + q] = m[3 * q + p] = 0;
  const rp = m[3 * r + p]!;
  const rq = m[3 * r + q]!;
  m[3 * r + p] = m[3 * p + r] = c * rp - s * rq;
  m[3 * r + q] = m[3 * q + r] = s * rp + c * rq;
  for (let i = 0; i < 3; i++) {
    const x = m[9 + 3 * p + i]!;
    const y = m[9 + 3 * q + i]!;
    m[9 + 3 * p + i] = c * x - s * y;
    m[9 + 3 * q + i] = s * x + c * y;
  }
  return true;
}
