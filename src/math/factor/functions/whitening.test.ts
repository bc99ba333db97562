import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  difference,
  oneNorm,
  product,
  RATIO,
  residualRatio,
  timesPowerOfTwo,
  turned,
} from "../../../../tests/support/ratios";
import { drawn, symmetric } from "../../../../tests/support/spectra";
import {
  DomainError,
  diagonal,
  EPSILON,
  eigh,
  fromRows,
  identity,
  inverseSqrtCovariance,
  type Matrix,
  matmul,
  ShapeError,
  sqrtCovariance,
  whitening,
  zeros,
} from "../..";

const covariances = drawn("square", 16).map((draw) => ({ ...draw, condition: Math.min(draw.condition, 1e10) }));
const close = (x: Matrix, values: number[], digits = 14) =>
  values.forEach((v, i) => {
    expect(x.data[i]).toBeCloseTo(v, digits);
  });

describe("sqrtCovariance", () => {
  it("squares to C, symmetric to the bit and psd, at every scale", () => {
    fc.assert(
      fc.property(covariances, (draw) => {
        const { a } = symmetric(draw, true);
        const { root, rank, indefinite } = sqrtCovariance(a);
        const unit = timesPowerOfTwo(root, -draw.exponent / 2);
        expect(residualRatio(timesPowerOfTwo(a, -draw.exponent), unit, unit)).toBeLessThan(RATIO);
        expect(turned(root).data).toEqual(root.data);
        expect([rank, indefinite]).toEqual([a.rows, false]);
        expect(eigh(unit).values[a.rows - 1]).toBeGreaterThan(0);
      }),
    );
  });

  it("knows exact roots, and what is not a covariance", () => {
    expect(sqrtCovariance(diagonal([4, 9, 0]))).toMatchObject({ rank: 2, indefinite: false });
    close(sqrtCovariance(diagonal([4, 9, 0])).root, [2, 0, 0, 0, 3, 0, 0, 0, 0]);
    // [[2, 1], [1, 2]]² = [[5, 4], [4, 5]].
    close(
      sqrtCovariance(
        fromRows([
          [5, 4],
          [4, 5],
        ]),
      ).root,
      [2, 1, 1, 2],
    );
    expect(sqrtCovariance(diagonal([4, -1])).indefinite).toBe(true);
    close(sqrtCovariance(diagonal([4, -1])).root, [2, 0, 0, 0]);
    expect(sqrtCovariance(diagonal([-4, -1]))).toMatchObject({ rank: 0, indefinite: true });
    expect(sqrtCovariance(diagonal([1, -2 * EPSILON])).indefinite).toBe(false);
    expect(sqrtCovariance(zeros(2, 2))).toEqual({ root: zeros(2, 2), rank: 0, indefinite: false });
    expect(sqrtCovariance(zeros(0, 0)).rank).toBe(0);
    expect(() => sqrtCovariance(zeros(2, 3))).toThrow(ShapeError);
    expect(() => sqrtCovariance(fromRows([[Number.NaN]]))).toThrow(DomainError);
  });
});

describe("inverseSqrtCovariance", () => {
  it("leaves out directions under nε·λ₁", () => {
    const { root, rank } = inverseSqrtCovariance(diagonal([4, 1e-17, 0.25]));
    close(root, [0.5, 0, 0, 0, 0, 0, 0, 0, 2]);
    expect(rank).toBe(2);
    expect(inverseSqrtCovariance(diagonal([1, 2 * EPSILON])).rank).toBe(1);
    expect(inverseSqrtCovariance(diagonal([1, 3 * EPSILON])).rank).toBe(2);
  });
});

describe("whitening", () => {
  it("makes W C Wᵀ = I, ZCA symmetric, PCA with the largest component first", () => {
    fc.assert(
      fc.property(covariances, fc.constantFrom("zca", "pca"), (draw, kind) => {
        const { a } = symmetric({ ...draw, exponent: 0 }, true);
        const { matrix: w, rank, indefinite } = whitening(a, kind as "zca" | "pca");
        expect([rank, indefinite]).toEqual([a.rows, false]);
        const white = product(product(w, a), turned(w));
        // What rounding of C itself does to W C Wᵀ grows with the condition.
        expect(oneNorm(difference(white, identity(a.rows)))).toBeLessThan(
          RATIO * a.rows ** 2 * EPSILON * draw.condition,
        );
        if (kind === "zca") expect(turned(w).data).toEqual(w.data);
      }),
    );
    const c = fromRows([
      [5, 4],
      [4, 5],
    ]);
    close(whitening(c, "zca").matrix, [2 / 3, -1 / 3, -1 / 3, 2 / 3]);
    const [h, s] = [1 / (3 * Math.SQRT2), Math.SQRT1_2];
    close(whitening(c, "pca").matrix, [h, h, s, -s]);
  });

  it("of rank r has r rows in PCA, and in ZCA the projection on what varies", () => {
    const c = fromRows([
      [1, 2],
      [2, 4],
    ]);
    const pca = whitening(c, "pca");
    expect([pca.matrix.rows, pca.matrix.cols, pca.rank]).toEqual([1, 2, 1]);
    close(pca.matrix, [0.2, 0.4]);
    const zca = whitening(c, "zca");
    expect(zca.rank).toBe(1);
    close(matmul(matmul(zca.matrix, c), zca.matrix), [0.2, 0.4, 0.4, 0.8]);
    expect(whitening(diagonal([1, -1]), "pca").indefinite).toBe(true);
    expect(whitening(diagonal([1, -1]), "zca").indefinite).toBe(true);
    expect(whitening(zeros(2, 2), "pca").matrix).toEqual(zeros(0, 2));
  });
});

describe("a covariance at the ends of the range", () => {
  it("has a root where its largest eigenvalue is past the largest double", () => {
    const big = 2 ** 1022;
    // 2¹⁰²³ [[1.5, 0.75], [0.75, 1.5]]: λ = 2.25 and 0.75 times 2¹⁰²³.
    const c = fromRows([
      [3 * big, 1.5 * big],
      [1.5 * big, 3 * big],
    ]);
    const { root, rank } = sqrtCovariance(c);
    expect(rank).toBe(2);
    const unit = { ...root, data: root.data.map((v) => v / 2 ** 511) };
    close(matmul(unit, unit), [3, 1.5, 1.5, 3]);
    expect(whitening(c, "pca").rank).toBe(2);
  });

  it("keeps its digits where the eigenvalues are denormal", () => {
    const tiny = 2 ** -1060;
    const c = fromRows([
      [2 * tiny, tiny],
      [tiny, 2 * tiny],
    ]);
    const w = inverseSqrtCovariance(c).root;
    const unit = { ...w, data: w.data.map((v) => v * 2 ** -530) };
    close(matmul(unit, unit), [2 / 3, -1 / 3, -1 / 3, 2 / 3]);
  });
});
