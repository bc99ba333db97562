/** A cloud in the order of a grid's cells, made once: what is near in space is near in memory, and a whole cell can be passed over at once. */

export interface SpaceCells {
  /** The finite points, cell after cell. */
  readonly xyz: Float32Array;
  /** The row in the cloud of each of them. */
  readonly rows: Uint32Array;
  /** Where each cell begins; one more than there are cells. */
  readonly starts: Uint32Array;
  /** Middle and radius of a ball about each cell's points: x₀ y₀ z₀ r₀ x₁ …. */
  readonly balls: Float32Array;
}

/** About this many points share a cell, so that its few hundred bytes and the pixels that it covers stay in the nearest cache. */
const IN_A_CELL = 256;
const MOST_ALONG = 32;

const made = new WeakMap<Float32Array, SpaceCells>();

/** The cells of the points x₀ y₀ z₀ x₁ …; those with a coordinate that is not finite are in none. O(n) once for an array, which must not be changed afterwards. */
export function spaceCells(xyz: Float32Array): SpaceCells {
  const kept = made.get(xyz);
  if (kept) return kept;
  const fresh = makeCells(xyz);
  made.set(xyz, fresh);
  return fresh;
}

function makeCells(xyz: Float32Array): SpaceCells {
  const n = Math.trunc(xyz.length / 3);
  const along = Math.max(1, Math.min(MOST_ALONG, Math.round(Math.cbrt(n / IN_A_CELL))));
  const { low, high } = boundsOf(xyz, n);
  const count = along ** 3;
  // Non-finite points go to a cell of their own at the end, which is then left off.
  const cells = new Uint16Array(n).fill(count);
  const starts = new Uint32Array(count + 2);
  const per = low.map((from, k) => (high[k]! > from ? along / (high[k]! - from) : 0));
  for (let i = 0, k = 0; i < n; i++, k += 3) {
    if (!Number.isFinite(xyz[k]! + xyz[k + 1]! + xyz[k + 2]!)) continue;
    let cell = 0;
    for (let c = 0; c < 3; c++) {
      const step = Math.floor((xyz[k + c]! - low[c]!) * per[c]!);
      cell = cell * along + Math.min(along - 1, step);
    }
    cells[i] = cell;
    starts[cell + 1]!++;
  }
  for (let c = 1; c <= count; c++) starts[c]! += starts[c - 1]!;
  const finite = starts[count]!;
  const rows = new Uint32Array(finite);
  const ordered = new Float32Array(3 * finite);
  const next = starts.slice(0, count);
  for (let i = 0; i < n; i++) {
    if (cells[i] === count) continue;
    const to = next[cells[i]!]!++;
    rows[to] = i;
    for (let c = 0; c < 3; c++) ordered[3 * to + c] = xyz[3 * i + c]!;
  }
  return { xyz: ordered, rows, starts: starts.slice(0, count + 1), balls: ballsOf(ordered, starts, count) };
}

function boundsOf(xyz: Float32Array, n: number): { readonly low: readonly number[]; readonly high: readonly number[] } {
  const low = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const high = low.map((v) => -v);
  for (let i = 0, k = 0; i < n; i++, k += 3) {
    if (!Number.isFinite(xyz[k]! + xyz[k + 1]! + xyz[k + 2]!)) continue;
    for (let c = 0; c < 3; c++) {
      if (xyz[k + c]! < low[c]!) low[c] = xyz[k + c]!;
      if (xyz[k + c]! > high[c]!) high[c] = xyz[k + c]!;
    }
  }
  return { low, high };
}

/** About the middle of each cell's own points, which may lie in a corner of it. */
function ballsOf(xyz: Float32Array, starts: Uint32Array, count: number): Float32Array {
  const balls = new Float32Array(4 * count);
  for (let cell = 0; cell < count; cell++) {
    const [from, to] = [starts[cell]!, starts[cell + 1]!];
    if (from === to) continue;
    const { low, high } = boundsOf(xyz.subarray(3 * from, 3 * to), to - from);
    // As they are stored, so that the radius reaches all points from there.
    for (let c = 0; c < 3; c++) balls[4 * cell + c] = (low[c]! + high[c]!) / 2;
    let radius = 0;
    for (let k = 3 * from; k < 3 * to; k += 3)
      radius = Math.max(
        radius,
        Math.hypot(xyz[k]! - balls[4 * cell]!, xyz[k + 1]! - balls[4 * cell + 1]!, xyz[k + 2]! - balls[4 * cell + 2]!),
      );
    balls[4 * cell + 3] = radius * (1 + 1e-6);
  }
  return balls;
}
