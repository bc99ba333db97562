import { add3, apply3, inverse3, type Mat3, type Vec3 } from "../../../math";
import { type ErrorReading, readError } from "../error";

/** What an error δ in b does to the solution of Ax = b in space; null where A is singular, where x or δ is zero, and beyond all numbers. */
export function errorReading3(a: Mat3, x: Vec3, delta: Vec3): ErrorReading<Vec3> | null {
  const inverse = inverse3(a);
  return inverse && readError(x, apply3(a, x), delta, apply3(inverse, delta), add3);
}
