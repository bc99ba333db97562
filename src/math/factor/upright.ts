/**
 * What svd, singularValues and lstsq begin with: of A and Aᵀ the one that is at least as tall as wide, times a power of two so that no
 * square over- or underflows, and reduced to its triangle first where it is much taller than wide (Chan 1982).
 */
import type { BlockReflector } from "../kernels/blockReflector";
import { triangularise } from "../kernels/triangularise";
import { largestFinite } from "../matrix/finite";
import type { Matrix } from "../matrix/matrix";
import { powerOfTwoScale } from "../matrix/scaling";

export interface Upright {
  /** Rows and columns of the tall one of A and Aᵀ, m ≥ n. */
  readonly m: number;
  readonly n: number;
  /** Whether it is Aᵀ. */
  readonly wide: boolean;
  /** What it was multiplied by. */
  readonly up: number;
  readonly up2: number;
  /** The tall matrix, row-major, or the n × n triangle R of its QR. */
  readonly w: Float64Array;
  /** Rows of `w`: m, or n where it is R. */
  readonly tall: number;
  /** Q of that QR, none where there was none. */
  readonly panels: readonly BlockReflector[];
}

/** Past this ratio of rows to columns a QR first costs less than it saves, but for few columns, where panels do not pay. */
const TALL = 1.6;
const FEW = 64;

/** Rows that are turned into columns together: as many entries share a line of the cache. */
const STRIP = 8;

/** A new copy. Throws DomainError on a NaN or an infinity. O(mn), or 2mn² flops with the QR. */
export function upright(routine: string, a: Matrix): Upright {
  const [up, up2] = powerOfTwoScale(largestFinite(routine, a));
  const wide = a.rows < a.cols;
  const m = Math.max(a.rows, a.cols);
  const n = Math.min(a.rows, a.cols);
  if (m <= TALL * n || n <= FEW) return { m, n, wide, up, up2, w: copy(a, wide, up, up2), tall: m, panels: [] };
  const columns = copy(a, !wide, up, up2);
  const panels = triangularise(columns, m, n);
  const r = new Float64Array(n * n);
  for (let j = 0; j < n; j++) for (let i = 0; i <= j; i++) r[i * n + j] = columns[j * m + i]!;
  return { m, n, wide, up, up2, w: r, tall: n, panels };
}

function copy({ rows, cols, data }: Matrix, turned: boolean, up: number, up2: number): Float64Array {
  const out = new Float64Array(data.length);
  if (!turned) for (let i = 0; i < data.length; i++) out[i] = data[i]! * up * up2;
  else
    for (let start = 0; start < rows; start += STRIP) {
      const end = Math.min(rows, start + STRIP);
      for (let j = 0; j < cols; j++)
        for (let i = start; i < end; i++) out[j * rows + i] = data[i * cols + j]! * up * up2;
    }
  return out;
}
