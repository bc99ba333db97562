import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom, type Matrix, pca } from "../../math";
import { scoresOfRow } from "./model";
import { movedInFrame } from "./movedRow";
import { componentFrame, featureFrame, projectInto } from "./space/frames";

const tables = fc
  .record({ rows: fc.integer({ min: 4, max: 20 }), cols: fc.integer({ min: 3, max: 6 }), seed: fc.nat() })
  .map(({ rows, cols, seed }): Matrix => {
    const random = createRandom(seed);
    return {
      rows,
      cols,
      data: Float64Array.from({ length: rows * cols }, (_, k) => 10 + (1 + (k % cols)) * random.normal()),
    };
  });
const place = fc.tuple(...[0, 1, 2].map(() => fc.double({ min: -9, max: 9, noNaN: true })));
const row = ({ data, cols }: Matrix, i: number) => data.slice(i * cols, (i + 1) * cols);
const carried = (x: Matrix, i: number, change: readonly (readonly [number, number])[]) => {
  const data = row(x, i);
  for (const [feature, value] of change) data[feature] = value;
  return { rows: 1, cols: x.cols, data };
};

describe("movedInFrame", () => {
  it("brings the row to the place it was carried to, and nowhere else, by components and by features", () => {
    fc.assert(
      fc.property(tables, place, fc.boolean(), (x, to, standardise) => {
        const model = pca(x, { standardise });
        for (const frame of [componentFrame(model, [2, 0, 1]), featureFrame(x.cols, [1, 0, 2])]) {
          const moved = carried(x, 1, movedInFrame(model, x, 1, frame, to));
          const now = projectInto(new Float64Array(3), model, moved, frame);
          for (const [c, y] of now.entries()) expect(Math.abs(y - (to[c] as number))).toBeLessThan(1e-10);
        }
        // V Δy: the scores that are not on the axes stay.
        const moved = carried(x, 1, movedInFrame(model, x, 1, componentFrame(model, [0, 1, 2]), to));
        const [was, is] = [scoresOfRow(model, x, 1), scoresOfRow(model, moved, 0)];
        for (let k = 3; k < is.length; k++)
          expect(Math.abs((is[k] as number) - (was[k] as number))).toBeLessThan(1e-10);
      }),
    );
  });

  it("leaves the features alone that are on no axis, to the bit", () => {
    fc.assert(
      fc.property(tables, place, (x, to) => {
        const model = pca(x);
        const change = movedInFrame(model, x, 0, featureFrame(x.cols, [2, 0]), to.slice(0, 2));
        expect(change.map(([feature]) => feature)).toEqual([0, 2]);
      }),
    );
  });

  it("gives no value that is not finite", () => {
    const x: Matrix = { rows: 3, cols: 2, data: Float64Array.of(1, 2, 3, 4, 5, 7) };
    expect(movedInFrame(pca(x), x, 0, featureFrame(2, [0, 1]), [Number.POSITIVE_INFINITY, 1])).toEqual([]);
  });
});
