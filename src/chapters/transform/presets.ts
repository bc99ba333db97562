import { eigh2, IDENTITY2, type Mat2, rotation2 } from "../../math";

export interface Preset {
  readonly name: string;
  readonly matrix: Mat2;
}

export const PRESETS: readonly Preset[] = [
  { name: "Identity", matrix: IDENTITY2 },
  { name: "Rotate", matrix: rotation2(Math.PI / 6) },
  { name: "Scale", matrix: [2, 0, 0, 0.5] },
  { name: "Shear", matrix: [1, 1, 0, 1] },
  { name: "Reflect", matrix: [0, 1, 1, 0] },
  { name: "Project", matrix: [0.5, 0.5, 0.5, 0.5] },
  { name: "Singular", matrix: [1, 2, 2, 4] },
  { name: "Non-normal", matrix: [1, 1, 0.5, 1.5] },
  { name: "Complex", matrix: [0.5, -1, 1, 0.5] },
];

/** C^(−1/2): the symmetric matrix after which the covariance is the identity. Null where C has a direction without spread. */
export function whiteningMatrix(c: Mat2): Mat2 | null {
  const { values, vectors } = eigh2(c);
  if (!(values[1] > 1e-12 * values[0])) return null;
  const [p, q] = [1 / Math.sqrt(values[0]), 1 / Math.sqrt(values[1])];
  const [a, b, e, d] = vectors;
  return [p * a * a + q * b * b, p * a * e + q * b * d, p * a * e + q * b * d, p * e * e + q * d * d];
}
