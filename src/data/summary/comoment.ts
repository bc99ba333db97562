/** Whether numbers can be centred sums of squares and cross products at all. */
import { numbers, refuse } from "./check";

/** Far above the rounding of any order of summation, far below any error worth the name. */
const TOLERANCE = 1e-9;

/** d × d row-major, made exactly symmetric. Checks the diagonal, symmetry and |cᵢⱼ| ≤ √(cᵢᵢ cⱼⱼ); throws ImportError. O(d²). */
export function comomentOf(value: unknown, names: readonly string[]): Float64Array {
  const d = names.length;
  const c = numbers(value, "comoment", d * d);
  const at = (i: number, j: number) => c[i * d + j] as number;
  for (let i = 0; i < d; i++)
    if (at(i, i) < 0) refuse(`comoment of ${names[i]} with itself`, "zero or more, since it is a sum of squares");
  for (let i = 0; i < d; i++)
    for (let j = 0; j < i; j++) {
      const most = Math.sqrt(at(i, i)) * Math.sqrt(at(j, j));
      const pair = `comoment of ${names[j]} and ${names[i]}`;
      if (Math.abs(at(i, j) - at(j, i)) > TOLERANCE * most) refuse(pair, "the same in both orders");
      if (Math.abs(at(i, j)) > most * (1 + TOLERANCE))
        refuse(pair, "no larger than the root of the product of their own sums of squares");
      c[i * d + j] = at(j, i);
    }
  return c;
}
