/** Whether numbers can be centred sums of squares and cross products at all. */
import { cholesky } from "../../math";
import { numbers, refuse } from "./check";
import { roundedSquares } from "./rounding";

/** Far above the rounding of any order of summation, far below any error worth the name. */
const TOLERANCE = 1e-9;

/**
 * d × d row-major, made exactly symmetric, of `rows` rows about `mean`. Checks symmetry and that no combination of columns has a
 * negative sum of squares; throws ImportError. O(d³).
 */
export function comomentOf(value: unknown, names: readonly string[], rows: number, mean: Float64Array): Float64Array {
  const d = names.length;
  const c = numbers(value, "comoment", d * d);
  const at = (i: number, j: number) => c[i * d + j] as number;
  for (let i = 0; i < d; i++)
    if (at(i, i) < 0) refuse(`comoment of ${names[i]} with itself`, "zero or more, since it is a sum of squares");
  const root = names.map((_, i) => Math.sqrt(at(i, i) + roundedSquares(rows, mean[i] as number)));
  for (let i = 0; i < d; i++)
    for (let j = 0; j < i; j++) {
      const most = (root[i] as number) * (root[j] as number);
      const pair = `comoment of ${names[j]} and ${names[i]}`;
      if (Math.abs(at(i, j) - at(j, i)) > TOLERANCE * most) refuse(pair, "the same in both orders");
      if (Math.abs(at(i, j)) > most * (1 + TOLERANCE))
        refuse(pair, "no larger than the root of the product of their own sums of squares");
      c[i * d + j] = at(j, i);
    }
  refuseIndefinite(c, root);
  return c;
}

/** Pairs may agree where three columns do not: the correlations, raised by what rounding may take, have a Cholesky factor. */
function refuseIndefinite(c: Float64Array, root: readonly number[]): void {
  const d = root.length;
  const data = c.map((value, k) => {
    const [i, j] = [Math.floor(k / d), k % d];
    return i === j ? 1 + d * TOLERANCE : value / (root[i] as number) / (root[j] as number);
  });
  if (!cholesky({ rows: d, cols: d, data }).spd)
    refuse("comoment", "positive semidefinite: no combination of columns has a negative sum of squares");
}
