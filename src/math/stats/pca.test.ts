import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { departure, normalMatrix, orthonormal } from "../../../tests/support/arbitraryMatrix";
import {
  createRandom,
  DomainError,
  EPSILON,
  fromRows,
  inverseTransform,
  type Matrix,
  matmul,
  matmulTransposed,
  momentsOf,
  PCA_METHODS,
  type Pca,
  type PcaOptions,
  pca,
  pcaOfMoments,
  ShapeError,
  scores,
  transpose,
} from "..";

const table = fc
  .record({
    rows: fc.integer({ min: 2, max: 40 }),
    cols: fc.integer({ min: 1, max: 12 }),
    kind: fc.constantFrom("normal", "whole", "constant column", "zero", "repeated rows"),
    seed: fc.nat(1e6),
  })
  .map(({ rows, cols, kind, seed }): Matrix => {
    const x = normalMatrix(rows, cols, seed);
    const entry = (v: number, k: number) => {
      if (kind === "zero") return 0;
      if (kind === "constant column" && k % cols === 0) return 7;
      if (kind === "repeated rows") return x.data[k % (2 * cols)]!;
      return kind === "whole" ? Math.round(v) : v + 2;
    };
    return { ...x, data: x.data.map(entry) };
  });
const anyOptions: fc.Arbitrary<PcaOptions> = fc.record({
  centre: fc.boolean(),
  standardise: fc.boolean(),
  divisor: fc.constantFrom("n" as const, "n-1" as const),
  method: fc.constantFrom("auto" as const, ...PCA_METHODS),
});
const close = (got: ArrayLike<number>, want: ArrayLike<number>, tolerance: number) => {
  expect(got.length).toBe(want.length);
  Array.from(want).forEach((value, k) => {
    expect(Math.abs(got[k]! - value)).toBeLessThanOrEqual(tolerance);
  });
};
/** Rows with the given singular values, about the origin. */
const withSpectrum = (n: number, d: number, values: readonly number[], seed: number): Matrix => {
  const k = values.length;
  const u = orthonormal(n, k, seed);
  return matmul({ ...u, data: u.data.map((v, i) => v * values[i % k]!) }, transpose(orthonormal(d, k, seed + 1)));
};

describe("pca", () => {
  it("of four points is what paper and pencil give, by every method", () => {
    // Columns with mean (1, 2); about it (±2, ±2) along the diagonal and (±1, ∓1) across: C = ½[[5, 3], [3, 5]].
    const x = fromRows([
      [3, 4],
      [-1, 0],
      [2, 1],
      [0, 3],
    ]);
    for (const method of PCA_METHODS) {
      const model = pca(x, { method });
      expect(model.method).toBe(method);
      expect([...model.mean]).toEqual([1, 2]);
      expect([...model.scale]).toEqual([1, 1]);
      expect([...model.columns]).toEqual([0, 1]);
      expect(model.n).toBe(4);
      close(model.explainedVariance, [4, 1], 1e-14);
      close(model.explainedVarianceRatio, [0.8, 0.2], 1e-15);
      close(model.components.data, [Math.SQRT1_2, Math.SQRT1_2, Math.SQRT1_2, -Math.SQRT1_2], 1e-14);
      close(pca(x, { method, divisor: "n-1" }).explainedVariance, [16 / 3, 4 / 3], 1e-14);
      const correlation = pca(x, { method, standardise: true });
      close(correlation.explainedVariance, [1.6, 0.4], 1e-14);
      close(correlation.scale, [Math.sqrt(2.5), Math.sqrt(2.5)], 1e-15);
      // About the origin: C + mean meanᵀ = [[3.5, 3.5], [3.5, 6.5]], trace 10, determinant 10.5.
      const origin = pca(x, { method, centre: false });
      expect([...origin.mean]).toEqual([0, 0]);
      close(origin.explainedVariance, [5 + Math.sqrt(14.5), 5 - Math.sqrt(14.5)], 1e-13);
    }
  });

  it("has orthonormal components, λ falling and adding to the variance, and rebuilds the rows, by every method and option", () => {
    fc.assert(
      fc.property(table, anyOptions, (x, options) => {
        const model = pca(x, options);
        const { explainedVariance: lambda, components, columns } = model;
        const k = Math.min(x.rows, columns.length);
        expect([lambda.length, components.rows, components.cols]).toEqual([k, columns.length, k]);
        if (k === 0) return;
        expect(departure(components)).toBeLessThan(30);
        for (let j = 1; j < k; j++) expect(lambda[j]).toBeLessThanOrEqual(lambda[j - 1]! * (1 + 1e-12));
        expect(lambda[k - 1]).toBeGreaterThanOrEqual(0);
        const y = scores(model, x);
        const by = options.divisor === "n" ? x.rows : x.rows - 1;
        const c = matmul(transpose(y), y);
        const size = (lambda[0]! + 1e-300) * 1e-12;
        for (let p = 0; p < k; p++)
          for (let q = 0; q < k; q++)
            expect(Math.abs(c.data[p * k + q]! / by - (p === q ? lambda[p]! : 0))).toBeLessThan(size);
        const rebuilt = inverseTransform(model, y);
        for (let i = 0; i < x.rows; i++)
          columns.forEach((column, j) => {
            expect(Math.abs(rebuilt.data[i * columns.length + j]! - x.data[i * x.cols + column]!)).toBeLessThan(1e-12);
          });
      }),
      { numRuns: 300 },
    );
  });

  it("spans the same subspace by every method where λ are well apart, and says which λ it can tell from zero", () => {
    for (const [n, d] of [
      [40, 6],
      [6, 40],
      [12, 12],
    ] as const) {
      const x = withSpectrum(n, d, [9, 4, 1, 1e-10], n);
      const models = Object.fromEntries(
        PCA_METHODS.map((method) => [method, pca(x, { method, centre: false })]),
      ) as Record<(typeof PCA_METHODS)[number], Pca>;
      for (const method of PCA_METHODS) {
        const model = models[method];
        const k = model.components.cols;
        close(model.explainedVariance.slice(0, 3), [81 / n, 16 / n, 1 / n], 1e-13);
        for (let i = 0; i < d; i++)
          close(
            model.components.data.subarray(i * k, i * k + 3),
            models.svd.components.data.subarray(i * k, i * k + 3),
            1e-12,
          );
      }
      // σ₄ = 1e−10: its square is below the rounding of C and far above that of the rows.
      expect(Math.abs(models.svd.explainedVariance[3]! / (1e-20 / n) - 1)).toBeLessThan(1e-4);
      expect(models.svd.explainedVariance[3]).toBeGreaterThan(models.svd.zeroVariance);
      expect(models.covariance.explainedVariance[3]).toBeLessThan(models.covariance.zeroVariance);
      expect(models.gram.explainedVariance[3]).toBeLessThan(models.gram.zeroVariance);
      expect(models.gram.zeroVariance).toBeCloseTo((81 / n) * Math.max(n, d) * EPSILON, 20);
      expect(departure(models.gram.components)).toBeLessThan(30);
    }
  });

  it("keeps a graded spectrum's components orthonormal by the Gram of the rows", () => {
    const x = withSpectrum(
      20,
      90,
      Array.from({ length: 20 }, (_, j) => 10 ** -j),
      5,
    );
    expect(departure(pca(x, { method: "gram", centre: false }).components)).toBeLessThan(30);
    expect(departure(pca(x, { method: "gram" }).components)).toBeLessThan(30);
  });

  it("of 25 rows that repeat two, whose Gram of rank one eigh once did not diagonalise", () => {
    const x: Matrix = {
      rows: 25,
      cols: 1,
      data: Float64Array.from({ length: 25 }, (_, i) => [-0.8868947106344905, -0.5400935828026158][i % 2]!),
    };
    const model = pca(x, { method: "gram", centre: false });
    close(model.explainedVariance, [x.data.reduce((sum, v) => sum + v * v, 0) / 25], 1e-15);
    expect([...model.components.data]).toEqual([1]);
  });

  it("chooses the method by cost", () => {
    expect(pca(normalMatrix(100, 20, 1)).method).toBe("svd");
    expect(pca(normalMatrix(100, 20, 1), { method: "auto" }).method).toBe("svd");
    expect(pca(normalMatrix(2100, 32, 1)).method).toBe("covariance");
    expect(pca(normalMatrix(40, 1300, 1)).method).toBe("gram");
    expect(pca(normalMatrix(130, 130, 1)).method).toBe("covariance");
    const model = pcaOfMoments(momentsOf(normalMatrix(5, 2, 1)));
    expect(model.method).toBe("covariance");
  });

  it("turns its components with the rows, and scales λ with their square", () => {
    const x = normalMatrix(60, 5, 3);
    const turn = orthonormal(5, 5, 4);
    const [a, b] = [pca(x), pca(matmul(x, turn))];
    close(b.explainedVariance, a.explainedVariance, 1e-13);
    const doubled = pca({ ...x, data: x.data.map((v) => 8 * v) });
    expect([...doubled.explainedVariance]).toEqual([...a.explainedVariance.map((v) => 64 * v)]);
    expect([...doubled.components.data]).toEqual([...a.components.data]);
  });

  it.each([2 ** 600, 2 ** -600, 2 ** -1040])("takes entries of size %d", (size) => {
    const x = normalMatrix(30, 3, 1);
    x.data.set(x.data.map((v) => Math.round(v * 1024) / 1024));
    const far = { ...x, data: x.data.map((v) => v * size) };
    for (const method of PCA_METHODS) {
      const [near, model] = [pca(x, { method }), pca(far, { method })];
      // A mean itself rounds to the spacing of denormals.
      const spacing = 2 ** -1074 / size + 1e-12;
      close(model.components.data, near.components.data, 1e-12);
      close(model.explainedVarianceRatio, near.explainedVarianceRatio, 1e-12);
      close(
        model.mean.map((v) => v / size),
        near.mean,
        spacing,
      );
      if (size > 2 ** -500 && size < 1)
        close(
          model.explainedVariance.map((v) => v / size / size),
          near.explainedVariance,
          1e-12,
        );
    }
    // Squares beyond the range of a double are what they are.
    if (size === 2 ** 600) expect(pca(far).explainedVariance[0]).toBe(Number.POSITIVE_INFINITY);
    const mixed = { ...x, data: x.data.map((v, k) => (k % 3 === 1 ? v * size : v)) };
    const [near, model] = [pca(x, { standardise: true }), pca(mixed, { standardise: true })];
    close(model.explainedVariance, near.explainedVariance, 1e-12);
    close(model.components.data, near.components.data, 1e-12);
    expect(model.scale[1]! / size).toBeCloseTo(near.scale[1]!, 10);
    expect(model.scale[0]).toBeCloseTo(near.scale[0]!, 12);
  });

  it("is right far from the origin: mean 1e8, deviation 1", () => {
    const x = normalMatrix(2000, 3, 7);
    x.data.set(x.data.map((v) => Math.round(v * 2 ** 20) / 2 ** 20));
    const far = { ...x, data: x.data.map((v) => v + 1e8) };
    for (const method of ["svd", "covariance"] as const)
      close(pca(far, { method }).explainedVariance, pca(x, { method }).explainedVariance, 1e-9);
  });

  it("of one column is its variance, of equal columns one component", () => {
    for (const method of PCA_METHODS) {
      const one = pca(fromRows([[1], [2], [6]]), { method });
      close(one.explainedVariance, [14 / 3], 1e-14);
      expect([...one.components.data]).toEqual([1]);
      const twice = pca(
        fromRows([
          [1, 1],
          [2, 2],
          [6, 6],
        ]),
        { method },
      );
      close(twice.explainedVariance, [28 / 3, 0], 1e-14);
      close(twice.explainedVarianceRatio, [1, 0], 1e-14);
    }
  });

  it("leaves constant columns out of a correlation, and has zeros, not NaN, where nothing varies", () => {
    const x = fromRows([
      [0.1, 1, 5],
      [0.1, 2, 3],
      [0.1, 4, 4],
    ]);
    expect([...pca(x, { standardise: true }).columns]).toEqual([1, 2]);
    for (const method of PCA_METHODS) {
      const still = pca(
        fromRows([
          [3, 4],
          [3, 4],
          [3, 4],
        ]),
        { method },
      );
      expect([...still.explainedVariance, ...still.explainedVarianceRatio]).toEqual([0, 0, 0, 0]);
      expect(departure(still.components)).toBeLessThan(30);
      const none = pca(
        fromRows([
          [3, 4],
          [3, 4],
        ]),
        { method, standardise: true },
      );
      expect([none.columns.length, none.components.cols, none.explainedVariance.length]).toEqual([0, 0, 0]);
    }
  });

  it("does not change its input, and refuses what has no components, naming it", () => {
    const x = normalMatrix(5, 3, 1);
    const before = x.data.slice();
    for (const method of PCA_METHODS) pca(x, { method, standardise: true });
    expect(x.data).toEqual(before);
    expect(() => pca(fromRows([[1, 2]]))).toThrow(ShapeError);
    expect(() => pca(fromRows([[1, 2]]))).toThrow("pca: expected at least two rows, got 1");
    expect(() => pca({ rows: 3, cols: 0, data: new Float64Array(0) })).toThrow("at least one column");
    expect(() =>
      pca(
        fromRows([
          [1, 2],
          [Number.NaN, 3],
        ]),
      ),
    ).toThrow(DomainError);
    expect(() =>
      pca(
        fromRows([
          [1, 2],
          [1, Number.POSITIVE_INFINITY],
        ]),
      ),
    ).toThrow("entry (1, 1)");
  });
});

describe("inverseTransform", () => {
  it("of no score is the mean, of all the row; more than there are is refused", () => {
    const x = normalMatrix(7, 3, 2);
    const model = pca(x, { standardise: true });
    const y = scores(model, x);
    close(
      inverseTransform(model, y, 0).data,
      Float64Array.from({ length: 21 }, (_, k) => model.mean[k % 3]!),
      1e-15,
    );
    close(inverseTransform(model, y).data, x.data, 1e-13);
    const one = inverseTransform(model, y, 1);
    const line = matmulTransposed(
      { rows: 7, cols: 1, data: Float64Array.from({ length: 7 }, (_, i) => y.data[i * 3]!) },
      {
        rows: 3,
        cols: 1,
        data: Float64Array.from({ length: 3 }, (_, i) => model.components.data[i * 3]!),
      },
    );
    close(
      one.data,
      line.data.map((v, k) => v * model.scale[k % 3]! + model.mean[k % 3]!),
      1e-14,
    );
    expect(() => inverseTransform(model, y, 4)).toThrow("at most 3 kept scores");
  });
});

it("pca of 2,000 × 50 by its rows and by its moments agree", () => {
  const random = createRandom(1);
  const x: Matrix = {
    rows: 2000,
    cols: 50,
    data: Float64Array.from({ length: 1e5 }, (_, k) => random.normal() * (1 + (k % 50))),
  };
  const [fast, sure] = [pca(x), pca(x, { method: "svd" })];
  expect([fast.method, sure.method]).toEqual(["covariance", "svd"]);
  close(fast.explainedVariance, sure.explainedVariance, 1e-10);
});

describe("rows that a model does not fit", () => {
  const model = pca(normalMatrix(6, 3, 1));

  it("are refused, where their scores were NaN", () => {
    expect(() => scores(model, normalMatrix(2, 2, 2))).toThrow(
      new ShapeError("standardised", "at least 3 columns", "2"),
    );
    expect(scores(model, normalMatrix(2, 3, 2)).cols).toBe(3);
  });

  it("nor is a number of scores that is not there", () => {
    for (const kept of [-1, 4]) expect(() => inverseTransform(model, normalMatrix(2, 3, 2), kept)).toThrow(ShapeError);
  });
});

describe("pca by the rows' Gram of rows that are nearly all alike", () => {
  it("has orthonormal components where the directions left over are nearly dependent", () => {
    const a = [0.37806372822125955, -0.3811898808915933, 1.5274726934563145, -0.2869120558825112, -1.4873578601928663];
    const b = [-1.1518015631466907, 0.7757627187211648, 0.08877736182745498, -1.0972122492609249, 0.4439862880936103];
    const { components } = pca(fromRows([a, b, a, b, a]), { method: "gram", standardise: true });
    expect(departure(components)).toBeLessThan(30);
  });
});
