/** Whether a square matrix is orthogonal, symmetric or normal, to the rounding of its entries. */
import { EPSILON, type Mat2, multiply2, transpose2 } from "../../math";

const difference = (a: Mat2, b: Mat2) => Math.max(...a.map((value, i) => Math.abs(value - (b[i] as number))));
const largest = (a: Mat2) => Math.max(...a.map(Math.abs));
const ROUNDING = 8 * EPSILON;

export interface Structure {
  readonly orthogonal: boolean;
  readonly symmetric: boolean;
  readonly normal: boolean;
}

/** QᵀQ = I · A = Aᵀ · AᵀA = AAᵀ. */
export function structureOf(a: Mat2): Structure {
  const t = transpose2(a);
  const gram = multiply2(t, a);
  const size = largest(a);
  // Scaled first where squares would overflow or vanish: being normal does not depend on scale.
  const unit = size > 0 ? (a.map((v) => v / size) as unknown as Mat2) : a;
  const [left, right] = [multiply2(transpose2(unit), unit), multiply2(unit, transpose2(unit))];
  return {
    orthogonal: difference(gram, [1, 0, 0, 1]) <= ROUNDING,
    symmetric: difference(a, t) <= ROUNDING * size,
    normal: difference(left, right) <= ROUNDING,
  };
}

/** 'orthogonal, normal', or 'none of these'. */
export const structureWords = ({ orthogonal, symmetric, normal }: Structure): string =>
  [orthogonal && "orthogonal", symmetric && "symmetric", normal && "normal"].filter(Boolean).join(", ") ||
  "none of these";
