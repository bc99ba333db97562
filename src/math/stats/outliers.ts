/**
 * Two distances of a row from a model of `kept` components (Jackson & Mudholkar 1979; Jolliffe, §10.1): how far out within the plane
 * of the components, and how far off it.
 */
import { ShapeError } from "../errors";
import { matmul, matmulTransposed } from "../kernels/matmul";
import { leadingColumns, type Matrix } from "../matrix/matrix";
import { type Pca, standardised } from "./pca";
import { scores } from "./scores";

/**
 * Hotelling's T² = Σ t²/λ over the first `kept` components, one for each row; its mean over the fitted rows is the number of components
 * (with divisor n). A component whose λ cannot be told from zero is left out. Throws ShapeError. O(ndk).
 */
export function hotellingT2(model: Pca, x: Matrix, kept = model.components.cols): Float64Array {
  refuseMore("hotellingT2", model, kept);
  const { rows, cols: k, data } = scores(model, x);
  const out = new Float64Array(rows);
  for (let j = 0; j < kept; j++) {
    const lambda = model.explainedVariance[j]!;
    if (lambda <= model.zeroVariance) break;
    const deviation = Math.sqrt(lambda);
    for (let i = 0; i < rows; i++) out[i]! += (data[i * k + j]! / deviation) ** 2;
  }
  return out;
}

/**
 * Q, the squared distance of each (centred, standardised) row from its reconstruction by the first `kept` components; over the fitted
 * rows its mean is the sum of the λ left out (with divisor n). From the residual itself, not as a difference of squares, which would
 * cancel. Throws ShapeError. O(ndk).
 */
export function qResiduals(model: Pca, x: Matrix, kept = model.components.cols): Float64Array {
  refuseMore("qResiduals", model, kept);
  const z = standardised(model, x);
  const v = leadingColumns(model.components, kept);
  const fitted = matmulTransposed(matmul(z, v), v);
  const out = new Float64Array(z.rows);
  for (let i = 0; i < z.rows; i++)
    for (let k = i * z.cols; k < (i + 1) * z.cols; k++) out[i]! += (z.data[k]! - fitted.data[k]!) ** 2;
  return out;
}

function refuseMore(routine: string, { components }: Pca, kept: number): void {
  if (!(kept >= 0 && kept <= components.cols))
    throw new ShapeError(routine, `0 to ${components.cols} components kept`, `${kept}`);
}
