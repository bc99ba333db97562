/**
 * A_k = Σ_{i≤k} σᵢ uᵢ vᵢᵀ kept up to date: going from k to k′ adds or takes away only the layers between them.
 */
import { type Svd, zeros } from "../math";

export interface LayerSum {
  /** A_k, m × N, overwritten by `toward`. */
  readonly data: Float64Array;
  /** The k of `data`. */
  readonly rank: () => number;
  /** Moves towards rank k until it is reached or `enough` says stop; at least one step. 2mN flops for each layer. */
  toward(k: number, enough?: () => boolean): void;
}

/** Layers that go in at one pass over the sum. */
const AT_ONCE = 8;
/** Columns of the sum that stay in the first-level cache meanwhile. */
const WIDTH = 1024;
/** Layers added and taken away, in multiples of all layers, after which the sum is made anew so that rounding cannot build up. */
const RENEW_AFTER = 20;

export function createLayerSum(factors: Svd): LayerSum {
  const { u, s, vt } = factors;
  const data = zeros(u.rows, vt.cols).data;
  let rank = 0;
  let passed = 0;
  return {
    data,
    rank: () => rank,
    toward(k, enough = () => false) {
      const goal = Math.max(0, Math.min(s.length, Math.round(k)));
      if (goal < Math.abs(goal - rank) || passed > RENEW_AFTER * s.length) {
        data.fill(0);
        rank = 0;
        passed = 0;
      }
      while (rank !== goal) {
        const next = rank < goal ? Math.min(goal, rank + AT_ONCE) : Math.max(goal, rank - AT_ONCE);
        addLayers(data, factors, Math.min(rank, next), Math.max(rank, next), next > rank ? 1 : -1);
        passed += Math.abs(next - rank);
        rank = next;
        if (enough()) return;
      }
    },
  };
}

/** data += sign · Σ σₗ uₗ vₗᵀ over from ≤ l < to, in blocks of columns, four layers at a time. */
function addLayers(data: Float64Array, { u, s, vt }: Svd, from: number, to: number, sign: number): void {
  const [x, y, r, n] = [u.data, vt.data, u.cols, vt.cols];
  for (let left = 0; left < n; left += WIDTH) {
    const right = Math.min(n, left + WIDTH);
    for (let i = 0; i < u.rows; i++) {
      const row = i * n;
      let l = from;
      for (; l + 4 <= to; l += 4) {
        const a = sign * s[l]! * x[i * r + l]!;
        const b = sign * s[l + 1]! * x[i * r + l + 1]!;
        const c = sign * s[l + 2]! * x[i * r + l + 2]!;
        const d = sign * s[l + 3]! * x[i * r + l + 3]!;
        const [p, q] = [l * n, (l + 1) * n];
        const [v, w] = [(l + 2) * n, (l + 3) * n];
        for (let j = left; j < right; j++)
          data[row + j]! += a * y[p + j]! + b * y[q + j]! + (c * y[v + j]! + d * y[w + j]!);
      }
      for (; l < to; l++) {
        const a = sign * s[l]! * x[i * r + l]!;
        for (let j = left; j < right; j++) data[row + j]! += a * y[l * n + j]!;
      }
    }
  }
}
