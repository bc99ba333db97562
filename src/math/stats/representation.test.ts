import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalMatrix } from "../../../tests/support/arbitraryMatrix";
import {
  columnContributions,
  cos2,
  fromRows,
  hotellingT2,
  PCA_METHODS,
  pca,
  qResiduals,
  rowContributions,
  ShapeError,
  scores,
} from "..";

// About the mean (1, 2): (2, 2), (−2, −2), (1, −1), (−1, 1). Components along the diagonals, λ = 4 and 1.
const cross = fromRows([
  [3, 4],
  [-1, 0],
  [2, 1],
  [0, 3],
]);
const model = pca(cross);
const close = (got: ArrayLike<number>, want: ArrayLike<number>) => {
  expect(got.length).toBe(want.length);
  Array.from(want).forEach((value, k) => {
    expect(got[k]).toBeCloseTo(value, 13);
  });
};

describe("rowContributions", () => {
  it("is zero, not undefined, where every row stands at the mean", () => {
    expect([
      ...rowContributions(
        model,
        fromRows([
          [1, 2],
          [1, 2],
        ]),
      ).data,
    ]).toEqual([0, 0, 0, 0]);
  });
});

describe("cos2", () => {
  it("is 1 along a component, 0 across it, and 0 everywhere for a row at the mean", () => {
    close(cos2(model, cross).data, [1, 0, 1, 0, 0, 1, 0, 1]);
    close(
      cos2(
        model,
        fromRows([
          [1, 2],
          [2, 2],
          [1, 5],
        ]),
      ).data,
      [0, 0, 0.5, 0.5, 0.5, 0.5],
    );
  });
  it("counts a row that only rounding keeps from the mean as at it", () => {
    const tenths = pca(
      fromRows([
        [0.1, 1],
        [0.2, 3],
        [0.3, 8],
      ]),
    );
    const nearly = fromRows([[tenths.mean[0]! + 2 ** -53, tenths.mean[1]!]]);
    expect([...cos2(tenths, nearly).data]).toEqual([0, 0]);
    expect(cos2(tenths, fromRows([[0.2 + 1e-9, 4]])).data[0]).toBeGreaterThan(0);
  });
  it("adds to 1 over all components, at any size of the numbers", () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.boolean(), fc.constantFrom(1, 2 ** 600, 2 ** -600), (seed, standardise, size) => {
        const x = normalMatrix(9, 4, seed);
        x.data.set(x.data.map((v) => v * size));
        const { data } = cos2(pca(x, { standardise }), x);
        for (let i = 0; i < 9; i++)
          expect(data[4 * i]! + data[4 * i + 1]! + data[4 * i + 2]! + data[4 * i + 3]!).toBeCloseTo(1, 12);
      }),
    );
  });
  it("is less than 1 in all for a row that the components do not span", () => {
    const flat = pca(
      fromRows([
        [0, 0, 0],
        [1, 0, 0],
      ]),
    );
    const { data } = cos2(flat, fromRows([[1, 2, 2]]));
    expect(data[0]).toBeCloseTo(0.25 / 8.25, 14);
  });
});

describe("contributions", () => {
  it("of rows are t²/(nλ), and add to 1 for each component", () => {
    close(rowContributions(model, cross).data, [0.5, 0, 0.5, 0, 0, 0.5, 0, 0.5]);
    const x = normalMatrix(20, 3, 4);
    const fitted = pca(x, { divisor: "n-1" });
    const y = scores(fitted, x);
    close(
      rowContributions(fitted, x).data,
      y.data.map((t, k) => (t * t) / (19 * fitted.explainedVariance[k % 3]!)),
    );
  });
  it("of columns are squared loadings, and add to 1 for each component", () => {
    close(columnContributions(model).data, [0.5, 0.5, 0.5, 0.5]);
    const { data, cols } = columnContributions(pca(normalMatrix(9, 5, 1)));
    for (let j = 0; j < cols; j++)
      expect([0, 1, 2, 3, 4].reduce((sum, i) => sum + data[i * cols + j]!, 0)).toBeCloseTo(1, 13);
  });
  it("are zeros for a component that carries nothing, by every method", () => {
    const line = fromRows([
      [1, 2],
      [2, 4],
      [4, 8],
    ]);
    for (const method of PCA_METHODS) {
      const { data } = rowContributions(pca(line, { method }), line);
      expect([data[1], data[3], data[5]]).toEqual([0, 0, 0]);
      expect(data[0]! + data[2]! + data[4]!).toBeCloseTo(1, 13);
    }
    const still = fromRows([
      [3, 4],
      [3, 4],
    ]);
    expect([...rowContributions(pca(still), still).data]).toEqual([0, 0, 0, 0]);
  });
  it("have squares that neither overflow nor vanish", () => {
    const far = { ...cross, data: cross.data.map((v) => v * 2 ** 500) };
    close(rowContributions(pca(far), far).data, [0.5, 0, 0.5, 0, 0, 0.5, 0, 0.5]);
  });
});

describe("hotellingT2", () => {
  it("is Σ t²/λ over the kept components", () => {
    close(hotellingT2(model, cross), [2, 2, 2, 2]);
    close(hotellingT2(model, cross, 1), [2, 2, 0, 0]);
    close(hotellingT2(model, cross, 0), [0, 0, 0, 0]);
    close(
      hotellingT2(
        model,
        fromRows([
          [5, 6],
          [4, -1],
        ]),
      ),
      [8, 18],
    );
  });
  it("has the number of components as its mean over the fitted rows, without those that carry nothing", () => {
    const x = normalMatrix(50, 4, 9);
    const t2 = hotellingT2(pca(x), x, 3);
    expect(t2.reduce((sum, v) => sum + v, 0) / 50).toBeCloseTo(3, 12);
    const line = fromRows([
      [1, 2],
      [2, 4],
      [4, 8],
      [9, 18],
    ]);
    for (const method of PCA_METHODS)
      expect(hotellingT2(pca(line, { method }), line).reduce((sum, v) => sum + v, 0) / 4).toBeCloseTo(1, 12);
  });
});

describe("qResiduals", () => {
  it("is the squared distance from the kept components' plane", () => {
    close(qResiduals(model, cross), [0, 0, 0, 0]);
    close(qResiduals(model, cross, 1), [0, 0, 2, 2]);
    close(qResiduals(model, cross, 0), [8, 8, 2, 2]);
  });
  it("has the sum of the λ left out as its mean, standardised or not", () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.boolean(), fc.integer({ min: 0, max: 4 }), (seed, standardise, kept) => {
        const x = normalMatrix(30, 4, seed);
        const fitted = pca(x, { standardise });
        const left = fitted.explainedVariance.slice(kept).reduce((sum, v) => sum + v, 0);
        expect(qResiduals(fitted, x, kept).reduce((sum, v) => sum + v, 0) / 30).toBeCloseTo(left, 12);
      }),
    );
  });
  it("does not cancel: a row 1e−9 off the plane and 1e3 along it", () => {
    const [along, off] = [Math.SQRT1_2, Math.SQRT1_2 * 1e-9];
    const row = fromRows([[1 + along * 1e3 + off, 2 + along * 1e3 - off]]);
    expect(qResiduals(model, row, 1)[0]! / 1e-18).toBeCloseTo(1, 2);
  });
  it("refuses more components than there are, as does hotellingT2", () => {
    for (const distance of [hotellingT2, qResiduals]) {
      expect(() => distance(model, cross, 3)).toThrow(ShapeError);
      expect(() => distance(model, cross, -1)).toThrow("0 to 2 components kept");
    }
  });
});
