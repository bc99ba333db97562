/**
 * The chapter's matrices of three rows or columns, all as one kind: a 3 × 2 has a third column of zeros, a 2 × 3 a third row of zeros.
 * Their products, singular values and subspaces are then those of 3 × 3, in closed form, with nothing to be told apart on the way.
 */
import type { Mat3, Vec3 } from "../../../math";

export type SpaceShape = "3x3" | "3x2" | "2x3";

export const rowsOf = (shape: SpaceShape): 2 | 3 => (shape === "2x3" ? 2 : 3);
export const colsOf = (shape: SpaceShape): 2 | 3 => (shape === "3x2" ? 2 : 3);
export const sizeWords = (shape: SpaceShape): string => `${rowsOf(shape)} × ${colsOf(shape)}`;

/** Row-major entries of the matrix as it is, from 9 or 6 numbers. */
export function embed(shape: SpaceShape, entries: readonly number[]): Mat3 {
  const [rows, cols] = [rowsOf(shape), colsOf(shape)];
  return Array.from({ length: 9 }, (_, k) => {
    const [i, j] = [Math.floor(k / 3), k % 3];
    return i < rows && j < cols ? (entries[i * cols + j] ?? 0) : 0;
  }) as unknown as Mat3;
}

/** The entries that the matrix really has, row-major: the inverse of `embed`. */
export function entriesOf(shape: SpaceShape, a: Mat3): number[] {
  const [rows, cols] = [rowsOf(shape), colsOf(shape)];
  return a.filter((_, k) => Math.floor(k / 3) < rows && k % 3 < cols);
}

export const columnOf = (a: Mat3, j: 0 | 1 | 2): Vec3 => [a[j], a[(j + 3) as 3], a[(j + 6) as 6]];
export const rowOf = (a: Mat3, i: 0 | 1 | 2): Vec3 => [a[(3 * i) as 0], a[(3 * i + 1) as 1], a[(3 * i + 2) as 2]];

export const withColumn = (a: Mat3, j: 0 | 1 | 2, to: Vec3): Mat3 =>
  a.map((value, k) => (k % 3 === j ? (to[Math.floor(k / 3)] ?? 0) : value)) as unknown as Mat3;

/** What leaves everything where it is, as far as the shape can: the plane lies in space as its floor, space falls onto it. */
export const stillOf = (shape: SpaceShape): Mat3 =>
  shape === "3x3" ? [1, 0, 0, 0, 1, 0, 0, 0, 1] : [1, 0, 0, 0, 1, 0, 0, 0, 0];
