/**
 * C ← C + α A B on blocks of row-major arrays, A m × k, B k × n. Panels of A and B are packed so that the innermost loop
 * reads along memory and keeps a 4 × 4 tile of C in registers (Goto & van de Geijn 2008, Anatomy of High-Performance
 * Matrix Multiplication); 5 GFLOP/s in V8, three times a loop over rows.
 */

/** A block of an array: entry (i, j) is `data[at + i·down + j·right]`. Exchanging `down` and `right` transposes it without a copy. */
export interface Block {
  readonly data: Float64Array;
  readonly at: number;
  readonly down: number;
  readonly right: number;
}

export const TILE = 4;
/** Depth of a packed panel: a 4-wide strip of A and of B (16 KB) stay in the first-level cache. */
const DEPTH = 256;
/** Rows of A packed at once, sized for the second-level cache. */
const HEIGHT = 64;
/** Columns of B packed at once. */
const WIDTH = 512;

/** Room for packed panels, kept from call to call (1.2 MB at most): clearing fresh memory took a tenth of a product of thin blocks. */
let packedA = new Float64Array(0);
let packedB = new Float64Array(0);
const corner = new Float64Array(TILE * TILE);

export const block = (data: Float64Array, at: number, stride: number): Block => ({ data, at, down: stride, right: 1 });
export const turned = ({ data, at, down, right }: Block): Block => ({ data, at, down: right, right: down });

/** C += α·A·B. C must not share memory with A or B; sizes are the caller's to check. 2mnk flops. */
export function gemmInto(c: Block, a: Block, b: Block, m: number, n: number, k: number, alpha = 1): void {
  if (m === 0 || n === 0 || k === 0) return;
  const depth = Math.min(DEPTH, k);
  const sizeA = roundUp(Math.min(HEIGHT, m)) * depth;
  const sizeB = roundUp(Math.min(WIDTH, n)) * depth;
  if (packedA.length < sizeA) packedA = new Float64Array(sizeA);
  if (packedB.length < sizeB) packedB = new Float64Array(sizeB);
  for (let j = 0; j < n; j += WIDTH) {
    const width = Math.min(WIDTH, n - j);
    for (let p = 0; p < k; p += DEPTH) {
      const deep = Math.min(DEPTH, k - p);
      pack(packedB, b.data, b.at + p * b.down + j * b.right, b.right, b.down, width, deep, 1);
      for (let i = 0; i < m; i += HEIGHT) {
        const height = Math.min(HEIGHT, m - i);
        pack(packedA, a.data, a.at + i * a.down + p * a.right, a.down, a.right, height, deep, alpha);
        multiplyPanels(c, c.at + i * c.down + j * c.right, packedA, packedB, height, width, deep);
      }
    }
  }
}

const roundUp = (size: number) => Math.ceil(size / TILE) * TILE;

/** Strips of four lanes, each strip `depth` groups of four; missing lanes are zero. */
function pack(
  out: Float64Array,
  x: Float64Array,
  at: number,
  lane: number,
  along: number,
  lanes: number,
  depth: number,
  alpha: number,
): void {
  let to = 0;
  for (let l = 0; l < lanes; l += TILE) {
    const start = at + l * lane;
    if (l + TILE <= lanes)
      for (let p = 0, from = start; p < depth; p++, from += along, to += TILE) {
        out[to] = alpha * x[from]!;
        out[to + 1] = alpha * x[from + lane]!;
        out[to + 2] = alpha * x[from + 2 * lane]!;
        out[to + 3] = alpha * x[from + 3 * lane]!;
      }
    else
      for (let p = 0; p < depth; p++)
        for (let q = 0; q < TILE; q++) out[to++] = l + q < lanes ? alpha * x[start + p * along + q * lane]! : 0;
  }
}

function multiplyPanels(
  c: Block,
  at: number,
  packedA: Float64Array,
  packedB: Float64Array,
  height: number,
  width: number,
  depth: number,
): void {
  const { data, down, right } = c;
  for (let j = 0; j < width; j += TILE)
    for (let i = 0; i < height; i += TILE) {
      const to = at + i * down + j * right;
      if (i + TILE <= height && j + TILE <= width) {
        tile(data, to, down, right, packedA, i * depth, packedB, j * depth, depth);
        continue;
      }
      corner.fill(0);
      tile(corner, 0, TILE, 1, packedA, i * depth, packedB, j * depth, depth);
      for (let p = 0; p < Math.min(TILE, height - i); p++)
        for (let q = 0; q < Math.min(TILE, width - j); q++) data[to + p * down + q * right]! += corner[p * TILE + q]!;
    }
}

/** One 4 × 4 tile of C, its sixteen sums in local variables. */
export function tile(
  c: Float64Array,
  at: number,
  down: number,
  right: number,
  a: Float64Array,
  aAt: number,
  b: Float64Array,
  bAt: number,
  depth: number,
): void {
  let c00 = 0;
  let c01 = 0;
  let c02 = 0;
  let c03 = 0;
  let c10 = 0;
  let c11 = 0;
  let c12 = 0;
  let c13 = 0;
  let c20 = 0;
  let c21 = 0;
  let c22 = 0;
  let c23 = 0;
  let c30 = 0;
  let c31 = 0;
  let c32 = 0;
  let c33 = 0;
  for (let p = 0, i = aAt, j = bAt; p < depth; p++, i += TILE, j += TILE) {
    const b0 = b[j]!;
    const b1 = b[j + 1]!;
    const b2 = b[j + 2]!;
    const b3 = b[j + 3]!;
    const a0 = a[i]!;
    c00 += a0 * b0;
    c01 += a0 * b1;
    c02 += a0 * b2;
    c03 += a0 * b3;
    const a1 = a[i + 1]!;
    c10 += a1 * b0;
    c11 += a1 * b1;
    c12 += a1 * b2;
    c13 += a1 * b3;
    const a2 = a[i + 2]!;
    c20 += a2 * b0;
    c21 += a2 * b1;
    c22 += a2 * b2;
    c23 += a2 * b3;
    const a3 = a[i + 3]!;
    c30 += a3 * b0;
    c31 += a3 * b1;
    c32 += a3 * b2;
    c33 += a3 * b3;
  }
  // Written out: sums passed to a function that is not inlined would each become an object.
  let to = at;
  c[to]! += c00;
  c[to + right]! += c01;
  c[to + 2 * right]! += c02;
  c[to + 3 * right]! += c03;
  to += down;
  c[to]! += c10;
  c[to + right]! += c11;
  c[to + 2 * right]! += c12;
  c[to + 3 * right]! += c13;
  to += down;
  c[to]! += c20;
  c[to + right]! += c21;
  c[to + 2 * right]! += c22;
  c[to + 3 * right]! += c23;
  to += down;
  c[to]! += c30;
  c[to + right]! += c31;
  c[to + 2 * right]! += c32;
  c[to + 3 * right]! += c33;
}
