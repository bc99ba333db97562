/** What an error δ in b does to the solution of Ax = b. */
import { add2, apply2, inverse2, type Mat2, type Vec2 } from "../../math";

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

/** The relative errors of b = Ax under δ and of x under δx = A⁻¹δ; null where there are none to speak of. */
export function relativeErrors(
  x: readonly number[],
  b: readonly number[],
  delta: readonly number[],
  shift: readonly number[],
): Pick<ErrorReading<never>, "errorB" | "errorX" | "growth"> | null {
  const errorB = Math.hypot(...delta) / Math.hypot(...b);
  const errorX = Math.hypot(...shift) / Math.hypot(...x);
  const growth = errorX / errorB;
  return errorB > 0 && [errorB, errorX, growth].every(Number.isFinite) ? { errorB, errorX, growth } : null;
}

/** Null where A is singular, or x or δ is zero and there is no relative error. */
export function errorReading(a: Mat2, x: Vec2, delta: Vec2): ErrorReading<Vec2> | null {
  const inverse = inverse2(a);
  if (!inverse) return null;
  const [b, shift] = [apply2(a, x), apply2(inverse, delta)];
  const errors = relativeErrors(x, b, delta, shift);
  return errors && { b, wrongB: add2(b, delta), wrongX: add2(x, shift), ...errors };
}
