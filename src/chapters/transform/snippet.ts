import type { Mat2, Vec2 } from "../../math";
import type { CodeLine } from "../code";
import { list, matrixLines } from "./matrixLines";

/** NumPy that reproduces the chapter's numbers and asserts them; each line knows what it makes on the stage. */
export const numpyLines = (a: Mat2, x: Vec2, ax: Vec2, det: number, singular: Vec2): readonly CodeLine[] => [
  { text: "import numpy as np" },
  { text: "" },
  ...matrixLines([
    [a[0], a[2]],
    [a[1], a[3]],
  ]),
  { text: `x = np.array(${list(x)}, dtype=float)`, about: "x" },
  { text: "" },
  { text: "Ax = A @ x", about: "ax" },
  { text: "det = np.linalg.det(A)                      # signed area", about: "area" },
  { text: "values, vectors = np.linalg.eig(A)          # columns of vectors; in no fixed order", about: "eigen" },
  { text: "U, s, Vt = np.linalg.svd(A)                 # s largest first", about: "ellipse" },
  { text: "" },
  { text: "scale = max(1.0, float(np.abs(A).max()))" },
  { text: "reach = max(1.0, float(np.abs(x).max()))" },
  { text: `assert np.allclose(Ax, ${list(ax)}, rtol=1e-9, atol=1e-12 * scale * reach)`, about: "ax" },
  { text: `assert np.isclose(det, ${det}, rtol=1e-9, atol=1e-12 * scale**2)`, about: "area" },
  { text: `assert np.allclose(s, ${list(singular)}, rtol=1e-9, atol=1e-12 * scale)`, about: "ellipse" },
  { text: 'print("A @ x =", Ax, " det =", det, " s =", s)' },
];
