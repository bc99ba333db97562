import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalMatrix } from "../../../tests/support/arbitraryMatrix";
import { rotateColumns } from "./givens";
import { rotateSweep } from "./rotateSweep";

describe("rotateSweep", () => {
  it("does what its rotations do one after the other, and to no other column", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 2, max: 12 }), fc.nat(1e6), (rows, cols, seed) => {
        const [one, whole] = [normalMatrix(rows, cols, seed), normalMatrix(rows, cols, seed)];
        const angles = normalMatrix(1, cols, seed + 1).data;
        const [c, s] = [angles.map(Math.cos), angles.map(Math.sin)];
        const low = seed % (cols - 1);
        const end = low + 1 + ((seed >> 4) % (cols - 1 - low));
        for (let k = low; k < end; k++) rotateColumns(one.data, rows, cols, k, k + 1, c[k]!, s[k]!);
        rotateSweep(whole.data, low, cols, rows, c, s, low, end);
        expect(whole).toEqual(one);
      }),
      { numRuns: 60 },
    );
  });
});
