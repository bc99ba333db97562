import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom, fromRows, type Matrix, pca } from "../../math";
import { caveats } from "./caveats";

const NAMES = ["a", "b", "c", "d", "e"];
const of = (rows: number[][], options = {}) => caveats(pca(fromRows(rows), options), NAMES, true);

describe("caveats", () => {
  it("says nothing of components that are what they seem", () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 30 }), fc.integer({ min: 2, max: 5 }), fc.nat(), (rows, cols, seed) => {
        const random = createRandom(seed);
        const x: Matrix = {
          rows,
          cols,
          data: Float64Array.from({ length: rows * cols }, (_, k) => (1 + (k % cols)) * random.normal()),
        };
        expect(caveats(pca(x), NAMES, true)).toEqual([]);
      }),
    );
  });

  it("names the equal eigenvalues of a square, of a cube, and of two planes", () => {
    const square = [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ];
    expect(of(square)).toEqual([
      "PC1 and PC2 keep the same variance, so their directions are arbitrary: turned among themselves they keep as much.",
    ]);
    const cross = (...lengths: number[]) =>
      lengths.flatMap((length, j) => [length, -length].map((v) => lengths.map((_, k) => (k === j ? v : 0))));
    expect(of(cross(2, 2, 2))).toEqual([
      "PC1 to PC3 keep the same variance, so their directions are arbitrary: turned among themselves they keep as much.",
    ]);
    expect(of(cross(3, 3, 1, 1))).toEqual([
      "PC1 and PC2 keep the same variance, so their directions are arbitrary: turned among themselves they keep as much.",
      "PC3 and PC4 keep the same variance, so their directions are arbitrary: turned among themselves they keep as much.",
    ]);
    expect(of(cross(3, 3 * (1 + 1e-4)))).toEqual([]);
  });

  it("says that the rows lie on a line, or vary in fewer dimensions, and that few rows cannot do more", () => {
    expect(
      of([
        [1, 2],
        [2, 4],
        [3, 6],
      ]),
    ).toEqual(["All rows lie on one line: PC1 holds everything, and no other component varies."]);
    expect(
      of([
        [1, 2, 0],
        [2, 4, 1],
        [3, 6, 5],
        [0, 0, 3],
      ]),
    ).toEqual(["The rows vary in 2 of 3 dimensions: what is beyond PC2 does not vary."]);
    expect(
      of([
        [1, 2, 0, 4],
        [2, 5, 1, 0],
        [3, 6, 5, 1],
      ]),
    ).toEqual([
      "The rows vary in 2 of 4 dimensions: what is beyond PC2 does not vary.",
      "3 rows can vary in no more than 2 dimensions.",
    ]);
    expect(
      of([
        [1, 2],
        [3, 5],
      ]),
    ).toEqual([
      "All rows lie on one line: PC1 holds everything, and no other component varies.",
      "2 rows can vary in no more than 1 dimension.",
    ]);
  });

  it("names a lone feature, and one that stands still", () => {
    expect(of([[1], [4], [2]])).toEqual(["a is the only feature, so PC1 is that feature, counted from its mean."]);
    const rows = [
      [1, 7, 3],
      [4, 7, 1],
      [2, 7, 2],
      [3, 7, 9],
    ];
    expect(of(rows)).toEqual([
      "The rows vary in 2 of 3 dimensions: what is beyond PC2 does not vary.",
      "b is the same in every row, and has no part in any component.",
    ]);
    // Standardised, it is left out, and the panel of the preparation says so.
    expect(caveats(pca(fromRows(rows), { standardise: true }), NAMES, true)).toEqual([]);
    expect(caveats(pca(fromRows(rows), { centre: false }), NAMES, false)).toEqual([]);
  });
});
