import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryMatrix, departure, orthonormal } from "../../../tests/support/arbitraryMatrix";
import { frobenius, residual, scaleOf, times } from "../../../tests/support/linalgOracle";
import { column, diagonal, EPSILON, eigh, identity, matmul, matmulTransposed, ShapeError, signOf, zeros } from "..";

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
});
