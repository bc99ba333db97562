import type { Vec3 } from "../../../math";
import { colsOf, entriesOf, rowsOf } from "./embedded";
import type { SpaceReading } from "./reading";

const list = (values: readonly number[]) => `[${values.map(String).join(", ")}]`;

/** NumPy that reproduces the numbers of a matrix of three rows or columns and asserts them. */
export function spaceNumpy(reading: SpaceReading, x: Vec3, ax: Vec3): string {
  const { shape, matrix, singular, rank, norm, square } = reading;
  const [rows, cols] = [rowsOf(shape), colsOf(shape)];
  const entries = entriesOf(shape, matrix);
  const a = Array.from({ length: rows }, (_, i) => list(entries.slice(i * cols, (i + 1) * cols)));
  const only = square
    ? `
det = np.linalg.det(A)                      # signed volume of the unit cube's image
values, vectors = np.linalg.eig(A)          # columns of vectors; in no fixed order
assert np.isclose(det, ${square.det}, rtol=1e-9, atol=1e-12 * scale**3)
assert np.isclose(np.trace(A), ${square.trace}, rtol=1e-9, atol=1e-12 * scale)
assert np.isclose(values.sum().real, ${square.trace}, rtol=1e-6, atol=1e-6 * scale)
`
    : `
# det, trace and eigenvalues: only square matrices have them.
`;
  return `import numpy as np

A = np.array([${a.join(", ")}], dtype=float)
x = np.array(${list(x.slice(0, cols))}, dtype=float)

U, s, Vt = np.linalg.svd(A)                 # s largest first
scale = max(1.0, float(np.abs(A).max()))
assert np.allclose(A @ x, ${list(ax.slice(0, rows))}, rtol=1e-9, atol=1e-12 * scale * max(1.0, float(np.abs(x).max())))
assert np.allclose(s, ${list(singular)}, rtol=1e-9, atol=1e-12 * scale)
assert np.linalg.matrix_rank(A) == ${rank}
assert np.isclose(np.linalg.norm(A), ${norm}, rtol=1e-9, atol=1e-12 * scale)
${only}print("A @ x =", A @ x, " s =", s)
`;
}
