import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diagonal, EPSILON, eigh, fromRows, gram, type Matrix, matmul, svd, transpose, zeros } from "..";

const shape = fc.record({ rows: fc.integer({ min: 1, max: 30 }), cols: fc.integer({ min: 1, max: 30 }) });
const matrices: fc.Arbitrary<Matrix> = shape.chain(({ rows, cols }) =>
  fc
    .array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: rows * cols, maxLength: rows * cols })
    .map((values) => ({ rows, cols, data: Float64Array.from(values) })),
);
const norm = (data: Float64Array) => Math.hypot(...data);

describe("svd", () => {
  it("rebuilds A, sorted, whatever the shape", () => {
    fc.assert(
      fc.property(matrices, (a) => {
        const { u, s, vt } = svd(a);
        const rebuilt = matmul(matmul(u, diagonal(s)), vt);
        const bound = 30 * Math.max(a.rows, a.cols) * EPSILON * norm(a.data);
        expect(norm(rebuilt.data.map((v, i) => v - a.data[i]!))).toBeLessThanOrEqual(bound);
        for (let i = 1; i < s.length; i++) expect(s[i - 1]).toBeGreaterThanOrEqual(s[i]!);
      }),
      { numRuns: 100 },
    );
  });

  it("has the singular values of its transpose", () => {
    fc.assert(
      fc.property(matrices, (a) => {
        const [one, two] = [svd(a).s, svd(transpose(a)).s];
        one.forEach((value, i) => {
          expect(Math.abs(value - two[i]!)).toBeLessThanOrEqual(30 * 30 * EPSILON * one[0]!);
        });
      }),
      { numRuns: 100 },
    );
  });

  it("agrees with the eigenvalues of AᵀA", () => {
    fc.assert(
      fc.property(matrices, (a) => {
        fc.pre(a.rows >= a.cols);
        const { s } = svd(a);
        eigh(gram(a)).values.forEach((value, i) => {
          expect(Math.abs(value - s[i]! ** 2)).toBeLessThanOrEqual(200 * 30 * EPSILON * s[0]! ** 2);
        });
      }),
      { numRuns: 100 },
    );
  });

  it("keeps columns whose squares underflow (found by the property above)", () => {
    const { s } = svd(
      fromRows([
        [0, 0, 6.286911138810515e-162, 0],
        [0, 0, -4, 0],
      ]),
    );
    expect(s[0]).toBe(4);
    const tiny = svd(
      fromRows([
        [0, 3e-170],
        [0, 4e-170],
        [1, 0],
      ]),
    );
    expect(tiny.s[1]! / 5e-170).toBeCloseTo(1, 14);
  });

  it("takes zero, empty and rank-one matrices", () => {
    expect([...svd(zeros(3, 2)).s]).toEqual([0, 0]);
    expect(svd(zeros(0, 4)).s).toHaveLength(0);
    const { s } = svd(
      fromRows([
        [3, 4],
        [6, 8],
        [0, 0],
      ]),
    );
    expect(s[0]).toBeCloseTo(Math.sqrt(125), 13);
    expect(s[1]).toBeLessThan(1e-14);
  });
});
