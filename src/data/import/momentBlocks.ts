/** The moments of rows that arrive one by one: collected in blocks, since a block's own mean keeps the digits that a sum loses. */
import { type Moments, mergeMoments, momentsOf, noMoments } from "../../math";

export interface MomentBlocks {
  add(row: Float64Array): void;
  /** The moments of all rows added, and for each column whether all its values were one. */
  finish(): { readonly moments: Moments; readonly constant: readonly boolean[] };
}

const BLOCK_NUMBERS = 2 ** 15;

/** Of rows of d numbers. O(d²) a row; memory bounded whatever the number of rows. */
export function createMomentBlocks(d: number): MomentBlocks {
  const capacity = Math.max(16, Math.floor(BLOCK_NUMBERS / Math.max(1, d)));
  const block = new Float64Array(capacity * d);
  const first = new Float64Array(d);
  const varies = new Uint8Array(d);
  let moments = noMoments(d);
  let filled = 0;
  const flush = () => {
    const data = block.subarray(0, filled * d);
    if (moments.n === 0) first.set(data.subarray(0, d));
    for (let k = 0; k < data.length; k += d) {
      for (let j = 0; j < d; j++) if (data[k + j] !== first[j]) varies[j] = 1;
    }
    moments = mergeMoments(moments, momentsOf({ rows: filled, cols: d, data }));
    filled = 0;
  };
  return {
    add(row) {
      block.set(row, filled * d);
      filled++;
      if (filled === capacity) flush();
    },
    finish() {
      if (filled > 0) flush();
      return { moments, constant: Array.from(varies, (varied) => varied === 0) };
    },
  };
}
