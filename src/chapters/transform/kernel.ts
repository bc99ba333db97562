/** What a singular A throws away, and what it keeps. */
import { type Mat2, rank2, scale2, svd2, type Vec2 } from "../../math";

export interface Kernel {
  /** Unit direction of the column space; null where it is the plane or the origin. */
  readonly column: Vec2 | null;
  /** Unit direction of the null space; null where it is the origin or the plane. */
  readonly kernel: Vec2 | null;
}

export function kernelOf(a: Mat2): Kernel {
  if (rank2(a) !== 1) return { column: null, kernel: null };
  const { u, v } = svd2(a);
  return { column: [u[0], u[2]], kernel: [v[1], v[3]] };
}

export interface Fibre {
  /** The point of the fibre nearest to the origin. */
  readonly at: Vec2;
  readonly direction: Vec2;
  /** −1 to 1, its place among the fibres: what colours it and its image. */
  readonly level: number;
}

const EACH_SIDE = 6;

/** The sets of points with one image, `spacing` apart; none where A is invertible (each is a point) or zero (the one is the plane). */
export function fibres(a: Mat2, spacing: number): readonly Fibre[] {
  const { kernel } = kernelOf(a);
  if (!kernel) return [];
  const { v } = svd2(a);
  return Array.from({ length: 2 * EACH_SIDE + 1 }, (_, k) => {
    const place = k - EACH_SIDE;
    return { at: scale2(place * spacing, [v[0], v[2]]), direction: kernel, level: place / EACH_SIDE };
  });
}
