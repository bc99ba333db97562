import { DomainError } from "../errors";
import type { Vec3 } from "./vec3";

/** A 3 × 3 matrix, row-major: [a, b, c, d, e, f, g, h, i] is [[a, b, c], [d, e, f], [g, h, i]]. */
export type Mat3 = readonly [number, number, number, number, number, number, number, number, number];

export const IDENTITY3: Mat3 = [1, 0, 0, 0, 1, 0, 0, 0, 1];

export const apply3 = (m: Mat3, v: Vec3): Vec3 => [
  m[0] * v[0] + m[1] * v[1] + m[2] * v[2],
  m[3] * v[0] + m[4] * v[1] + m[5] * v[2],
  m[6] * v[0] + m[7] * v[1] + m[8] * v[2],
];
export const multiply3 = (m: Mat3, n: Mat3): Mat3 => [
  m[0] * n[0] + m[1] * n[3] + m[2] * n[6],
  m[0] * n[1] + m[1] * n[4] + m[2] * n[7],
  m[0] * n[2] + m[1] * n[5] + m[2] * n[8],
  m[3] * n[0] + m[4] * n[3] + m[5] * n[6],
  m[3] * n[1] + m[4] * n[4] + m[5] * n[7],
  m[3] * n[2] + m[4] * n[5] + m[5] * n[8],
  m[6] * n[0] + m[7] * n[3] + m[8] * n[6],
  m[6] * n[1] + m[7] * n[4] + m[8] * n[7],
  m[6] * n[2] + m[7] * n[5] + m[8] * n[8],
];
export const transpose3 = (m: Mat3): Mat3 => [m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]];
export const trace3 = (m: Mat3): number => m[0] + m[4] + m[8];

/**
 * Counter-clockwise by `angle` radians, seen from the tip of `axis`, of any length but zero: I + sin θ K + (1 − cos θ) K²,
 * K the cross product with the unit axis (Rodrigues). Throws DomainError for an axis without a direction.
 */
export function rotation3(axis: Vec3, angle: number): Mat3 {
  const largest = Math.max(Math.abs(axis[0]), Math.abs(axis[1]), Math.abs(axis[2]));
  if (!(largest > 0 && Number.isFinite(largest)))
    throw new DomainError("rotation3", "axis", "a direction, neither zero nor infinite");
  // By the largest entry first: a denormal length has no digits to divide by.
  const size = Math.hypot(axis[0] / largest, axis[1] / largest, axis[2] / largest);
  const x = axis[0] / largest / size;
  const y = axis[1] / largest / size;
  const z = axis[2] / largest / size;
  const s = Math.sin(angle);
  const half = Math.sin(angle / 2);
  // 1 − cos θ without its cancellation, so that a small angle keeps its digits.
  const c = 2 * half * half;
  return [
    1 - c * (y * y + z * z),
    c * x * y - s * z,
    c * x * z + s * y,
    c * x * y + s * z,
    1 - c * (x * x + z * z),
    c * y * z - s * x,
    c * x * z - s * y,
    c * y * z + s * x,
    1 - c * (x * x + y * y),
  ];
}
