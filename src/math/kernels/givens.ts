/** Plane rotations one at a time (Golub & Van Loan, §5.1.8; LAPACK dlartg, drot). Of whole sweeps: rotateSweep.ts. */

/** Below this a length has lost digits to underflow. */
const TINY = 2 ** -900;
const LIFT = 2 ** 500;

/** [c, s, r] with c·a + s·b = r and c·b − s·a = 0. */
export function givens(a: number, b: number): readonly [number, number, number] {
  if (b === 0) return [1, 0, a];
  const r = Math.hypot(a, b);
  if (r < TINY) {
    const [c, s, lifted] = givens(a * LIFT, b * LIFT);
    return [c, s, lifted / LIFT];
  }
  return [a / r, b / r, r];
}

/** Rotates the rows at `p` and `q` (length n) of a row-major array: (c·p + s·q, c·q − s·p). */
export function rotateRows(data: Float64Array, p: number, q: number, n: number, c: number, s: number): void {
  for (let i = 0; i < n; i++) {
    const a = data[p + i]!;
    const b = data[q + i]!;
    data[p + i] = c * a + s * b;
    data[q + i] = c * b - s * a;
  }
}

/** Rotates columns p and q of X, rows × cols, at once: c·x_p + s·x_q and c·x_q − s·x_p. */
export function rotateColumns(
  x: Float64Array,
  rows: number,
  cols: number,
  p: number,
  q: number,
  c: number,
  s: number,
): void {
  for (let i = 0; i < rows; i++) {
    const a = x[i * cols + p]!;
    const b = x[i * cols + q]!;
    x[i * cols + p] = c * a + s * b;
    x[i * cols + q] = c * b - s * a;
  }
}
