/**
 * Sweeps of reflections I − τ v vᵀ, v = (1, v₁, v₂), each one column on from the one before and the last of two columns only, as
 * Francis's step makes them. Kept back and applied along the rows, four rows at a time, many sweeps while these stay in the
 * first-level cache.
 */

const SWEEPS = 16;

// One queue, its memory kept from call to call.
/** v₁, v₂, τ of reflection i at 3i, 3i + 1, 3i + 2. */
export let parts = new Float64Array(0);
/** Of each sweep: first column, rows of H, first reflection; the end of the last one after them. */
const columns = new Int32Array(SWEEPS);
const heights = new Int32Array(SWEEPS);
const starts = new Int32Array(SWEEPS + 1);
let sweeps = 0;

/** Empties the queue and makes room for sweeps over n × n. */
export function startQueue(n: number): void {
  if (parts.length < 3 * SWEEPS * n) parts = new Float64Array(3 * SWEEPS * n);
  sweeps = 0;
}

/** Whether it has to be flushed before it takes another sweep. */
export const isFull = (): boolean => sweeps === SWEEPS;

/**
 * Where in `parts` the caller writes the next `count` reflections, the first of columns `column` … `column` + 2. They reach all rows of Q,
 * and of H the first `above`.
 */
export function reserve(column: number, count: number, above: number): number {
  const at = starts[sweeps]!;
  columns[sweeps] = column;
  heights[sweeps] = above;
  starts[++sweeps] = at + count;
  return at;
}

/** Applies all that waits to Q and H, n × n, row-major. 10 flops a reflection and row. */
export function flush(q: Float64Array, h: Float64Array, n: number): void {
  let highest = 0;
  for (let s = 0; s < sweeps; s++) highest = Math.max(highest, heights[s]!);
  for (let i = 0; i < n; i += 4)
    for (let s = 0; s < sweeps; s++)
      applySweep(q, n, i, Math.min(i + 4, n), columns[s]!, parts, starts[s]!, starts[s + 1]!);
  for (let i = 0; i < highest; i += 4)
    for (let s = 0; s < sweeps; s++)
      if (i < heights[s]!)
        applySweep(h, n, i, Math.min(i + 4, heights[s]!), columns[s]!, parts, starts[s]!, starts[s + 1]!);
  sweeps = 0;
}

/** Reflections from … to − 1 of one sweep, the first of column `column`, the last of two columns, on rows i … end − 1, at most four. */
export function applySweep(
  x: Float64Array,
  n: number,
  i: number,
  end: number,
  column: number,
  parts: Float64Array,
  from: number,
  to: number,
): void {
  if (to <= from) return;
  if (end - i === 4) reflectFour(x, i * n + column, n, parts, from, to);
  else for (let r = i; r < end; r++) reflectOne(x, r * n + column, parts, from, to);
}

function reflectFour(x: Float64Array, at: number, n: number, parts: Float64Array, from: number, to: number): void {
  let i0 = at;
  let i1 = i0 + n;
  let i2 = i1 + n;
  let i3 = i2 + n;
  let a0 = x[i0]!;
  let b0 = x[i0 + 1]!;
  let a1 = x[i1]!;
  let b1 = x[i1 + 1]!;
  let a2 = x[i2]!;
  let b2 = x[i2 + 1]!;
  let a3 = x[i3]!;
  let b3 = x[i3 + 1]!;
  const last = 3 * (to - 1);
  let p = 3 * from;
  for (; p < last; p += 3) {
    const v1 = parts[p]!;
    const v2 = parts[p + 1]!;
    const tau = parts[p + 2]!;
    const c0 = x[i0 + 2]!;
    const s0 = tau * (a0 + v1 * b0 + v2 * c0);
    x[i0++] = a0 - s0;
    a0 = b0 - s0 * v1;
    b0 = c0 - s0 * v2;
    const c1 = x[i1 + 2]!;
    const s1 = tau * (a1 + v1 * b1 + v2 * c1);
    x[i1++] = a1 - s1;
    a1 = b1 - s1 * v1;
    b1 = c1 - s1 * v2;
    const c2 = x[i2 + 2]!;
    const s2 = tau * (a2 + v1 * b2 + v2 * c2);
    x[i2++] = a2 - s2;
    a2 = b2 - s2 * v1;
    b2 = c2 - s2 * v2;
    const c3 = x[i3 + 2]!;
    const s3 = tau * (a3 + v1 * b3 + v2 * c3);
    x[i3++] = a3 - s3;
    a3 = b3 - s3 * v1;
    b3 = c3 - s3 * v2;
  }
  const v1 = parts[p]!;
  const tau = parts[p + 2]!;
  const s0 = tau * (a0 + v1 * b0);
  x[i0] = a0 - s0;
  x[i0 + 1] = b0 - s0 * v1;
  const s1 = tau * (a1 + v1 * b1);
  x[i1] = a1 - s1;
  x[i1 + 1] = b1 - s1 * v1;
  const s2 = tau * (a2 + v1 * b2);
  x[i2] = a2 - s2;
  x[i2 + 1] = b2 - s2 * v1;
  const s3 = tau * (a3 + v1 * b3);
  x[i3] = a3 - s3;
  x[i3 + 1] = b3 - s3 * v1;
}

function reflectOne(x: Float64Array, at: number, parts: Float64Array, from: number, to: number): void {
  let i = at;
  let a = x[i]!;
  let b = x[i + 1]!;
  const last = 3 * (to - 1);
  let p = 3 * from;
  for (; p < last; p += 3) {
    const v1 = parts[p]!;
    const v2 = parts[p + 1]!;
    const c = x[i + 2]!;
    const s = parts[p + 2]! * (a + v1 * b + v2 * c);
    x[i++] = a - s;
    a = b - s * v1;
    b = c - s * v2;
  }
  const s = parts[p + 2]! * (a + parts[p]! * b);
  x[i] = a - s;
  x[i + 1] = b - s * parts[p]!;
}
