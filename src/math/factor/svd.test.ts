import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryMatrix, departure, orthonormal } from "../../../tests/support/arbitraryMatrix";
import { residual, scaleOf, times } from "../../../tests/support/linalgOracle";
import {
  diagonal,
  EPSILON,
  eigh,
  fromRows,
  gram,
  type Matrix,
  matmul,
  matmulTransposed,
  qr,
  signOf,
  svd,
  transpose,
  zeros,
} from "..";

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
      { numRuns: 50 },
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
      { numRuns: 50 },
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
      { numRuns: 50 },
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
    // The power of two that scales the smallest double to one is no double itself.
    const smallest = fromRows([[0], [-Number.MIN_VALUE]]);
    expect([...svd(smallest).s]).toEqual([Number.MIN_VALUE]);
    expect([...qr(smallest).r.data]).toEqual([Number.MIN_VALUE]);
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

  it("has orthonormal sides and fixed signs for any shape, rank and scale, across panels and past the ratio for QR first", () => {
    const side = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constantFrom(31, 33, 66, 120));
    fc.assert(
      fc.property(arbitraryMatrix(side, side), (a) => {
        const { u, s, vt } = svd(a);
        const k = scaleOf(a);
        const rebuilt = matmul(matmul(u, diagonal(s.map((v) => v * k))), vt);
        expect(residual(times(a, k), rebuilt)).toBeLessThanOrEqual(30);
        expect(departure(u)).toBeLessThanOrEqual(30);
        expect(departure(transpose(vt))).toBeLessThanOrEqual(30);
        for (let i = 0; i < s.length; i++) {
          expect(s[i]).toBeGreaterThanOrEqual(0);
          expect(signOf(vt.data.subarray(i * vt.cols, (i + 1) * vt.cols))).toBe(1);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("finds chosen singular values: repeated, graded, falling below rounding", () => {
    const spectra = [
      Array.from({ length: 40 }, (_, i) => (i < 20 ? 2 : 1)),
      Array.from({ length: 40 }, (_, i) => 10 ** (-i / 2)),
      Array.from({ length: 40 }, (_, i) => (i < 5 ? 1 : 0)),
      Array.from({ length: 40 }, (_, i) => (i === 0 ? 1 : 1e-14)),
    ];
    for (const values of spectra)
      for (const rows of [40, 55, 90]) {
        const a = matmulTransposed(matmul(orthonormal(rows, 40, 1), diagonal(values)), orthonormal(40, 40, 2));
        svd(a).s.forEach((value, i) => {
          expect(Math.abs(value - values[i]!)).toBeLessThanOrEqual(30 * rows * EPSILON * values[0]!);
        });
      }
  });

  it("is itself on a bidiagonal matrix with zeros on its diagonal", () => {
    for (const gaps of [[0], [39], [0, 1, 2], [10, 20, 39], [5, 6]]) {
      const b = zeros(40, 40);
      for (let i = 0; i < 40; i++) {
        b.data[i * 41] = gaps.includes(i) ? 0 : 1 + (i % 7);
        if (i < 39) b.data[i * 41 + 1] = 1 + (i % 3);
      }
      const { u, s, vt } = svd(b);
      expect(residual(b, matmul(matmul(u, diagonal(s)), vt))).toBeLessThanOrEqual(30);
      expect(departure(u)).toBeLessThanOrEqual(30);
    }
  });
});
