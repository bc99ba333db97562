/** The moments of rows that arrive one by one: collected in blocks, since a block's own mean keeps the digits that a sum loses. */

import { type Moments, mergeMoments, noMoments, type PartMoments, partMoments, settled } from "../../math";
import { MOST_WITH_COMOMENT } from "../dataset";
import { createColumnMeans } from "./columnMeans";

export interface MomentBlocks {
  add(row: Float64Array): void;
  /** The moments of all rows added, and for each column whether all its values were one. */
  finish(): { readonly moments: Moments; readonly constant: readonly boolean[] };
}

const BLOCK_NUMBERS = 2 ** 15;

/** Of rows of d numbers. O(d²) a row; memory bounded whatever the number of rows. */
export function createMomentBlocks(d: number): MomentBlocks {
  if (d > MOST_WITH_COMOMENT) return createMeansAlone(d);
  const capacity = Math.max(16, Math.floor(BLOCK_NUMBERS / Math.max(1, d)));
  const block = new Float64Array(capacity * d);
  const first = new Float64Array(d);
  const varies = new Uint8Array(d);
  let moments: PartMoments = noMoments(d);
  let filled = 0;
  const flush = () => {
    const data = block.subarray(0, filled * d);
    if (moments.n === 0) first.set(data.subarray(0, d));
    for (let k = 0; k < data.length; k += d) {
      for (let j = 0; j < d; j++) if (data[k + j] !== first[j]) varies[j] = 1;
    }
    moments = mergeMoments(moments, partMoments({ rows: filled, cols: d, data }));
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
      return { moments: settled(moments), constant: Array.from(varies, (varied) => varied === 0) };
    },
  };
}

/** Of a table too wide for its comoment, which is left empty. O(d) a row. */
function createMeansAlone(d: number): MomentBlocks {
  const means = createColumnMeans(d);
  const first = new Float64Array(d);
  const varies = new Uint8Array(d);
  let n = 0;
  return {
    add(row) {
      if (n++ === 0) first.set(row);
      for (let j = 0; j < d; j++) if (row[j] !== first[j]) varies[j] = 1;
      means.add(row);
    },
    finish() {
      const mean = means.finish({ n: 0, mean: new Float64Array(d), comoment: new Float64Array(0) });
      return {
        moments: { n, mean, comoment: new Float64Array(0) },
        constant: Array.from(varies, (varied) => varied === 0),
      };
    },
  };
}
