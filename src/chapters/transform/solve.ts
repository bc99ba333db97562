/** Ax = b read backwards: which x, or which A, gives the result that the reader drags. */
import { add2, apply2, dot2, inverse2, type Mat2, rank2, scale2, sub2, svd2, type Vec2 } from "../../math";

/** The x of least ‖Mx − b‖, and of those the shortest: A⁻¹b where there is one (Golub & Van Loan §5.5). */
export function pseudoSolve(m: Mat2, b: Vec2): Vec2 {
  const inverse = rank2(m) === 2 ? inverse2(m) : null;
  if (inverse) return apply2(inverse, b);
  const { u, s, v } = svd2(m);
  if (rank2(m) === 0) return [0, 0];
  return scale2(dot2([u[0], u[2]], b) / s[0], [v[0], v[2]]);
}

/** The x nearest to the present one for which Mx comes as near to b as it can. */
export const solveForX = (m: Mat2, b: Vec2, x: Vec2): Vec2 => {
  if (rank2(m) === 2) return pseudoSolve(m, b);
  return add2(x, pseudoSolve(m, sub2(b, apply2(m, x))));
};

/** The matrix nearest to A (Frobenius) that sends x to b: A + (b − Ax)xᵀ/xᵀx (Broyden 1965). Null for x = 0, whose image is fixed. */
export function solveForA(a: Mat2, x: Vec2, b: Vec2): Mat2 | null {
  const size = dot2(x, x);
  if (!(size > 0)) return null;
  const [r, s] = sub2(b, apply2(a, x));
  const [p, q] = [x[0] / size, x[1] / size];
  return [a[0] + r * p, a[1] + r * q, a[2] + s * p, a[3] + s * q];
}
