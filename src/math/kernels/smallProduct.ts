/**
 * C = A B without packing, for products too small to earn it: tiles of 2 × 4 of C in local variables, A and B read where they lie. Strides
 * as in gemm's Block, so that a transpose costs no copy. 4 GFLOP/s at 16 × 16 in V8, where loops that write C in memory reach 2.
 */

/** C (m × n, row-major, whole) = A B; entry (i, l) of A at x[i·down + l·right], of B likewise. 2mnk flops. */
export function smallProduct(
  c: Float64Array,
  x: Float64Array,
  xDown: number,
  xRight: number,
  y: Float64Array,
  yDown: number,
  yRight: number,
  m: number,
  n: number,
  k: number,
): void {
  let i = 0;
  for (; i + 2 <= m; i += 2) twoRows(c, i * n, x, i * xDown, xDown, xRight, y, yDown, yRight, n, k);
  if (i < m) oneRow(c, i * n, x, i * xDown, xRight, y, yDown, yRight, n, k);
}

function twoRows(
  c: Float64Array,
  at: number,
  x: Float64Array,
  xAt: number,
  xDown: number,
  xRight: number,
  y: Float64Array,
  yDown: number,
  yRight: number,
  n: number,
  k: number,
): void {
  let j = 0;
  for (; j + 4 <= n; j += 4) {
    let s00 = 0;
    let s01 = 0;
    let s02 = 0;
    let s03 = 0;
    let s10 = 0;
    let s11 = 0;
    let s12 = 0;
    let s13 = 0;
    for (let l = 0, p = xAt, q = j * yRight; l < k; l++, p += xRight, q += yDown) {
      const b0 = y[q]!;
      const b1 = y[q + yRight]!;
      const b2 = y[q + 2 * yRight]!;
      const b3 = y[q + 3 * yRight]!;
      const a0 = x[p]!;
      s00 += a0 * b0;
      s01 += a0 * b1;
      s02 += a0 * b2;
      s03 += a0 * b3;
      const a1 = x[p + xDown]!;
      s10 += a1 * b0;
      s11 += a1 * b1;
      s12 += a1 * b2;
      s13 += a1 * b3;
    }
    const top = at + j;
    c[top] = s00;
    c[top + 1] = s01;
    c[top + 2] = s02;
    c[top + 3] = s03;
    const bottom = top + n;
    c[bottom] = s10;
    c[bottom + 1] = s11;
    c[bottom + 2] = s12;
    c[bottom + 3] = s13;
  }
  for (; j < n; j++) {
    let s0 = 0;
    let s1 = 0;
    for (let l = 0, p = xAt, q = j * yRight; l < k; l++, p += xRight, q += yDown) {
      const b = y[q]!;
      s0 += x[p]! * b;
      s1 += x[p + xDown]! * b;
    }
    c[at + j] = s0;
    c[at + n + j] = s1;
  }
}

function oneRow(
  c: Float64Array,
  at: number,
  x: Float64Array,
  xAt: number,
  xRight: number,
  y: Float64Array,
  yDown: number,
  yRight: number,
  n: number,
  k: number,
): void {
  let j = 0;
  for (; j + 4 <= n; j += 4) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let l = 0, p = xAt, q = j * yRight; l < k; l++, p += xRight, q += yDown) {
      const a = x[p]!;
      s0 += a * y[q]!;
      s1 += a * y[q + yRight]!;
      s2 += a * y[q + 2 * yRight]!;
      s3 += a * y[q + 3 * yRight]!;
    }
    c[at + j] = s0;
    c[at + j + 1] = s1;
    c[at + j + 2] = s2;
    c[at + j + 3] = s3;
  }
  for (; j < n; j++) {
    let sum = 0;
    for (let l = 0, p = xAt, q = j * yRight; l < k; l++, p += xRight, q += yDown) sum += x[p]! * y[q]!;
    c[at + j] = sum;
  }
}
