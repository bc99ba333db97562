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

/** y ← x. A loop, since `set` of a `subarray` makes an object for each short row. */
export function copy(x: Float64Array, xAt: number, y: Float64Array, yAt: number, n: number): void {
  for (let k = 0; k < n; k++) y[yAt + k] = x[xAt + k]!;
}

/** x ↔ y. */
export function exchange(x: Float64Array, xAt: number, y: Float64Array, yAt: number, n: number): void {
  for (let k = 0; k < n; k++) {
    const kept = x[xAt + k]!;
    x[xAt + k] = y[yAt + k]!;
    y[yAt + k] = kept;
  }
}

/** y += Wᵀv, eight rows of W at a time, so that y is read and written an eighth as often (4.2 GFLOP/s against 3.3 with four). */
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
  for (; i + 8 <= rows; i += 8) {
    const r0 = wAt + i * stride;
    const r1 = r0 + stride;
    const r2 = r1 + stride;
    const r3 = r2 + stride;
    const r4 = r3 + stride;
    const r5 = r4 + stride;
    const r6 = r5 + stride;
    const r7 = r6 + stride;
    const v0 = v[vAt + i]!;
    const v1 = v[vAt + i + 1]!;
    const v2 = v[vAt + i + 2]!;
    const v3 = v[vAt + i + 3]!;
    const v4 = v[vAt + i + 4]!;
    const v5 = v[vAt + i + 5]!;
    const v6 = v[vAt + i + 6]!;
    const v7 = v[vAt + i + 7]!;
    for (let j = 0; j < cols; j++)
      y[yAt + j]! +=
        v0 * w[r0 + j]! +
        v1 * w[r1 + j]! +
        (v2 * w[r2 + j]! + v3 * w[r3 + j]!) +
        (v4 * w[r4 + j]! + v5 * w[r5 + j]! + (v6 * w[r6 + j]! + v7 * w[r7 + j]!));
  }
  for (; i + 2 <= rows; i += 2) {
    const r0 = wAt + i * stride;
    const r1 = r0 + stride;
    const v0 = v[vAt + i]!;
    const v1 = v[vAt + i + 1]!;
    for (let j = 0; j < cols; j++) y[yAt + j]! += v0 * w[r0 + j]! + v1 * w[r1 + j]!;
  }
  if (i < rows) subtract(y, yAt, w, wAt + i * stride, cols, -v[vAt + i]!);
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

/** W ← W − p₀r₀ᵀ − p₁r₁ᵀ, two rows of W at a time. */
export function subtractTwoOuterProducts(
  w: Float64Array,
  wAt: number,
  stride: number,
  p0: Float64Array,
  p0At: number,
  r0: Float64Array,
  r0At: number,
  p1: Float64Array,
  p1At: number,
  r1: Float64Array,
  r1At: number,
  rows: number,
  cols: number,
): void {
  let i = 0;
  for (; i + 2 <= rows; i += 2) {
    const top = wAt + i * stride;
    const next = top + stride;
    const a0 = p0[p0At + i]!;
    const b0 = p1[p1At + i]!;
    const a1 = p0[p0At + i + 1]!;
    const b1 = p1[p1At + i + 1]!;
    for (let j = 0; j < cols; j++) {
      const s = r0[r0At + j]!;
      const t = r1[r1At + j]!;
      w[top + j]! -= a0 * s + b0 * t;
      w[next + j]! -= a1 * s + b1 * t;
    }
  }
  if (i === rows) return;
  subtract(w, wAt + i * stride, r0, r0At, cols, p0[p0At + i]!);
  subtract(w, wAt + i * stride, r1, r1At, cols, p1[p1At + i]!);
}

/**
 * X ← X − (XVᵀ)·F·V for four rows V (`vStride` apart) and F 4 × 4, entry (i, j) at fAt + i·fDown + j·fRight: four reflectors at once,
 * on two rows of X at a time, which stay in the first-level cache. Without packing, so for small X as fast as a product of blocks.
 */
export function reflectByFours(
  x: Float64Array,
  xAt: number,
  stride: number,
  v: Float64Array,
  vAt: number,
  vStride: number,
  f: Float64Array,
  fAt: number,
  fDown: number,
  fRight: number,
  rows: number,
  cols: number,
): void {
  const v1 = vAt + vStride;
  const v2 = v1 + vStride;
  const v3 = v2 + vStride;
  for (let i = 0; i < rows; i += 2) {
    const top = xAt + i * stride;
    // Of an odd number, the last row is its own neighbour: both write the same.
    const next = i + 1 < rows ? top + stride : top;
    let a0 = 0;
    let a1 = 0;
    let a2 = 0;
    let a3 = 0;
    let b0 = 0;
    let b1 = 0;
    let b2 = 0;
    let b3 = 0;
    for (let j = 0; j < cols; j++) {
      const s = x[top + j]!;
      const t = x[next + j]!;
      a0 += s * v[vAt + j]!;
      b0 += t * v[vAt + j]!;
      a1 += s * v[v1 + j]!;
      b1 += t * v[v1 + j]!;
      a2 += s * v[v2 + j]!;
      b2 += t * v[v2 + j]!;
      a3 += s * v[v3 + j]!;
      b3 += t * v[v3 + j]!;
    }
    const f1 = fAt + fRight;
    const f2 = f1 + fRight;
    const f3 = f2 + fRight;
    const c0 = mixed(f, fAt, fDown, a0, a1, a2, a3);
    const c1 = mixed(f, f1, fDown, a0, a1, a2, a3);
    const c2 = mixed(f, f2, fDown, a0, a1, a2, a3);
    const c3 = mixed(f, f3, fDown, a0, a1, a2, a3);
    const d0 = mixed(f, fAt, fDown, b0, b1, b2, b3);
    const d1 = mixed(f, f1, fDown, b0, b1, b2, b3);
    const d2 = mixed(f, f2, fDown, b0, b1, b2, b3);
    const d3 = mixed(f, f3, fDown, b0, b1, b2, b3);
    for (let j = 0; j < cols; j++) {
      const w0 = v[vAt + j]!;
      const w1 = v[v1 + j]!;
      const w2 = v[v2 + j]!;
      const w3 = v[v3 + j]!;
      const s = x[top + j]! - (c0 * w0 + c1 * w1 + (c2 * w2 + c3 * w3));
      const t = x[next + j]! - (d0 * w0 + d1 * w1 + (d2 * w2 + d3 * w3));
      x[top + j] = s;
      x[next + j] = t;
    }
  }
}

/** a₀f₀ + a₁f₁ + a₂f₂ + a₃f₃ down a column of F. */
function mixed(f: Float64Array, at: number, down: number, a0: number, a1: number, a2: number, a3: number): number {
  return a0 * f[at]! + a1 * f[at + down]! + (a2 * f[at + 2 * down]! + a3 * f[at + 3 * down]!);
}
