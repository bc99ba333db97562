import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalMatrix } from "../../../tests/support/arbitraryMatrix";
import { alignTo, descending, fromRows, signOf, svd, transpose } from "..";

describe("descending", () => {
  it("puts the largest first and keeps the order of equals", () => {
    expect(descending([1, 3, 2])).toEqual([1, 2, 0]);
    expect(descending([2, 5, 2, 5, -1])).toEqual([1, 3, 0, 2, 4]);
    expect(descending([])).toEqual([]);
  });
});

describe("signOf", () => {
  it("is the sign of the entry of largest size; zero counts as positive", () => {
    expect(signOf([1, -2, 1])).toBe(-1);
    expect(signOf([-1, 2, 1])).toBe(1);
    expect(signOf([0, 0])).toBe(1);
    expect(signOf([])).toBe(1);
  });

  it("lets the first of equals decide, equal to within a hair", () => {
    expect(signOf([-1, 1])).toBe(-1);
    expect(signOf([-1, 1 + 1e-13])).toBe(-1);
    expect(signOf([-1, 1 + 1e-11])).toBe(1);
  });

  it("reads a stretch of a longer row, by steps", () => {
    expect(signOf([-9, 1, -2, 9], 1, 1, 2)).toBe(-1);
    expect(signOf([-9, 1, -2, 9], 1, 1, 3)).toBe(1);
    expect(signOf([1, 9, -2, 0], 0, 2, 2)).toBe(-1);
    expect(signOf([-9], 0, 1, 0)).toBe(1);
  });
});

describe("alignTo", () => {
  it("undoes any flips of columns", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 6 }), fc.nat(1e6), (rows, cols, seed) => {
        const previous = normalMatrix(rows, cols, seed);
        const flips = normalMatrix(1, cols, seed + 1).data.map((v) => (v < 0 ? -1 : 1));
        const next = { ...previous, data: previous.data.map((v, k) => v * flips[k % cols]!) };
        expect(alignTo(previous, next)).toEqual(flips);
      }),
    );
  });

  it("leaves a column that turned by less than a right angle, or exactly one, or has no partner", () => {
    const previous = fromRows([
      [1, 1],
      [0, 0],
    ]);
    const next = fromRows([
      [0.1, 0, -1],
      [-5, 1, -1],
    ]);
    expect([...alignTo(previous, next)]).toEqual([1, 1, 1]);
    expect([...alignTo(next, previous)]).toEqual([1, 1]);
    const turned = fromRows([
      [-0.1, 0],
      [5, 1],
    ]);
    expect([...alignTo(previous, turned)]).toEqual([-1, 1]);
  });

  it("compares the rows that both have", () => {
    expect([...alignTo(fromRows([[1], [1]]), fromRows([[-1], [0], [9]]))]).toEqual([-1]);
    expect([...alignTo(fromRows([[-1], [0], [9]]), fromRows([[1], [1]]))]).toEqual([-1]);
  });

  it("keeps singular vectors from jumping while a matrix moves through the sign rule's edge", () => {
    // At t = 0 the two entries of the first right vector trade places as the larger.
    const at = (t: number) =>
      transpose(
        svd(
          fromRows([
            [2, -2 - t],
            [0.1, 0.1],
          ]),
        ).vt,
      );
    const [before, after] = [at(-1e-3), at(1e-3)];
    const signs = alignTo(before, after);
    expect([...signs]).toContain(-1);
    for (let j = 0; j < 2; j++)
      for (let i = 0; i < 2; i++)
        expect(Math.abs(signs[j]! * after.data[i * 2 + j]! - before.data[i * 2 + j]!)).toBeLessThanOrEqual(1e-2);
  });
});
