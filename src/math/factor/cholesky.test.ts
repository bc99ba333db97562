import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalMatrix, orthonormal } from "../../../tests/support/arbitraryMatrix";
import { residual } from "../../../tests/support/linalgOracle";
import { cholesky, diagonal, gram, matmul, matmulTransposed, ShapeError, zeros } from "..";

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
});
