// Loops over stretches of arrays: each argument is an array and where in it to start; n, rows × cols are sizes.

/** x ← x − factor·y. */
export function subtract(x: Float64Array, xAt: number, y: Float64Array, yAt: number, n: number, factor: number): void {
  if (factor !== 0) for (let k = 0; k < n; k++) x[xAt + k]! -= factor * y[yAt + k]!;
}

/** xᵀy, in two sums so that neither waits for the other. */
export function dot(x: Float64Array, xAt: number, y: Float64Array, yAt: number, n: number): number {
  let even = 0;
  let odd = 0;
  let k = 0;
  for (; k + 2 <= n; k += 2) {
    even += x[xAt + k]! * y[yAt + k]!;
    odd += x[xAt + k + 1]! * y[yAt + k + 1]!;
  }
  return k < n ? even + odd + x[xAt + k]! * y[yAt + k]! : even + odd;
}

/** y += Wᵀv, four rows of W at a time. */
export function addTransposedProduct(
  y: Float64Array,
  yAt: number,
  w: Float64Array,
  wAt: number,
  stride: number,
  v: Float64Array,
  vAt: number,
  rows: number,
  cols: number,
): void {
  let i = 0;
  for (; i + 4 <= rows; i += 4) {
    const r0 = wAt + i * stride;
    const r1 = r0 + stride;
    const r2 = r1 + stride;
    const r3 = r2 + stride;
    const v0 = v[vAt + i]!;
    const v1 = v[vAt + i + 1]!;
    const v2 = v[vAt + i + 2]!;
    const v3 = v[vAt + i + 3]!;
    for (let j = 0; j < cols; j++)
      y[yAt + j]! += v0 * w[r0 + j]! + v1 * w[r1 + j]! + (v2 * w[r2 + j]! + v3 * w[r3 + j]!);
  }
  for (; i < rows; i++) subtract(y, yAt, w, wAt + i * stride, cols, -v[vAt + i]!);
}

/** x = W u, four rows of W at a time. */
export function product(
  x: Float64Array,
  xAt: number,
  w: Float64Array,
  wAt: number,
  stride: number,
  u: Float64Array,
  uAt: number,
  rows: number,
  cols: number,
): void {
  let i = 0;
  for (; i + 4 <= rows; i += 4) {
    const r0 = wAt + i * stride;
    const r1 = r0 + stride;
    const r2 = r1 + stride;
    const r3 = r2 + stride;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let j = 0; j < cols; j++) {
      const value = u[uAt + j]!;
      s0 += w[r0 + j]! * value;
      s1 += w[r1 + j]! * value;
      s2 += w[r2 + j]! * value;
      s3 += w[r3 + j]! * value;
    }
    x[xAt + i] = s0;
    x[xAt + i + 1] = s1;
    x[xAt + i + 2] = s2;
    x[xAt + i + 3] = s3;
  }
  for (; i < rows; i++) x[xAt + i] = dot(w, wAt + i * stride, u, uAt, cols);
}
