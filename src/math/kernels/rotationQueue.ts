/**
 * Plane rotations of neighbouring columns, kept back and applied many sweeps at a time: four rows of X stay in the first-level
 * cache while all of them pass (Van Zee, van de Geijn & Quintana-Ortí 2014). A rotation [c, s] of columns k and k + 1 makes them
 * c·x_k + s·x_{k+1} and c·x_{k+1} − s·x_k.
 */
export interface RotationQueue {
  readonly c: Float64Array;
  readonly s: Float64Array;
  /** Where the caller writes the next `count` rotations, the first of them of columns `low` and `low + 1`, each after the one before. */
  reserve(low: number, count: number): number;
  /** Applies what waits. */
  flush(): void;
}

const SWEEPS = 24;

/** A queue for the columns of X, rows × cols, row-major; X is up to date only after `flush`. 6 flops a rotation and row. */
export function rotationQueue(x: Float64Array, rows: number, cols: number): RotationQueue {
  const capacity = SWEEPS * Math.max(1, cols);
  const c = new Float64Array(capacity);
  const s = new Float64Array(capacity);
  const lows: number[] = [];
  const starts: number[] = [0];
  const end = () => starts[starts.length - 1]!;
  const flush = () => {
    let i = 0;
    for (; i + 4 <= rows; i += 4) rotateFourBySweeps(x, i * cols, cols, c, s, lows, starts);
    for (; i < rows; i++)
      for (let k = 0; k < lows.length; k++) rotateOne(x, i * cols + lows[k]!, c, s, starts[k]!, starts[k + 1]!);
    lows.length = 0;
    starts.length = 1;
  };
  return {
    c,
    s,
    flush,
    reserve(low, count) {
      if (end() + count > capacity) flush();
      const at = end();
      lows.push(low);
      starts.push(at + count);
      return at;
    },
  };
}

/**
 * One sweep at once: rotations from … to − 1 of columns k and k + 1, the first of them at `at` in the first of the `rows` rows, which
 * lie `stride` apart. 6 flops a rotation and row.
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

/** All waiting sweeps over four rows, two at a time where they begin at the same column. */
function rotateFourBySweeps(
  x: Float64Array,
  at: number,
  stride: number,
  c: Float64Array,
  s: Float64Array,
  lows: number[],
  starts: number[],
): void {
  for (let k = 0; k < lows.length; k++) {
    const from = starts[k]!;
    const to = starts[k + 1]!;
    const first = at + lows[k]!;
    if (lows[k + 1] !== lows[k]) {
      rotateFour(x, first, stride, c, s, from, to);
      continue;
    }
    const end = starts[k + 2]!;
    // The second sweep follows one rotation behind the first; then each finishes alone.
    const together = Math.min(to - from, end - to + 1);
    rotateFourTwice(x, first, stride, c, s, from, to, together);
    if (from + together < to) rotateFour(x, first + together, stride, c, s, from + together, to);
    if (to + together - 1 < end) rotateFour(x, first + together - 1, stride, c, s, to + together - 1, end);
    k++;
  }
}

/**
 * `count` rotations of the sweep at `one` and count − 1 of the sweep at `two`, in one pass: each rotation waits for the one before,
 * so it takes eight independent chains, not four, to keep the processor busy (12 GFLOP/s against 6).
 */
function rotateFourTwice(
  x: Float64Array,
  at: number,
  stride: number,
  c: Float64Array,
  s: Float64Array,
  one: number,
  two: number,
  count: number,
): void {
  let i0 = at;
  let i1 = i0 + stride;
  let i2 = i1 + stride;
  let i3 = i2 + stride;
  const [c0, s0] = [c[one]!, s[one]!];
  // a: the column that the first sweep carries on; p: the one that the second does.
  let p0 = c0 * x[i0]! + s0 * x[i0 + 1]!;
  let a0 = c0 * x[i0 + 1]! - s0 * x[i0]!;
  let p1 = c0 * x[i1]! + s0 * x[i1 + 1]!;
  let a1 = c0 * x[i1 + 1]! - s0 * x[i1]!;
  let p2 = c0 * x[i2]! + s0 * x[i2 + 1]!;
  let a2 = c0 * x[i2 + 1]! - s0 * x[i2]!;
  let p3 = c0 * x[i3]! + s0 * x[i3 + 1]!;
  let a3 = c0 * x[i3 + 1]! - s0 * x[i3]!;
  for (let k = 1; k < count; k++) {
    const c1 = c[one + k]!;
    const s1 = s[one + k]!;
    const c2 = c[two + k - 1]!;
    const s2 = s[two + k - 1]!;
    const b0 = x[i0 + 2]!;
    const q0 = c1 * a0 + s1 * b0;
    a0 = c1 * b0 - s1 * a0;
    x[i0++] = c2 * p0 + s2 * q0;
    p0 = c2 * q0 - s2 * p0;
    const b1 = x[i1 + 2]!;
    const q1 = c1 * a1 + s1 * b1;
    a1 = c1 * b1 - s1 * a1;
    x[i1++] = c2 * p1 + s2 * q1;
    p1 = c2 * q1 - s2 * p1;
    const b2 = x[i2 + 2]!;
    const q2 = c1 * a2 + s1 * b2;
    a2 = c1 * b2 - s1 * a2;
    x[i2++] = c2 * p2 + s2 * q2;
    p2 = c2 * q2 - s2 * p2;
    const b3 = x[i3 + 2]!;
    const q3 = c1 * a3 + s1 * b3;
    a3 = c1 * b3 - s1 * a3;
    x[i3++] = c2 * p3 + s2 * q3;
    p3 = c2 * q3 - s2 * p3;
  }
  x[i0] = p0;
  x[i0 + 1] = a0;
  x[i1] = p1;
  x[i1 + 1] = a1;
  x[i2] = p2;
  x[i2 + 1] = a2;
  x[i3] = p3;
  x[i3 + 1] = a3;
}

/** One sweep over four rows. */
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
