/** What an error δ in b does to the solution of Ax = b. */
import { add2, apply2, inverse2, type Mat2, rank2, type Vec2 } from "../../math";

export interface ErrorReading<V> {
  readonly b: V;
  /** b with its error, and the x that solves Ax = b + δ. */
  readonly wrongB: V;
  readonly wrongX: V;
  /** ‖δ‖/‖b‖ and ‖δx‖/‖x‖. */
  readonly errorB: number;
  readonly errorX: number;
  /** How many times the relative error grew; at most κ. */
  readonly growth: number;
}

/** The error δ of b = Ax, and δx = A⁻¹δ that it makes of x; null where there is no relative error to speak of, and beyond all numbers. */
export function readError<V extends readonly number[]>(
  x: V,
  b: V,
  delta: V,
  shift: V,
  add: (p: V, q: V) => V,
): ErrorReading<V> | null {
  const errorB = Math.hypot(...delta) / Math.hypot(...b);
  const errorX = Math.hypot(...shift) / Math.hypot(...x);
  const [wrongB, wrongX, growth] = [add(b, delta), add(x, shift), errorX / errorB];
  return errorB > 0 && [...wrongB, ...wrongX, errorB, errorX, growth].every(Number.isFinite)
    ? { b, wrongB, wrongX, errorB, errorX, growth }
    : null;
}

/** Null where A is singular, where x or δ is zero, and beyond all numbers. */
export function errorReading(a: Mat2, x: Vec2, delta: Vec2): ErrorReading<Vec2> | null {
  const inverse = rank2(a) === 2 ? inverse2(a) : null;
  return inverse && readError(x, apply2(a, x), delta, apply2(inverse, delta), add2);
}
