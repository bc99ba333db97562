import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { departure, normalMatrix } from "../../../tests/support/arbitraryMatrix";
import { residual } from "../../../tests/support/linalgOracle";
import { EPSILON, type Matrix, matmul, transpose, zeros } from "..";
import { bidiagonalDivide, LEAF } from "./bidiagonalDivide";

const bidiagonal = (d: ArrayLike<number>, e: ArrayLike<number>): Matrix => {
  const n = d.length;
  const b = zeros(n, n);
  for (let i = 0; i < n; i++) {
    b.data[i * (n + 1)] = d[i]!;
    if (i + 1 < n) b.data[i * (n + 1) + 1] = e[i]!;
  }
  return b;
};

/** The parts as matrices, after every promise about them has been checked. */
function checked(d: Float64Array, e: Float64Array) {
  const n = d.length;
  const values = d.slice();
  const svd = {
    left: new Float64Array(n * n),
    leftStride: n,
    right: new Float64Array(n * n),
    order: new Int32Array(n),
  };
  bidiagonalDivide(values, e.slice(), svd);
  const left = { rows: n, cols: n, data: svd.left };
  const right = { rows: n, cols: n, data: svd.right };
  const scaled = { ...left, data: left.data.map((v, k) => v * values[Math.floor(k / n)]!) };
  expect(residual(bidiagonal(d, e), matmul(transpose(scaled), right))).toBeLessThanOrEqual(30);
  expect(departure(left)).toBeLessThanOrEqual(30);
  expect(departure(right)).toBeLessThanOrEqual(30);
  expect([...svd.order].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
  const ascending = Float64Array.from(svd.order, (row) => values[row]!);
  expect(ascending[0]).toBeGreaterThanOrEqual(0);
  for (let i = 1; i < n; i++) expect(ascending[i]).toBeGreaterThanOrEqual(ascending[i - 1]!);
  return ascending;
}

const filled = (n: number, value: (i: number) => number) => Float64Array.from({ length: n }, (_, i) => value(i));
/** On both sides of one leaf, two leaves, and of halves that differ by a row. */
const SIZES = [1, 2, 3, LEAF - 1, LEAF, LEAF + 1, LEAF + 2, 2 * LEAF, 2 * LEAF + 1, 2 * LEAF + 2, 2 * LEAF + 3, 150];

describe("bidiagonalDivide", () => {
  it("is B = UΣVᵀ for any d and e, many of them zero or equal or tiny", () => {
    const entry = fc.oneof(
      fc.double({ min: -2, max: 2, noNaN: true }),
      fc.constantFrom(0, 0, 1, 1, -1, 1e-8, 1e-16, -1e-30, 1e-200, Number.MIN_VALUE),
    );
    const problem = fc.integer({ min: 1, max: 110 }).chain((n) =>
      fc.record({
        d: fc.array(entry, { minLength: n, maxLength: n, size: "max" }),
        e: fc.array(entry, { minLength: n - 1, maxLength: n - 1, size: "max" }),
      }),
    );
    fc.assert(
      fc.property(problem, ({ d, e }) => {
        // Entries of order one are the caller's promise.
        checked(Float64Array.of(2, ...d), Float64Array.of(0.5, ...e));
      }),
      { numRuns: 60 },
    );
  });

  it("finds 2 cos(kπ/(2n + 1)) for ones on both diagonals", () => {
    for (const n of SIZES) {
      const got = checked(new Float64Array(n).fill(1), new Float64Array(n - 1).fill(1));
      got.forEach((value, i) => {
        const want = 2 * Math.cos(((n - i) * Math.PI) / (2 * n + 1));
        expect(Math.abs(value - want)).toBeLessThanOrEqual(30 * EPSILON);
      });
    }
  });

  it("keeps ‖B‖ and |det B| of normal entries, halves of every parity", () => {
    for (const n of SIZES) {
      const { data } = normalMatrix(2, n, n);
      const d = data.slice(0, n);
      const e = data.slice(n, 2 * n - 1);
      const got = checked(d, e);
      // ‖B‖_F² and |det B| are those of the values.
      const square = (x: Float64Array) => x.reduce((sum, v) => sum + v * v, 0);
      expect(square(got) / (square(d) + square(e))).toBeCloseTo(1, 13);
      const logs = (x: Float64Array) => x.reduce((sum, v) => sum + Math.log(Math.abs(v)), 0);
      expect(logs(got)).toBeCloseTo(logs(d), 8);
    }
  });

  it("is exact where all deflates: a diagonal matrix, zero, an identity", () => {
    for (const n of SIZES) {
      const diagonal = filled(n, (i) => ((i * 7) % n) - 2);
      expect([...checked(diagonal, new Float64Array(n - 1))]).toEqual([...diagonal.map(Math.abs).sort()]);
      expect([...checked(new Float64Array(n), new Float64Array(n - 1))]).toEqual([...new Float64Array(n)]);
      expect([...checked(new Float64Array(n).fill(1), new Float64Array(n - 1))]).toEqual([
        ...new Float64Array(n).fill(1),
      ]);
    }
  });

  it("takes a zero on either diagonal, at the middle row and beside it", () => {
    for (const n of [LEAF + 1, 2 * LEAF + 5, 100])
      for (const at of [0, 1, n >> 1, (n >> 1) - 1, (n >> 1) - 2, n - 2]) {
        const d = filled(n, (i) => (i === at ? 0 : 1 + (i % 5)));
        const e = filled(n - 1, (i) => 1 + (i % 3));
        expect(checked(d, e)[0]).toBeLessThanOrEqual(n * EPSILON * 10);
        const split = filled(n - 1, (i) => (i === at ? 0 : 2 - (i % 3)));
        checked(
          filled(n, (i) => 1 + (i % 5)),
          split,
        );
      }
  });

  it("takes d = 0 everywhere, whose values are those of e and a zero", () => {
    const n = 90;
    const e = filled(n - 1, (i) => 1 + ((i * 17) % 29) / 29);
    const got = checked(new Float64Array(n), e);
    const want = [0, ...e.slice().sort()];
    got.forEach((value, i) => {
      expect(Math.abs(value - want[i]!)).toBeLessThanOrEqual(10 * EPSILON * 2);
    });
  });

  it("takes graded and clustered values", () => {
    for (const n of [70, 140]) {
      checked(
        filled(n, (i) => 2 ** -i),
        filled(n - 1, (i) => 2 ** -(i + 1)),
      );
      checked(
        filled(n, (i) => 2 ** (i - n)),
        filled(n - 1, (i) => 2 ** (i - n)),
      );
      checked(
        filled(n, (i) => 1 + 1e-15 * i),
        filled(n - 1, () => 1e-15),
      );
      checked(
        filled(n, (i) => 0.5 ** (10 * (i % 9))),
        filled(n - 1, (i) => 0.5 ** (10 * ((i + 4) % 9))),
      );
    }
  });

  it("keeps a block of tiny numbers apart from one of large (squares underflow there)", () => {
    const n = 80;
    const d = filled(n, (i) => (i < 40 ? 1e-170 : 1) * (1 + (i % 3)));
    const e = filled(n - 1, (i) => (i < 39 ? 1e-170 : i === 39 ? 0 : 1));
    const got = checked(d, e);
    expect(got[39]).toBeLessThanOrEqual(1e-169);
    expect(got[0]).toBeGreaterThan(0);
    expect(got[40]).toBeGreaterThan(1e-3);
  });

  it("leaves room between rows alone, and nothing for n = 0", () => {
    const left = new Float64Array(2 * 5);
    const svd = { left, leftStride: 5, right: new Float64Array(4), order: new Int32Array(2) };
    bidiagonalDivide(Float64Array.of(3, -4), Float64Array.of(0), svd);
    expect(Array.from(left, (v) => v + 0)).toEqual([1, 0, 0, 0, 0, 0, -1, 0, 0, 0]);
    expect([...svd.order]).toEqual([0, 1]);
    const none = new Float64Array(0);
    expect(() =>
      bidiagonalDivide(none, none, { left: none, leftStride: 0, right: none, order: new Int32Array(0) }),
    ).not.toThrow();
  });
});
