/**
 * A sweep of plane rotations, each of neighbouring columns k and k + 1, which it makes c·x_k + s·x_{k+1} and c·x_{k+1} − s·x_k; four rows
 * at a time, since each rotation waits for the one before (the idea of Van Zee, van de Geijn & Quintana-Ortí 2014).
 */

/**
 * Rotations from … to − 1, the first of them of columns `at` and at + 1 in the first of the `rows` rows, which lie `stride` apart.
 * 6 flops a rotation and row.
 */
export function rotateSweep(
  x: Float64Array,
  at: number,
  stride: number,
  rows: number,
  c: Float64Array,
  s: Float64Array,
  from: number,
  to: number,
): void {
  let i = 0;
  for (; i + 4 <= rows; i += 4) rotateFour(x, at + i * stride, stride, c, s, from, to);
  for (; i < rows; i++) rotateOne(x, at + i * stride, c, s, from, to);
}

function rotateFour(
  x: Float64Array,
  at: number,
  stride: number,
  c: Float64Array,
  s: Float64Array,
  from: number,
  to: number,
): void {
  let i0 = at;
  let i1 = i0 + stride;
  let i2 = i1 + stride;
  let i3 = i2 + stride;
  let a0 = x[i0]!;
  let a1 = x[i1]!;
  let a2 = x[i2]!;
  let a3 = x[i3]!;
  for (let k = from; k < to; k++) {
    const ck = c[k]!;
    const sk = s[k]!;
    const b0 = x[i0 + 1]!;
    x[i0++] = ck * a0 + sk * b0;
    a0 = ck * b0 - sk * a0;
    const b1 = x[i1 + 1]!;
    x[i1++] = ck * a1 + sk * b1;
    a1 = ck * b1 - sk * a1;
    const b2 = x[i2 + 1]!;
    x[i2++] = ck * a2 + sk * b2;
    a2 = ck * b2 - sk * a2;
    const b3 = x[i3 + 1]!;
    x[i3++] = ck * a3 + sk * b3;
    a3 = ck * b3 - sk * a3;
  }
  x[i0] = a0;
  x[i1] = a1;
  x[i2] = a2;
  x[i3] = a3;
}

function rotateOne(x: Float64Array, at: number, c: Float64Array, s: Float64Array, from: number, to: number): void {
  let i = at;
  let a = x[i]!;
  for (let k = from; k < to; k++) {
    const b = x[i + 1]!;
    x[i++] = c[k]! * a + s[k]! * b;
    a = c[k]! * b - s[k]! * a;
  }
  x[i] = a;
}
