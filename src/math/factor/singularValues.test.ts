import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryMatrix, normalMatrix, orthonormal } from "../../../tests/support/arbitraryMatrix";
import { scaleOf, times } from "../../../tests/support/linalgOracle";
import {
  DomainError,
  diagonal,
  EPSILON,
  fromRows,
  identity,
  matmul,
  matmulTransposed,
  singularValues,
  svd,
  transpose,
  zeros,
} from "..";

const apart = (x: Float64Array, y: ArrayLike<number>) => Math.max(0, ...x.map((v, i) => Math.abs(v - y[i]!)));

describe("singularValues", () => {
  it("are svd's, and the transpose's, whatever the shape and scale", () => {
    const side = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constantFrom(33, 64, 65, 120, 165));
    fc.assert(
      fc.property(arbitraryMatrix(side, side), (a) => {
        const k = scaleOf(a);
        const s = singularValues(times(a, k));
        const bound = Math.max(a.rows, a.cols) * EPSILON * (s[0] ?? 0);
        expect(s).toHaveLength(Math.min(a.rows, a.cols));
        expect([...s]).toEqual([...svd(times(a, k)).s]);
        expect(apart(s, singularValues(transpose(times(a, k))))).toBeLessThanOrEqual(4 * bound);
        for (let i = 1; i < s.length; i++) expect(s[i]).toBeLessThanOrEqual(s[i - 1]!);
        expect(s[s.length - 1]).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });

  it("are those that a matrix was made with", () => {
    const values = Float64Array.from({ length: 170 }, (_, i) => 3 * 0.9 ** i);
    for (const rows of [170, 200, 300]) {
      const a = matmulTransposed(matmul(orthonormal(rows, 170, 1), diagonal(values)), orthonormal(170, 170, 2));
      expect(apart(singularValues(a), values)).toBeLessThanOrEqual(rows * EPSILON * 3);
      expect(apart(singularValues(transpose(a)), values)).toBeLessThanOrEqual(rows * EPSILON * 3);
    }
  });

  it("know closed forms: a diagonal, 3-4-5, rank one, ones on two diagonals, nothing", () => {
    expect([...singularValues(diagonal([2, -5, 0, 3]))]).toEqual([5, 3, 2, 0]);
    expect([...singularValues(identity(7))]).toEqual(Array(7).fill(1));
    expect([...singularValues(fromRows([[3, 4]]))]).toEqual([5]);
    expect([...singularValues(fromRows([[3], [4]]))]).toEqual([5]);
    const ones = { rows: 6, cols: 4, data: new Float64Array(24).fill(1) };
    const [first, ...rest] = singularValues(ones);
    expect(Math.abs(first! - Math.sqrt(24))).toBeLessThanOrEqual(8 * EPSILON * Math.sqrt(24));
    for (const value of rest) expect(value).toBeLessThanOrEqual(4 * EPSILON * Math.sqrt(24));
    const n = 50;
    const b = zeros(n, n);
    for (let i = 0; i < n; i++) b.data.fill(1, i * (n + 1), i * (n + 1) + (i + 1 < n ? 2 : 1));
    const want = Array.from({ length: n }, (_, i) => 2 * Math.cos(((i + 1) * Math.PI) / (2 * n + 1)));
    expect(apart(singularValues(b), want)).toBeLessThanOrEqual(n * EPSILON);
    expect(singularValues(zeros(0, 4))).toHaveLength(0);
    expect(singularValues(zeros(4, 0))).toHaveLength(0);
    expect([...singularValues(zeros(3, 2))]).toEqual([0, 0]);
  });

  it("keep their digits near over- and underflow", () => {
    const a = normalMatrix(5, 4, 3);
    const s = singularValues(a);
    for (const k of [2 ** -1000, 2 ** 1000]) {
      expect([...singularValues(times(a, k))]).toEqual([...s.map((v) => v * k)]);
    }
    expect([...singularValues(fromRows([[Number.MAX_VALUE]]))]).toEqual([Number.MAX_VALUE]);
    expect([...singularValues(fromRows([[-Number.MIN_VALUE]]))]).toEqual([Number.MIN_VALUE]);
  });

  it("do not change A, and refuse an entry that is not finite", () => {
    const a = normalMatrix(6, 4, 3);
    const before = a.data.slice();
    singularValues(a);
    expect(a.data).toEqual(before);
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const broken = { ...a, data: a.data.with(7, bad) };
      expect(() => singularValues(broken)).toThrow(DomainError);
      expect(() => singularValues(broken)).toThrow("singularValues: entry (1, 3) of A");
    }
  });
});
