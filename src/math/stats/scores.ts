/** Rows in the coordinates of a model's components, and back: Y = Z V, X ≈ Y Vᵀ in the units of X. */
import { ShapeError } from "../errors";
import { matmul, matmulTransposed } from "../kernels/matmul";
import { leadingColumns, type Matrix } from "../matrix/matrix";
import { type Pca, standardised } from "./pca";

/** Scores Z V of rows of X under a model: rows × k. Throws ShapeError. O(ndk). */
export function scores(model: Pca, x: Matrix): Matrix {
  return matmul(standardised(model, x), model.components);
}

/** The used columns rebuilt from the first `kept` scores, in the units of X: rows × columns used. Throws ShapeError. O(ndk). */
export function inverseTransform({ mean, scale, components }: Pca, y: Matrix, kept = y.cols): Matrix {
  if (!(kept >= 0 && kept <= y.cols && kept <= components.cols))
    throw new ShapeError("inverseTransform", `at most ${Math.min(y.cols, components.cols)} kept scores`, `${kept}`);
  const out = matmulTransposed(leadingColumns(y, kept), leadingColumns(components, kept));
  const d = components.rows;
  for (let i = 0; i < y.rows; i++)
    for (let j = 0; j < d; j++) out.data[i * d + j] = out.data[i * d + j]! * scale[j]! + mean[j]!;
  return out;
}
