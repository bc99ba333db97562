/** What a sum of squares about a mean may owe to rounding alone. */
import { EPSILON } from "../../math";

/** Roundings of the mean, and of a deviation from it. */
const ROUNDINGS = 16;
/** A sum of squares below it has lost its digits to underflow. */
const UNDERFLOW = 1e-300;

/** Σ over the rows of (ROUNDINGS · ε · |centre|)²: of a constant column, this is all there is. */
export const roundedSquares = (rows: number, centre: number): number =>
  rows * (ROUNDINGS * EPSILON * centre) ** 2 + UNDERFLOW;
