import { DomainError } from "../../errors";
import type { Mat2 } from "../../matrix/mat2";
import type { Mat3 } from "../../matrix/mat3";

const LARGE = 2 ** 100;
const SMALL = 2 ** -100;

/**
 * A power of two k for which k·largest has a square and a cube far from over- and underflow; 1 for sizes that are already so, which
 * on screen is all of them. Throws DomainError where the largest |entry| is NaN or infinite.
 */
export function steadyScale(routine: string, largest: number): number {
  if (largest < LARGE && largest > SMALL) return 1;
  if (largest === 0) return 1;
  if (!Number.isFinite(largest)) throw new DomainError(routine, "every entry of A", `a finite number, not ${largest}`);
  // One step short of a denormal's exponent, so that k and 1/k are finite.
  return 2 ** Math.min(1000, -Math.floor(Math.log2(largest)));
}

/** √(x² + y²). Math.hypot, four times slower, only where a square would underflow. */
export function length(x: number, y: number): number {
  const square = x * x + y * y;
  return square > 2 ** -900 ? Math.sqrt(square) : Math.hypot(x, y);
}

/** Largest |entry| of four, NaN if there is one. */
export function largest2(a: Mat2): number {
  return Math.max(Math.abs(a[0]), Math.abs(a[1]), Math.abs(a[2]), Math.abs(a[3]));
}

/** Largest |entry| of nine, NaN if there is one. */
export function largest3(a: Mat3): number {
  return Math.max(
    Math.abs(a[0]),
    Math.abs(a[1]),
    Math.abs(a[2]),
    Math.abs(a[3]),
    Math.abs(a[4]),
    Math.abs(a[5]),
    Math.abs(a[6]),
    Math.abs(a[7]),
    Math.abs(a[8]),
  );
}

/** kA. */
export function times3(a: Mat3, k: number): Mat3 {
  if (k === 1) return a;
  return [a[0] * k, a[1] * k, a[2] * k, a[3] * k, a[4] * k, a[5] * k, a[6] * k, a[7] * k, a[8] * k];
}

/** √(x² + y² + z²). */
export function length3(x: number, y: number, z: number): number {
  const square = x * x + y * y + z * z;
  return square > 2 ** -900 ? Math.sqrt(square) : Math.hypot(x, y, z);
}
