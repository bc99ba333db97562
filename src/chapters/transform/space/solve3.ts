/** Ax = b read backwards in space: which x, or which A, gives the result that the reader drags. */
import { add3, apply3, dot3, type Mat3, scale3, sub3, svd3, type Vec3 } from "../../../math";
import { columnOf } from "./embedded";
import { rankFloor } from "./reading";

const isFinite3 = (values: readonly number[]) => values.every(Number.isFinite);

/**
 * The x nearest to the present one for which Ax comes as near to b as it can: x + A⁺(b − Ax), so that its part in the null space stays
 * (Golub & Van Loan §5.5). A matrix that is not square comes embedded, and x keeps the zero that b has no say in. x itself where the
 * answer would overflow. One svd3, about 1 µs.
 */
export function solveForX3(a: Mat3, b: Vec3, x: Vec3): Vec3 {
  const { u, s, v } = svd3(a);
  const short = sub3(b, apply3(a, x));
  const moved = ([0, 1, 2] as const)
    .filter((k) => s[k] > rankFloor(s[0]))
    .reduce<Vec3>((sum, k) => add3(sum, scale3(dot3(columnOf(u, k), short) / s[k], columnOf(v, k))), x);
  return isFinite3(moved) ? moved : x;
}

/** The matrix nearest to A (Frobenius) that sends x to b: A + (b − Ax)xᵀ/xᵀx (Broyden 1965). Null for x = 0, whose image is fixed. */
export function solveForA3(a: Mat3, x: Vec3, b: Vec3): Mat3 | null {
  const size = dot3(x, x);
  if (!(size > 0)) return null;
  const short = sub3(b, apply3(a, x));
  const moved = a.map((value, k) => value + ((short[Math.floor(k / 3)] ?? 0) * (x[k % 3] ?? 0)) / size);
  return isFinite3(moved) ? (moved as unknown as Mat3) : null;
}
