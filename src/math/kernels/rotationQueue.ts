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
    for (; i + 4 <= rows; i += 4)
      for (let k = 0; k < lows.length; k++) rotateFour(x, i * cols + lows[k]!, cols, c, s, starts[k]!, starts[k + 1]!);
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

/** Four rows together: each waits for its own last result, so four keep the processor busy. */
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
