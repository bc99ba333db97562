import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryMatrix, departure, normalMatrix, orthonormal } from "../../../tests/support/arbitraryMatrix";
import { residual, scaleOf, times } from "../../../tests/support/linalgOracle";
import {
  DomainError,
  diagonal,
  EPSILON,
  eigh,
  fromRows,
  gram,
  identity,
  type Matrix,
  matmul,
  matmulTransposed,
  qr,
  signOf,
  singularValues,
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

  it("has no −0 among the values where one half of the bidiagonal has no part in the middle row", () => {
    const n = 25;
    const a = zeros(n, n);
    for (let i = 0; i < n; i++) for (let j = n >> 1; j < n; j++) a.data[i * n + j] = -1;
    expect([...svd(a).s, ...singularValues(a)].filter((x) => Object.is(x, -0))).toEqual([]);
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

  /** Every promise about svd(A) at LAPACK's ratios; A may have any scale. */
  const holds = (a: Matrix) => {
    const { u, s, vt } = svd(a);
    const k = scaleOf(a);
    const kept = Math.min(a.rows, a.cols);
    expect([u.rows, u.cols, s.length, vt.rows, vt.cols]).toEqual([a.rows, kept, kept, kept, a.cols]);
    const rebuilt = matmul(matmul(u, diagonal(s.map((v) => v * k))), vt);
    expect(residual(times(a, k), rebuilt)).toBeLessThanOrEqual(30);
    expect(departure(u)).toBeLessThanOrEqual(30);
    expect(departure(transpose(vt))).toBeLessThanOrEqual(30);
    for (let i = 1; i < kept; i++) expect(s[i]).toBeLessThanOrEqual(s[i - 1]!);
    if (kept > 0) expect(s[kept - 1]).toBeGreaterThanOrEqual(0);
    return s;
  };
  const made = (rows: number, cols: number, entry: (i: number, j: number) => number): Matrix => ({
    rows,
    cols,
    data: Float64Array.from({ length: rows * cols }, (_, k) => entry(Math.floor(k / cols), k % cols)),
  });

  it("holds for every size from 1 to 70, square, taller, wider", () => {
    for (let n = 1; n <= 70; n++)
      for (const more of [0, 1, n >> 1, n, 40]) {
        const a = normalMatrix(n + more, n, 100 * n + more);
        holds(a);
        holds(transpose(a));
      }
  });

  it("holds across the size from which panels are used, and at 200 and 512", () => {
    for (const [m, n] of [
      [160, 160],
      [161, 161],
      [193, 170],
      [165, 250],
      [200, 200],
      [512, 512],
    ] as const)
      holds(normalMatrix(m, n, m + n));
  });

  it("holds for the matrices that break methods", () => {
    for (const n of [8, 33, 66, 100, 170]) {
      holds(made(n, n, (i, j) => 1 / (i + j + 1)));
      holds(made(n, n, (i, j) => (i > j ? 0 : 0.8 ** i * (i === j ? 1 : -0.6))));
      holds(made(n, n, (i, j) => 2 ** -(i + j)));
      holds(made(n, n, (i, j) => (Math.abs(i - j) <= 1 ? (i === j ? Math.abs(i - (n >> 1)) : 1) : 0)));
      holds(made(n, n, (i, j) => (i === j ? 1 : 0) + 1e-15 * Math.sin(i + 3 * j)));
      const [first, ...rest] = holds(made(n, n + 3, () => 1));
      expect(Math.abs(first! / Math.sqrt(n * (n + 3)) - 1)).toBeLessThanOrEqual(n * EPSILON);
      for (const value of rest) expect(value).toBeLessThanOrEqual(n * EPSILON * first!);
    }
  });

  it("is exact on an identity, a diagonal and a permutation", () => {
    for (const n of [1, 2, 7, 40, 90, 170]) {
      const eye = identity(n);
      expect(svd(eye)).toEqual({ u: eye, s: new Float64Array(n).fill(1), vt: eye });
      expect([...svd(diagonal(Array.from({ length: n }, (_, i) => i - 3))).s]).toEqual(
        Array.from({ length: n }, (_, i) => Math.abs(i - 3)).sort((a, b) => b - a),
      );
      const turn = made(n, n, (i, j) => ((i + 1) % n === j ? 1 : 0));
      expect([...holds(turn)]).toEqual(Array(n).fill(1));
    }
  });

  it("finds 2 cos(kπ/(2n + 1)) for ones on two diagonals, to a few ε", () => {
    for (const n of [5, 33, 100, 200]) {
      const s = holds(made(n, n, (i, j) => (i === j || i + 1 === j ? 1 : 0)));
      s.forEach((value, i) => {
        expect(Math.abs(value - 2 * Math.cos(((i + 1) * Math.PI) / (2 * n + 1)))).toBeLessThanOrEqual(60 * EPSILON);
      });
    }
  });

  it("holds at both ends of the doubles, where the values are those of the scaled matrix", () => {
    for (const n of [3, 20, 70]) {
      const a = normalMatrix(n + 2, n, n);
      const s = svd(a).s;
      for (const k of [2 ** -1000, 2 ** 1000]) {
        expect([...holds(times(a, k))]).toEqual([...s.map((v) => v * k)]);
      }
      const denormal = times(a, 2 ** -1060);
      svd(denormal).s.forEach((value, i) => {
        expect(Math.abs(value - s[i]! * 2 ** -1060)).toBeLessThanOrEqual(n * Number.MIN_VALUE);
      });
    }
    expect([...svd(fromRows([[Number.MAX_VALUE]])).s]).toEqual([Number.MAX_VALUE]);
  });

  it("gives a wide matrix the parts of its transpose, but for the sign that V fixes", () => {
    const a = normalMatrix(9, 5, 8);
    const [tall, wide] = [svd(a), svd(transpose(a))];
    expect(wide.s).toEqual(tall.s);
    for (let k = 0; k < 5; k++) {
      const sign = signOf(tall.u.data.filter((_, i) => i % 5 === k));
      for (let i = 0; i < 9; i++) expect(wide.vt.data[k * 9 + i]).toBe(sign * tall.u.data[i * 5 + k]!);
      for (let j = 0; j < 5; j++) expect(wide.u.data[j * 5 + k]).toBe(sign * tall.vt.data[k * 5 + j]!);
    }
  });

  it("knows the 2 × 2 shear by hand: the golden ratio and its inverse", () => {
    const golden = (1 + Math.sqrt(5)) / 2;
    const { u, s, vt } = svd(
      fromRows([
        [1, 1],
        [0, 1],
      ]),
    );
    const size = Math.hypot(1, golden);
    const close = (x: Float64Array, y: number[]) =>
      y.forEach((value, i) => {
        expect(Math.abs(x[i]! - value)).toBeLessThanOrEqual(8 * EPSILON);
      });
    close(s, [golden, 1 / golden]);
    close(vt.data, [1 / size, golden / size, golden / size, -1 / size]);
    close(u.data, [golden / size, 1 / size, 1 / size, -golden / size]);
  });

  it("does not change A, and refuses an entry that is not finite", () => {
    const a = normalMatrix(4, 6, 3);
    const before = a.data.slice();
    svd(a);
    expect(a.data).toEqual(before);
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(() => svd({ ...a, data: a.data.with(8, bad) })).toThrow(DomainError);
      expect(() => svd({ ...a, data: a.data.with(8, bad) })).toThrow("svd: entry (1, 2) of A");
    }
  });
});
