import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryMatrix, departure, orthonormal } from "../../../tests/support/arbitraryMatrix";
import { frobenius, residual, scaleOf, times } from "../../../tests/support/linalgOracle";
import {
  columnsTimes,
  orthogonalityRatio,
  RATIO,
  residualRatio,
  timesPowerOfTwo,
  turned,
  valuesRatio,
} from "../../../tests/support/ratios";
import { drawn, SPECTRA, symmetric as symmetricOf } from "../../../tests/support/spectra";
import {
  column,
  DomainError,
  diagonal,
  EPSILON,
  eigh,
  identity,
  type Matrix,
  matmul,
  matmulTransposed,
  ShapeError,
  signOf,
  zeros,
} from "..";

const symmetric = arbitraryMatrix(fc.integer({ min: 1, max: 20 })).map((a) => ({
  ...a,
  data: a.data.map((v, k) => v + a.data[(k % a.rows) * a.rows + Math.floor(k / a.rows)]!),
}));

describe("eigh", () => {
  it("is A = VΛVᵀ, V orthogonal with its signs fixed, largest first, for any rank and scale", () => {
    fc.assert(
      fc.property(symmetric, (a) => {
        const { values, vectors } = eigh(a);
        const k = scaleOf(a);
        const scaled = times(a, k);
        const rebuilt = matmulTransposed(matmul(vectors, diagonal(values.map((v) => v * k))), vectors);
        expect(residual(scaled, rebuilt)).toBeLessThanOrEqual(30);
        expect(departure(vectors)).toBeLessThanOrEqual(30);
        for (let j = 0; j < a.rows; j++) {
          if (j > 0) expect(values[j]!).toBeLessThanOrEqual(values[j - 1]!);
          expect(signOf(column(vectors, j))).toBe(1);
        }
        const trace = values.reduce((sum, v) => sum + v * k, 0);
        const diagonalSum = values.reduce((sum, _, i) => sum + scaled.data[i * (a.rows + 1)]!, 0);
        expect(Math.abs(trace - diagonalSum)).toBeLessThanOrEqual(30 * a.rows * EPSILON * frobenius(scaled));
      }),
      { numRuns: 80 },
    );
  });

  it("finds a chosen spectrum, repeated values too", () => {
    for (const values of [
      [3, 3, 3, -1, -1],
      [1e8, 1, 1e-4, 0, -1e8],
      [2, 1, 0, 0, 0],
    ]) {
      const q = orthonormal(5, 5, 7);
      const got = eigh(matmulTransposed(matmul(q, diagonal(values)), q)).values;
      values.forEach((value, i) => {
        expect(Math.abs(got[i]! - value)).toBeLessThanOrEqual(150 * EPSILON * Math.max(...values.map(Math.abs)));
      });
    }
  });

  it("reads the lower triangle, takes the identity and the empty matrix, refuses what is not square", () => {
    const upperIgnored = { rows: 2, cols: 2, data: Float64Array.of(2, 99, 1, 2) };
    expect([...eigh(upperIgnored).values].map((v) => Math.round(v * 1e12) / 1e12)).toEqual([3, 1]);
    expect(eigh(identity(3))).toEqual({ values: Float64Array.of(1, 1, 1), vectors: identity(3) });
    expect(eigh(zeros(0, 0)).values).toHaveLength(0);
    expect(() => eigh(zeros(2, 3))).toThrow(ShapeError);
  });

  /** Vectors and residual within LAPACK's ratios, largest first, signs fixed; A of order one. Returns the values. */
  const expectSound = (a: Matrix): Float64Array => {
    const { values, vectors } = eigh(a);
    expect(orthogonalityRatio(vectors)).toBeLessThanOrEqual(RATIO);
    expect(residualRatio(a, columnsTimes(vectors, values), turned(vectors))).toBeLessThanOrEqual(RATIO);
    for (let j = 0; j < a.rows; j++) {
      if (j > 0) expect(values[j]!).toBeLessThanOrEqual(values[j - 1]!);
      expect(signOf(column(vectors, j))).toBe(1);
    }
    return values;
  };
  const filled = (n: number, entry: (i: number, j: number) => number): Matrix => ({
    rows: n,
    cols: n,
    data: Float64Array.from({ length: n * n }, (_, k) =>
      entry(Math.max(Math.floor(k / n), k % n), Math.min(Math.floor(k / n), k % n)),
    ),
  });

  it("finds 2 − 2cos(kπ/(n + 1)) for the matrix 1-2-1 at every size around the small way's end, a panel's and a leaf's", () => {
    for (const n of [1, 2, 3, 4, 5, 8, 15, 16, 17, 31, 32, 33, 34, 47, 48, 49, 63, 64, 65, 66, 97, 130]) {
      const values = expectSound(filled(n, (i, j) => (i === j ? 2 : i === j + 1 ? -1 : 0)));
      const exact = Float64Array.from({ length: n }, (_, k) => 2 - 2 * Math.cos(((n - k) * Math.PI) / (n + 1)));
      expect(valuesRatio(values, exact, n)).toBeLessThanOrEqual(3);
    }
  });

  it("takes matrices of rank one, all zeros, all ones, blocks of far apart scales, at both ways' sizes", () => {
    for (const n of [7, 40, 48, 49, 70]) {
      expect(eigh(zeros(n, n))).toEqual({ values: new Float64Array(n), vectors: identity(n) });
      expect(eigh(identity(n))).toEqual({ values: new Float64Array(n).fill(1), vectors: identity(n) });
      const ones = expectSound(filled(n, () => 1));
      expect(valuesRatio(ones, [n, ...new Array(n - 1).fill(0)], n)).toBeLessThanOrEqual(RATIO);
      expectSound(filled(n, (i, j) => (i + 1) * (j + 1)));
      expectSound(filled(n, (i, j) => (i < n / 2 === j < n / 2 ? (i < n / 2 ? Math.cos(i + j * j) : 1e-250) : 0)));
      expectSound(filled(n, (i, j) => (Math.floor(i / 5) === Math.floor(j / 5) ? 1 / (1 + i + j) : 0)));
    }
  });

  it("finds LAPACK's five spectra at 200 and a random one at 300", () => {
    for (const spectrum of SPECTRA) {
      const { a, values } = symmetricOf({ rows: 200, cols: 200, spectrum, condition: 1e10, exponent: 0, seed: 5 });
      expect(valuesRatio(expectSound(a), values, 200)).toBeLessThanOrEqual(3);
    }
    expectSound(symmetricOf({ rows: 300, cols: 300, spectrum: "arithmetic", condition: 10, exponent: 0, seed: 6 }).a);
  });

  it("gives 2ᵏ times the values, and the same vectors to the bit, for 2ᵏ times the matrix", () => {
    fc.assert(
      fc.property(drawn("square", 60), fc.constantFrom(-900, -1, 1, 900), (draw, k) => {
        const { a } = symmetricOf({ ...draw, exponent: 0 });
        const [plain, scaled] = [eigh(a), eigh(timesPowerOfTwo(a, k))];
        expect(scaled.vectors).toEqual(plain.vectors);
        expect(scaled.values).toEqual(plain.values.map((v) => v * 2 ** k));
      }),
      { numRuns: 30 },
    );
  });

  it("leaves its argument as it was, and gives each small matrix results of its own", () => {
    const a = filled(4, (i, j) => 1 / (1 + i + j));
    const before = a.data.slice();
    const first = eigh(a);
    const [values, vectors] = [first.values.slice(), first.vectors.data.slice()];
    eigh(filled(9, (i, j) => i - j));
    expect(a.data).toEqual(before);
    expect(first.values).toEqual(values);
    expect(first.vectors.data).toEqual(vectors);
  });

  it("does not read above the diagonal where n is large either", () => {
    const n = 53;
    const a = filled(n, (i, j) => Math.cos(i * 3 + j * j));
    const lower = { ...a, data: a.data.map((v, k) => (k % n > Math.floor(k / n) ? 1 : v)) };
    expect(eigh(lower)).toEqual(eigh(a));
  });

  it("names an entry that is not finite", () => {
    expect(() => eigh({ rows: 2, cols: 2, data: Float64Array.of(1, 0, Number.NaN, 1) })).toThrow(
      new DomainError("eigh", "entry (1, 0) of A", "a finite number, not NaN"),
    );
    expect(() => eigh({ rows: 1, cols: 1, data: Float64Array.of(Number.NEGATIVE_INFINITY) })).toThrow(DomainError);
  });
});

describe("eigh beside a large value", () => {
  it("solves a block of denormals, whose scale overflowed as one number", () => {
    const n = 80;
    const tiny = 2 ** -1040;
    // 2 on the diagonal, 1 beside it: 2 + 2 cos(kπ/n).
    const a = zeros(n, n);
    for (let i = 1; i < n; i++) {
      a.data[i * n + i] = 2 * tiny;
      if (i > 1) a.data[i * n + i - 1] = tiny;
    }
    a.data[0] = 1;
    const { values, vectors } = eigh(a);
    expect(values[0]).toBe(1);
    for (let k = 1; k < n; k++)
      expect(Math.abs(values[k]! / tiny - 2 - 2 * Math.cos((k * Math.PI) / n))).toBeLessThan(1e-8);
    expect(orthogonalityRatio(vectors)).toBeLessThan(RATIO);
  });
});
