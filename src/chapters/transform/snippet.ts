import type { Mat2, Vec2 } from "../../math";

const row = (values: readonly number[]) => `[${values.map((v) => String(v)).join(", ")}]`;

/** NumPy that reproduces the chapter's numbers and asserts them. */
export function numpySnippet(a: Mat2, x: Vec2, ax: Vec2, det: number, singular: Vec2): string {
  return `import numpy as np

A = np.array([${row([a[0], a[1]])}, ${row([a[2], a[3]])}], dtype=float)
x = np.array(${row(x)}, dtype=float)

det = np.linalg.det(A)
values, vectors = np.linalg.eig(A)          # columns of vectors; in no fixed order
U, s, Vt = np.linalg.svd(A)                 # s largest first

scale = max(1.0, float(np.abs(A).max()))
assert np.allclose(A @ x, ${row(ax)}, rtol=1e-9, atol=1e-12 * scale)
assert np.isclose(det, ${det}, rtol=1e-9, atol=1e-12 * scale**2)
assert np.allclose(s, ${row(singular)}, rtol=1e-9, atol=1e-12 * scale)
print("A @ x =", A @ x, " det =", det, " s =", s)
`;
}
