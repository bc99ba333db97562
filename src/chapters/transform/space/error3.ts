import { add3, apply3, inverse3, type Mat3, type Vec3 } from "../../../math";
import { type ErrorReading, relativeErrors } from "../error";

/** What an error δ in b does to the solution of Ax = b in space; null where A is singular, or x or δ is zero. */
export function errorReading3(a: Mat3, x: Vec3, delta: Vec3): ErrorReading<Vec3> | null {
  const inverse = inverse3(a);
  if (!inverse) return null;
  const [b, shift] = [apply3(a, x), apply3(inverse, delta)];
  const errors = relativeErrors(x, b, delta, shift);
  return errors && { b, wrongB: add3(b, delta), wrongX: add3(x, shift), ...errors };
}
