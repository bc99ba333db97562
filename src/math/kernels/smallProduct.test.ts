import { describe, expect, it } from "vitest";
import { normalMatrix } from "../../../tests/support/arbitraryMatrix";
import { product, turned } from "../../../tests/support/ratios";
import { type Matrix, matmul, matmulTransposed, transposedMatmul } from "..";

/** Whole numbers, so that every order of summation gives the same bits. */
const whole = (rows: number, cols: number, seed: number): Matrix => {
  const a = normalMatrix(rows, cols, seed);
  return { ...a, data: a.data.map((v) => Math.round(10 * v) + 0) };
};
const SIZES = [0, 1, 2, 3, 4, 5, 7, 8, 9];

describe("products too small to pack", () => {
  it("are three loops' for every remainder of rows and columns, with either factor transposed", () => {
    for (const m of SIZES)
      for (const n of SIZES)
        for (const k of [0, 1, 2, 5]) {
          const [a, b] = [whole(m, k, m + 1), whole(k, n, n + 50)];
          const expected = product(a, b);
          const name = `${m} × ${k} × ${n}`;
          expect(matmul(a, b), name).toEqual(expected);
          expect(matmulTransposed(a, turned(b)), name).toEqual(expected);
          expect(transposedMatmul(turned(a), b), name).toEqual(expected);
        }
  });

  it("join the packed ones at 2¹⁵ multiplications", () => {
    for (const k of [32, 33]) {
      const [a, b] = [whole(32, k, 1), whole(k, 32, 2)];
      const expected = product(a, b);
      expect(matmul(a, b)).toEqual(expected);
      expect(matmulTransposed(a, turned(b))).toEqual(expected);
      expect(transposedMatmul(turned(a), b)).toEqual(expected);
    }
  });
});
