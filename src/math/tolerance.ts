/** Distance from 1 to the next double, 2⁻⁵². */
export const EPSILON = 2 ** -52;

/** The one relative tolerance of the core: a singular value below `relativeTolerance × the largest` counts as zero (NumPy's rule). */
export function relativeTolerance(rows: number, cols: number): number {
  return Math.max(rows, cols) * EPSILON;
}
