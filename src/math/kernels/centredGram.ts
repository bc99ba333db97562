/**
 * C += Σᵢ (xᵢ − s)(xᵢ − s)ᵀ over n rows of length d, and the sums of xᵢ − s beside it, in one reading of X. Rows are shifted
 * while they are packed for gemm's 4 × 4 tile; only tiles on and above the diagonal are made. nd² flops, half of a product's.
 */
import { type Block, TILE, tile } from "./gemm";

/** Rows packed at once: with 50 columns 100 KB, which stays in the second-level cache. */
const DEPTH = 256;

/** Adds to the upper triangle of C (d × d, row-major; below it nothing is promised) and to `sums`. */
export function centredGramInto(
  c: Float64Array,
  sums: Float64Array,
  { data, at, down, right }: Block,
  n: number,
  d: number,
  shift: Float64Array,
): void {
  const packed = new Float64Array(Math.ceil(d / TILE) * TILE * Math.min(DEPTH, n));
  const corner = new Float64Array(TILE * TILE);
  for (let i = 0; i < n; i += DEPTH) {
    const depth = Math.min(DEPTH, n - i);
    for (let l = 0; l < d; l += TILE)
      packStrip(
        packed,
        l * depth,
        data,
        at + i * down + l * right,
        down,
        right,
        depth,
        Math.min(TILE, d - l),
        shift,
        sums,
        l,
      );
    for (let p = 0; p < d; p += TILE)
      for (let q = p; q < d; q += TILE) {
        if (q + TILE <= d) {
          tile(c, p * d + q, d, 1, packed, p * depth, packed, q * depth, depth);
          continue;
        }
        corner.fill(0);
        tile(corner, 0, TILE, 1, packed, p * depth, packed, q * depth, depth);
        for (let a = 0; a < Math.min(TILE, d - p); a++)
          for (let b = 0; b < d - q; b++) c[(p + a) * d + q + b]! += corner[a * TILE + b]!;
      }
  }
}

/** `lanes` columns from column l on, `depth` groups of four; missing lanes are zero. */
function packStrip(
  out: Float64Array,
  to: number,
  x: Float64Array,
  at: number,
  down: number,
  right: number,
  depth: number,
  lanes: number,
  shift: Float64Array,
  sums: Float64Array,
  l: number,
): void {
  if (lanes < TILE) {
    out.fill(0, to, to + depth * TILE);
    for (let q = 0; q < lanes; q++)
      for (let p = 0, from = at + q * right; p < depth; p++, from += down) {
        const v = x[from]! - shift[l + q]!;
        out[to + p * TILE + q] = v;
        sums[l + q]! += v;
      }
    return;
  }
  const s0 = shift[l]!;
  const s1 = shift[l + 1]!;
  const s2 = shift[l + 2]!;
  const s3 = shift[l + 3]!;
  let t0 = 0;
  let t1 = 0;
  let t2 = 0;
  let t3 = 0;
  for (let p = 0, from = at, k = to; p < depth; p++, from += down, k += TILE) {
    const v0 = x[from]! - s0;
    const v1 = x[from + right]! - s1;
    const v2 = x[from + 2 * right]! - s2;
    const v3 = x[from + 3 * right]! - s3;
    out[k] = v0;
    out[k + 1] = v1;
    out[k + 2] = v2;
    out[k + 3] = v3;
    t0 += v0;
    t1 += v1;
    t2 += v2;
    t3 += v3;
  }
  sums[l]! += t0;
  sums[l + 1]! += t1;
  sums[l + 2]! += t2;
  sums[l + 3]! += t3;
}
