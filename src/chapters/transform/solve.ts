/** Ax = b read backwards: which x, or which A, gives the result that the reader drags. */
import { add2, apply2, dot2, inverse2, type Mat2, rank2, scale2, sub2, svd2, type Vec2 } from "../../math";

const isFinite2 = (values: readonly number[]) => values.every(Number.isFinite);

/**
 * The x of least ‖Mx − b‖, and of those the shortest: A⁻¹b where there is one (Golub & Van Loan §5.5). A direction in which the answer would
 * overflow counts as lost.
 */
export function pseudoSolve(m: Mat2, b: Vec2): Vec2 {
  const inverse = rank2(m) === 2 ? inverse2(m) : null;
  const exact = inverse && apply2(inverse, b);
  if (exact && isFinite2(exact)) return exact;
  const { u, s, v } = svd2(m);
  return ([0, 1] as const).slice(0, rank2(m)).reduce<Vec2>(
    (sum, k) => {
      const moved = add2(sum, scale2(dot2([u[k], u[(k + 2) as 2 | 3]], b) / s[k], [v[k], v[(k + 2) as 2 | 3]]));
      return isFinite2(moved) ? moved : sum;
    },
    [0, 0],
  );
}

/** The x nearest to the present one for which Mx comes as near to b as it can; x itself where that would overflow. */
export const solveForX = (m: Mat2, b: Vec2, x: Vec2): Vec2 => {
  if (rank2(m) === 2) return pseudoSolve(m, b);
  const moved = add2(x, pseudoSolve(m, sub2(b, apply2(m, x))));
  return isFinite2(moved) ? moved : x;
};

/** The matrix nearest to A (Frobenius) that sends x to b: A + (b − Ax)xᵀ/xᵀx (Broyden 1965). Null for x = 0, whose image is fixed, and where A would overflow. */
export function solveForA(a: Mat2, x: Vec2, b: Vec2): Mat2 | null {
  const size = dot2(x, x);
  if (!(size > 0)) return null;
  const [r, s] = sub2(b, apply2(a, x));
  const [p, q] = [x[0] / size, x[1] / size];
  const moved: Mat2 = [a[0] + r * p, a[1] + r * q, a[2] + s * p, a[3] + s * q];
  return isFinite2(moved) ? moved : null;
}
