import type { Vec2 } from "./vec2";

/** A 2 × 2 matrix, row-major: [a, b, c, d] is [[a, b], [c, d]]. Its columns (a, c) and (b, d) are Aî and Aĵ. */
export type Mat2 = readonly [number, number, number, number];

export const IDENTITY2: Mat2 = [1, 0, 0, 1];

export const apply2 = (m: Mat2, v: Vec2): Vec2 => [m[0] * v[0] + m[1] * v[1], m[2] * v[0] + m[3] * v[1]];
export const multiply2 = (m: Mat2, n: Mat2): Mat2 => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
];
export const transpose2 = (m: Mat2): Mat2 => [m[0], m[2], m[1], m[3]];
export const trace2 = (m: Mat2): number => m[0] + m[3];
/** Counter-clockwise by `angle` radians. */
export const rotation2 = (angle: number): Mat2 => {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  return [c, -s, s, c];
};
