import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalMatrix, orthonormal } from "../../../tests/support/arbitraryMatrix";
import { frobenius, minus, residual } from "../../../tests/support/linalgOracle";
import {
  cholesky,
  DomainError,
  diagonal,
  EPSILON,
  fromRows,
  gram,
  identity,
  matmul,
  matmulTransposed,
  ShapeError,
  solveCholesky,
  zeros,
} from "..";

const size = fc.integer({ min: 1, max: 16 });

describe("cholesky", () => {
  it("is A = LLᵀ with a positive diagonal for a Gram matrix", () => {
    fc.assert(
      fc.property(size, fc.nat(1e6), (n, seed) => {
        const a = gram(normalMatrix(n + 4, n, seed));
        const got = cholesky(a);
        if (!got.spd) throw new Error("positive definite, but refused");
        const { l } = got;
        expect(residual(a, matmulTransposed(l, l))).toBeLessThanOrEqual(30);
        for (let i = 0; i < n; i++) {
          expect(l.data[i * (n + 1)]).toBeGreaterThan(0);
          for (let j = i + 1; j < n; j++) expect(l.data[i * n + j]).toBe(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("refuses a symmetric matrix with one eigenvalue clearly below zero", () => {
    fc.assert(
      fc.property(size, fc.nat(1e6), (n, seed) => {
        const q = orthonormal(n, n, seed);
        const values = Float64Array.from({ length: n }, (_, i) => (i === seed % n ? -0.1 : 1 + i));
        expect(cholesky(matmulTransposed(matmul(q, diagonal(values)), q)).spd).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it("refuses zero and what is not square, takes the empty matrix", () => {
    expect(cholesky(zeros(2, 2)).spd).toBe(false);
    expect(cholesky(zeros(0, 0)).spd).toBe(true);
    expect(() => cholesky(zeros(2, 3))).toThrow(ShapeError);
  });

  it("is exact for whole numbers, and reads the lower triangle alone", () => {
    const a = fromRows([
      [4, 99, 99],
      [2, 10, 99],
      [6, 0, 14],
    ]);
    expect(cholesky(a)).toEqual({
      spd: true,
      l: fromRows([
        [2, 0, 0],
        [1, 3, 0],
        [3, -1, 2],
      ]),
    });
  });

  it("is right on both sides of a block's edge and says at which minor it fails, in the first block and later", () => {
    for (const n of [47, 48, 49, 96, 97, 150]) {
      const a = gram(normalMatrix(n + 9, n, n));
      const got = cholesky(a);
      if (!got.spd) throw new Error("refused");
      expect(residual(a, matmulTransposed(got.l, got.l))).toBeLessThanOrEqual(30);
      expect(got.l.data.every((v, k) => k % n <= Math.floor(k / n) || v === 0)).toBe(true);
      for (const minor of [1, 2, 48, 49, n].filter((m) => m <= n)) {
        const bad = { ...a, data: a.data.slice() };
        bad.data[(minor - 1) * (n + 1)] = -1e-3;
        expect(cholesky(bad)).toEqual({ spd: false, minor });
      }
    }
    // A pivot that is exactly zero is no positive one.
    expect(
      cholesky(
        fromRows([
          [1, 1],
          [1, 1],
        ]),
      ),
    ).toEqual({ spd: false, minor: 2 });
  });

  it("does not see the scale, down to where all of A is denormal", () => {
    const a = { ...gram(normalMatrix(9, 6, 5)) };
    const whole = { ...a, data: a.data.map((v, k) => Math.round(v * 100) + (k % 7 === 0 ? 10 : 0)) };
    const want = cholesky(whole);
    for (const k of [-1074, -800, 0, 1010]) {
      const got = cholesky({ ...whole, data: whole.data.map((v) => v * 2 ** (k / 2) * 2 ** (k / 2)) });
      if (!got.spd || !want.spd) throw new Error("refused");
      got.l.data.forEach((v, i) => {
        expect(v / 2 ** (k / 2)).toBe(want.l.data[i]);
      });
    }
  });

  it("names an entry that is not finite", () => {
    expect(() => cholesky(fromRows([[Number.NaN]]))).toThrow("entry (0, 0) of A");
    expect(() => solveCholesky(identity(1), [Number.NaN])).toThrow(DomainError);
  });
});

describe("solveCholesky", () => {
  it("leaves a small residual, for a vector and a matrix, whatever the scale of either", () => {
    for (const [n, k] of [
      [1, 1],
      [6, 3],
      [50, 1],
      [80, 33],
    ] as const) {
      const a = gram(normalMatrix(n + 5, n, n));
      for (const scale of [1, 2 ** -1000, 2 ** 1000]) {
        const b = normalMatrix(n, k, k);
        const got = cholesky(a);
        if (!got.spd) throw new Error("refused");
        const scaled = { ...b, data: b.data.map((v) => v * scale) };
        const x = solveCholesky(got.l, scaled);
        const back = { ...x, data: x.data.map((v) => v / scale) };
        const gap = frobenius(minus(matmul(a, back), b));
        expect(gap).toBeLessThanOrEqual(30 * n * EPSILON * frobenius(a) * frobenius(back));
        const first = Float64Array.from({ length: n }, (_, i) => scaled.data[i * k]!);
        solveCholesky(got.l, first).forEach((v, i) => {
          expect(Math.abs(v / scale - back.data[i * k]!)).toBeLessThanOrEqual(1e-9 * frobenius(back));
        });
      }
    }
    expect(
      solveCholesky(
        fromRows([
          [2, 0],
          [1, 1],
        ]),
        [4, 3],
      ),
    ).toEqual(Float64Array.of(0.5, 1));
    expect(() => solveCholesky(identity(2), [1])).toThrow(ShapeError);
    expect(() => solveCholesky(zeros(2, 1), [1, 2])).toThrow(ShapeError);
  });
});
