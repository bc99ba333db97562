/**
 * LAPACK's test ratios (TESTING/dtest.in and the routines it drives): a backward error over n·ε, so that a sound factorisation
 * stays under 30 whatever the size, scale or condition. Products are plain loops here, not the code under test.
 */
import { EPSILON, type Matrix } from "../../src/math";

/** LAPACK's own threshold. */
export const RATIO = 30;

/** A·B by three loops. */
export function product(a: Matrix, b: Matrix): Matrix {
  const data = new Float64Array(a.rows * b.cols);
  for (let i = 0; i < a.rows; i++)
    for (let k = 0; k < a.cols; k++) {
      const v = a.data[i * a.cols + k] as number;
      if (v !== 0)
        for (let j = 0; j < b.cols; j++) {
          const at = i * b.cols + j;
          data[at] = (data[at] as number) + v * (b.data[k * b.cols + j] as number);
        }
    }
  return { rows: a.rows, cols: b.cols, data };
}

export const turned = (a: Matrix): Matrix => ({
  rows: a.cols,
  cols: a.rows,
  data: Float64Array.from(a.data, (_, k) => a.data[(k % a.rows) * a.cols + Math.floor(k / a.rows)] as number),
});

/** The columns of A times the values. */
export const columnsTimes = (a: Matrix, values: ArrayLike<number>): Matrix => ({
  ...a,
  data: a.data.map((v, k) => v * (values[k % a.cols] as number)),
});

/** Exactly A·2ᵏ, in steps that stay in range. */
export const timesPowerOfTwo = (a: Matrix, k: number): Matrix => {
  const half = Math.trunc(k / 2);
  return { ...a, data: a.data.map((v) => v * 2 ** half * 2 ** (k - half)) };
};

/** Largest sum of sizes in a column. */
export function oneNorm({ rows, cols, data }: Matrix): number {
  const sums = new Float64Array(cols);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < cols; j++) sums[j] = (sums[j] as number) + Math.abs(data[i * cols + j] as number);
  let largest = 0;
  // Not Math.max: NaN has to come through.
  for (const sum of sums) if (!(sum <= largest)) largest = sum;
  return largest;
}

export const difference = (a: Matrix, b: Matrix): Matrix => {
  if (a.rows !== b.rows || a.cols !== b.cols)
    throw new Error(`cannot compare ${a.rows} × ${a.cols} with ${b.rows} × ${b.cols}`);
  return { ...a, data: a.data.map((v, k) => v - (b.data[k] as number)) };
};

/** ‖A − product of the factors‖₁ / (max(m, n) ‖A‖₁ ε). Callers bring A to order one first. */
export function residualRatio(a: Matrix, ...factors: [Matrix, ...Matrix[]]): number {
  const gap = oneNorm(difference(a, factors.reduce(product)));
  if (gap === 0) return 0;
  return gap / (Math.max(a.rows, a.cols) * oneNorm(a) * EPSILON);
}

/** ‖QᵀQ − I‖₁ / (m ε) for m × n. */
export function orthogonalityRatio(q: Matrix): number {
  if (q.cols === 0) return 0;
  const gram = product(turned(q), q);
  for (let i = 0; i < q.cols; i++) gram.data[i * (q.cols + 1)] = (gram.data[i * (q.cols + 1)] as number) - 1;
  return oneNorm(gram) / (q.rows * EPSILON);
}

/** Largest |xᵢ − yᵢ| / (n · largest |y| · ε). */
export function valuesRatio(x: ArrayLike<number>, y: ArrayLike<number>, n: number): number {
  if (x.length !== y.length) throw new Error(`${x.length} values for ${y.length}`);
  let [gap, largest] = [0, 0];
  for (let i = 0; i < y.length; i++) {
    const distance = Math.abs((x[i] as number) - (y[i] as number));
    if (!(distance <= gap)) gap = distance;
    largest = Math.max(largest, Math.abs(y[i] as number));
  }
  return gap === 0 ? 0 : gap / (n * largest * EPSILON);
}
