import { eigh2, type Mat2 } from "../../math";

/** C^(1/2): it sends the unit circle to the ellipse of one standard deviation. */
export function deviationEllipse(c: Mat2): Mat2 {
  const { values, vectors } = eigh2(c);
  const [p, q] = [Math.sqrt(Math.max(0, values[0])), Math.sqrt(Math.max(0, values[1]))];
  return [vectors[0] * p, vectors[1] * q, vectors[2] * p, vectors[3] * q];
}
