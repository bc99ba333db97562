/** Whether the rows of a sample can be among the rows that the moments are of. */
import type { Moments } from "../../math";
import type { Column } from "../dataset";
import { refuse } from "./check";
import { roundedSquares } from "./rounding";

const TOLERANCE = 1e-9;

/**
 * A part of the rows has no larger sum of squared deviations than all of them; a sample that is all of them has the same, and the
 * same mean. Throws ImportError where that is not so. O(held × columns).
 */
export function refuseOtherRows(columns: readonly Column[], { n, mean, comoment }: Moments): void {
  const d = mean.length;
  const samples = columns.filter((column) => column.kind === "number");
  samples.forEach(({ name, values }, j) => {
    const centre = mean[j] as number;
    const all = Math.sqrt(comoment[j * (d + 1)] as number);
    const own = Math.sqrt(values.reduce((sum, x) => sum + (x - centre) ** 2, 0));
    const slack = TOLERANCE * all + Math.sqrt(roundedSquares(n, centre));
    if (own > all + slack) refuse(`the sample of ${name}`, "rows of the table that mean and comoment are of");
    if (values.length < n) return;
    const shift = values.reduce((sum, x) => sum + (x - centre) / n, 0);
    if (own < all - slack || Math.abs(shift) > slack / Math.sqrt(n))
      refuse(`the sample of ${name}`, "the rows that mean and comoment are of, since it holds them all");
  });
}
