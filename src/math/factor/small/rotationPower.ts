/** Fractional powers of a rotation of the plane and of space, for every frame of a motion; of n dimensions in functions/rotationPower.ts. */
import { DomainError } from "../../errors";
import { type Mat2, rotation2 } from "../../matrix/mat2";
import { IDENTITY3, type Mat3, rotation3 } from "../../matrix/mat3";
import type { Vec3 } from "../../matrix/vec3";
import { leads3 } from "./lead";

/** No entry of RᵀR − I may pass this: numbers typed with eight digits pass. */
const ORTHOGONAL = 1e-7;

/**
 * Rᵗ: R turns by θ in (−π, π], Rᵗ by tθ; a half turn goes counter-clockwise. Null for a reflection, which no turn leads to.
 * Throws DomainError for a matrix that is not orthogonal.
 */
export function rotationPower2(r: Mat2, t: number): Mat2 | null {
  const off = Math.max(
    Math.abs(r[0] * r[0] + r[2] * r[2] - 1),
    Math.abs(r[1] * r[1] + r[3] * r[3] - 1),
    Math.abs(r[0] * r[1] + r[2] * r[3]),
  );
  if (!(off <= ORTHOGONAL))
    throw new DomainError("rotationPower2", "R", "orthogonal: its columns unit vectors at right angles");
  if (r[0] * r[3] - r[1] * r[2] < 0) return null;
  // −0 below would turn a half turn clockwise.
  return rotation2(t * Math.atan2(r[2] - r[1] + 0, r[0] + r[3]));
}

export interface AxisAngle {
  /** Unit vector; (0, 0, 1) where nothing turns. */
  readonly axis: Vec3;
  /** Radians in [0, π], counter-clockwise seen from the tip of the axis. */
  readonly angle: number;
}

/**
 * Axis and angle of a rotation of space, through the unit quaternion by its largest part (Shepperd 1978), so right to rounding for every angle.
 * Of a half turn's two axes, the one whose entry of largest size is positive. Null for a reflection. Throws DomainError.
 */
export function axisAngle3(r: Mat3): AxisAngle | null {
  requireOrthogonal(r);
  const trace = r[0] + r[4] + r[8];
  const determinant =
    r[0] * (r[4] * r[8] - r[5] * r[7]) - r[1] * (r[3] * r[8] - r[5] * r[6]) + r[2] * (r[3] * r[7] - r[4] * r[6]);
  if (determinant < 0) return null;
  const largest = Math.max(trace, r[0], r[4], r[8]);
  // The quaternion (w; x, y, z) times four times its largest part.
  let w = r[7] - r[5];
  let x = 1 + r[0] - r[4] - r[8];
  let y = r[1] + r[3];
  let z = r[2] + r[6];
  if (largest === trace) {
    w = 1 + trace;
    x = r[7] - r[5];
    y = r[2] - r[6];
    z = r[3] - r[1];
  } else if (largest === r[4]) {
    w = r[2] - r[6];
    x = r[1] + r[3];
    y = 1 + r[4] - r[0] - r[8];
    z = r[5] + r[7];
  } else if (largest === r[8]) {
    w = r[3] - r[1];
    x = r[2] + r[6];
    y = r[5] + r[7];
    z = 1 + r[8] - r[0] - r[4];
  }
  const size = Math.max(Math.abs(x), Math.abs(y), Math.abs(z));
  if (size === 0) return { axis: [0, 0, 1], angle: 0 };
  const sign = w === 0 ? leads3(x, y, z) : w < 0 ? -1 : 1;
  // By the largest entry first: a denormal length has no digits to divide by.
  x /= size;
  y /= size;
  z /= size;
  const length = Math.hypot(x, y, z);
  const k = sign / length;
  return { axis: [k * x + 0, k * y + 0, k * z + 0], angle: 2 * Math.atan2(length * size, Math.abs(w)) };
}

/** Rᵗ: about R's axis by t times its angle. Null for a reflection. Throws DomainError for a matrix that is not orthogonal. */
export function rotationPower3(r: Mat3, t: number): Mat3 | null {
  const turn = axisAngle3(r);
  if (turn === null) return null;
  return turn.angle === 0 ? IDENTITY3 : rotation3(turn.axis, t * turn.angle);
}

function requireOrthogonal(r: Mat3): void {
  for (let i = 0; i < 3; i++)
    for (let j = i; j < 3; j++) {
      const dot = r[i]! * r[j]! + r[i + 3]! * r[j + 3]! + r[i + 6]! * r[j + 6]!;
      if (!(Math.abs(dot - (i === j ? 1 : 0)) <= ORTHOGONAL))
        throw new DomainError("axisAngle3", "R", "orthogonal: its columns unit vectors at right angles");
    }
}
