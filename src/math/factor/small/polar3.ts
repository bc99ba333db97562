import { type Mat3, multiply3, transpose3 } from "../../matrix/mat3";
import { largest3, steadyScale, times3 } from "./scale";
import { svd3 } from "./svd3";

export interface Polar3 {
  readonly orthogonal: Mat3;
  readonly stretch: Mat3;
}

/**
 * A = R S: R = UVᵀ the nearest orthogonal matrix (a reflection when det A < 0; of a singular A one of several), S = V diag(s) Vᵀ
 * symmetric to the bit, positive semidefinite (Higham 1986). One svd3. Throws DomainError, ConvergenceError.
 */
export function polar3(a: Mat3): Polar3 {
  const k = steadyScale("polar3", largest3(a));
  // Of kA, since σ₁ may overflow where S does not.
  const { u, s, v } = svd3(times3(a, k));
  const stretch = (i: 0 | 3 | 6, j: 0 | 3 | 6) =>
    (v[i] * v[j] * s[0] +
      v[(i + 1) as 1 | 4 | 7] * v[(j + 1) as 1 | 4 | 7] * s[1] +
      v[(i + 2) as 2 | 5 | 8] * v[(j + 2) as 2 | 5 | 8] * s[2]) /
    k;
  const [xy, xz, yz] = [stretch(0, 3), stretch(0, 6), stretch(3, 6)];
  return {
    orthogonal: multiply3(u, transpose3(v)),
    stretch: [stretch(0, 0), xy, xz, xy, stretch(3, 3), yz, xz, yz, stretch(6, 6)],
  };
}
