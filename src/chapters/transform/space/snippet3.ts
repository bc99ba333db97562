import type { Vec3 } from "../../../math";
import type { CodeLine } from "../../code";
import { list, matrixLines } from "../matrixLines";
import { colsOf, columnOf, rowsOf } from "./embedded";
import { LOOKS } from "./looks";
import type { SpaceReading } from "./reading";

/** What only a square matrix has. */
const squareLines = ({ det, trace }: { readonly det: number; readonly trace: number }): readonly CodeLine[] => [
  { text: "det = np.linalg.det(A)                      # signed volume", about: LOOKS.face.name },
  {
    text: "values, vectors = np.linalg.eig(A)          # columns of vectors; in no fixed order",
    about: LOOKS.eigen.name,
  },
  { text: `assert np.isclose(det, ${det}, rtol=1e-9, atol=1e-12 * scale**3)`, about: LOOKS.face.name },
  { text: `assert np.isclose(np.trace(A), ${trace}, rtol=1e-9, atol=1e-12 * scale)` },
  { text: `assert np.isclose(values.sum().real, ${trace}, rtol=1e-6, atol=1e-6 * scale)` },
];

/** NumPy that reproduces the numbers of a matrix of three rows or columns and asserts them; each line knows what it makes on the stage. */
export function spaceNumpy(reading: SpaceReading, x: Vec3, ax: Vec3): readonly CodeLine[] {
  const { shape, matrix, singular, rank, norm, square } = reading;
  const [rows, cols] = [rowsOf(shape), colsOf(shape)];
  const columns = ([0, 1, 2] as const).slice(0, cols).map((j) => columnOf(matrix, j).slice(0, rows));
  return [
    { text: "import numpy as np" },
    { text: "" },
    ...matrixLines(columns),
    { text: `x = np.array(${list(x.slice(0, cols))}, dtype=float)`, about: LOOKS.x.name },
    { text: "" },
    { text: "Ax = A @ x", about: LOOKS.ax.name },
    { text: "U, s, Vt = np.linalg.svd(A)                 # s largest first", about: LOOKS.ellipsoid.name },
    { text: "scale = max(1.0, float(np.abs(A).max()))" },
    { text: "reach = max(1.0, float(np.abs(x).max()))" },
    {
      text: `assert np.allclose(Ax, ${list(ax.slice(0, rows))}, rtol=1e-9, atol=1e-12 * scale * reach)`,
      about: LOOKS.ax.name,
    },
    {
      text: `assert np.allclose(s, ${list(singular)}, rtol=1e-9, atol=1e-12 * scale)`,
      about: LOOKS.ellipsoid.name,
    },
    { text: `assert np.linalg.matrix_rank(A) == ${rank}`, about: LOOKS.columnSpace.name },
    { text: `assert np.isclose(np.linalg.norm(A), ${norm}, rtol=1e-9, atol=1e-12 * scale)` },
    ...(square ? squareLines(square) : [{ text: "# det, trace and eigenvalues: only square matrices have them." }]),
    { text: 'print("A @ x =", Ax, " s =", s)' },
  ];
}
