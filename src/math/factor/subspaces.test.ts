import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryMatrix, departure, normalMatrix, orthonormal } from "../../../tests/support/arbitraryMatrix";
import { frobenius, minus, scaleOf, times } from "../../../tests/support/linalgOracle";
import {
  columnSpace,
  cond,
  diagonal,
  EPSILON,
  fromRows,
  identity,
  lowRank,
  lstsq,
  type Matrix,
  matmul,
  matmulTransposed,
  matvec,
  nullSpace,
  pinv,
  rank,
  ShapeError,
  svd,
  transpose,
  transposedMatmul,
  zeros,
} from "..";

const side = fc.integer({ min: 1, max: 14 });
const any = arbitraryMatrix(side, side);
/** m × n of rank r, singular values 1 … 2. */
const ofRank = (m: number, n: number, r: number, seed: number): Matrix =>
  matmulTransposed(
    matmul(orthonormal(m, r, seed), diagonal(Float64Array.from({ length: r }, (_, i) => 1 + i / r))),
    orthonormal(n, r, seed + 1),
  );
const shaped = fc
  .tuple(side, side, fc.nat(), fc.nat(1e6))
  .map(([m, n, r, seed]) => ({ r: r % (Math.min(m, n) + 1), m, n, seed }))
  .map(({ m, n, r, seed }) => ({ a: ofRank(m, n, r, seed), r }));

describe("subspaces", () => {
  it("rank and nullity add up to the columns, for a rank that is known", () => {
    fc.assert(
      fc.property(shaped, ({ a, r }) => {
        expect(rank(a)).toBe(r);
        expect(rank(transpose(a))).toBe(r);
        const kernel = nullSpace(a);
        const image = columnSpace(a);
        expect([kernel.rows, kernel.cols, image.rows, image.cols]).toEqual([a.cols, a.cols - r, a.rows, r]);
        expect(departure(kernel)).toBeLessThanOrEqual(30);
        expect(departure(image)).toBeLessThanOrEqual(30);
        const bound = 30 * Math.max(a.rows, a.cols) * EPSILON * frobenius(a);
        expect(frobenius(matmul(a, kernel))).toBeLessThanOrEqual(bound);
        // The image holds every column: projecting changes nothing.
        expect(frobenius(minus(matmul(image, transposedMatmul(image, a)), a))).toBeLessThanOrEqual(bound);
      }),
      { numRuns: 80 },
    );
  });

  it("rank and cond do not see the scale", () => {
    fc.assert(
      fc.property(any, (a) => {
        const k = scaleOf(a);
        expect(rank(times(a, k))).toBe(rank(a));
        const [one, two] = [cond(a), cond(times(a, k))];
        if (one < 1e12) expect(Math.abs(one / two - 1)).toBeLessThanOrEqual(1e-3);
      }),
      { numRuns: 80 },
    );
    expect(cond(identity(4))).toBe(1);
    expect(cond(diagonal([3, -12, 6]))).toBe(4);
    expect(cond(zeros(0, 3))).toBe(0);
    expect(cond(zeros(2, 2))).toBe(Number.POSITIVE_INFINITY);
  });

  it("pinv meets Penrose's four conditions", () => {
    fc.assert(
      fc.property(shaped, ({ a }) => {
        const p = pinv(a);
        const [ap, pa] = [matmul(a, p), matmul(p, a)];
        const bound = 100 * Math.max(a.rows, a.cols) * EPSILON * (1 + frobenius(a)) * (1 + frobenius(p));
        for (const [x, y] of [
          [matmul(ap, a), a],
          [matmul(pa, p), p],
          [ap, transpose(ap)],
          [pa, transpose(pa)],
        ] as const)
          expect(frobenius(minus(x, y))).toBeLessThanOrEqual(bound);
      }),
      { numRuns: 80 },
    );
  });

  it("lowRank leaves exactly the singular values that it drops", () => {
    const a = normalMatrix(12, 9, 3);
    const f = svd(a);
    for (let k = 0; k <= 9; k++) {
      const left = frobenius(minus(a, lowRank(f, k)));
      expect(Math.abs(left - Math.hypot(...f.s.slice(k)))).toBeLessThanOrEqual(30 * 12 * EPSILON * frobenius(a));
    }
  });
});

describe("lstsq", () => {
  it("leaves a residual orthogonal to the columns, and is the shortest x", () => {
    fc.assert(
      fc.property(shaped, ({ a, r }) => {
        const b = normalMatrix(a.rows, 1, a.rows + 7 * a.cols).data;
        const { x, rank: got, residualNorm } = lstsq(a, b);
        expect(got).toBe(r);
        const gap = matvec(a, x).map((v, i) => b[i]! - v);
        expect(Math.abs(Math.hypot(...gap) - residualNorm)).toBeLessThanOrEqual(1e-12);
        expect(Math.hypot(...matvec(transpose(a), gap))).toBeLessThanOrEqual(1e-12 * (1 + frobenius(a)));
        expect(Math.hypot(...matvec(transpose(nullSpace(a)), x))).toBeLessThanOrEqual(1e-12 * (1 + Math.hypot(...x)));
        const want = matvec(pinv(a), b);
        expect(Math.hypot(...want.map((v, i) => v - x[i]!))).toBeLessThanOrEqual(1e-12 * (1 + Math.hypot(...want)));
      }),
      { numRuns: 80 },
    );
  });

  it("takes many rows and empty shapes, refuses a b that does not fit", () => {
    const tall: Matrix = { rows: 200_000, cols: 1, data: new Float64Array(200_000).fill(1) };
    expect(lstsq(tall, new Float64Array(200_000).fill(3)).x[0]).toBeCloseTo(3, 12);
    expect(lstsq(zeros(3, 2), [1, 2, 2])).toMatchObject({ x: new Float64Array(2), rank: 0, residualNorm: 3 });
    expect(lstsq(zeros(0, 2), []).x).toEqual(new Float64Array(2));
    expect(() => lstsq(zeros(3, 2), [1])).toThrow(ShapeError);
  });

  it("takes a matrix of right sides, the same as one at a time: tall, square, wide, full rank and not", () => {
    for (const [m, n, r] of [
      [9, 4, 4],
      [9, 4, 2],
      [6, 6, 6],
      [6, 6, 5],
      [4, 9, 4],
      [4, 9, 3],
      [1, 5, 1],
      [5, 1, 1],
    ] as const) {
      const a = ofRank(m, n, r, m + n);
      const b = normalMatrix(m, 3, n);
      const { x, rank: got, residualNorm } = lstsq(a, b);
      expect([x.rows, x.cols, got]).toEqual([n, 3, r]);
      const want = matmul(pinv(a), b);
      expect(frobenius(minus(x, want))).toBeLessThanOrEqual(1e-13 * (1 + frobenius(want)));
      expect(Math.abs(residualNorm - frobenius(minus(matmul(a, x), b)))).toBeLessThanOrEqual(1e-13);
      for (let j = 0; j < 3; j++) {
        const one = lstsq(
          a,
          Float64Array.from({ length: m }, (_, i) => b.data[i * 3 + j]!),
        );
        one.x.forEach((v, i) => {
          expect(Math.abs(v - x.data[i * 3 + j]!)).toBeLessThanOrEqual(1e-13);
        });
      }
    }
    expect(() => lstsq(zeros(3, 2), zeros(2, 2))).toThrow(ShapeError);
    expect(() => lstsq(identity(1), [Number.NaN])).toThrow("entry (0, 0) of b");
    expect(() => lstsq(diagonal([1, Number.NaN]), [1, 1])).toThrow("entry (1, 1) of A");
  });

  it("is not deceived by Kahan's matrix, whose pivots do not show how near it is to lower rank", () => {
    const n = 100;
    const [s, c] = [Math.sin(1), Math.cos(1)];
    const kahan = zeros(n, n);
    for (let i = 0; i < n; i++)
      for (let j = i; j < n; j++) kahan.data[i * n + j] = s ** i * (i === j ? 1 + 1e-13 * (n - i) : -c);
    expect(rank(kahan)).toBe(n - 1);
    expect(lstsq(kahan, new Float64Array(n).fill(1)).rank).toBe(n - 1);
  });

  it("answers near the ends of the range", () => {
    const a = ofRank(6, 3, 3, 2);
    const b = normalMatrix(6, 1, 3).data;
    const { x, residualNorm } = lstsq(a, b);
    for (const [k, l] of [
      [-1000, -1000],
      [1000, 1000],
      [500, -500],
      [-500, 500],
    ] as const) {
      const got = lstsq(
        times(a, 2 ** k),
        b.map((v) => v * 2 ** l),
      );
      got.x.forEach((v, i) => {
        expect(
          Math.abs((((v / 2 ** (l / 2)) * 2 ** (k / 2)) / 2 ** (l / 2)) * 2 ** (k / 2) - x[i]!),
        ).toBeLessThanOrEqual(1e-14);
      });
      expect(Math.abs(got.residualNorm / 2 ** l - residualNorm)).toBeLessThanOrEqual(1e-14);
    }
  });
});

describe("at the ends of the range", () => {
  const [big, tiny] = [2 ** 1023, 2 ** -1074];
  // σ = 2.25 and 0.75 times 2¹⁰²³: the first is past the largest double.
  const past = fromRows([
    [1.5 * big, 0.75 * big],
    [0.75 * big, 1.5 * big],
  ]);
  // σ = 2.618 and 0.382 times the smallest double: the second rounds to zero.
  const under = fromRows([
    [tiny, tiny],
    [tiny, 2 * tiny],
  ]);

  it("a σ₁ that overflows, or a σ₂ that underflows, hides no rank", () => {
    for (const a of [past, under]) {
      expect(rank(a)).toBe(2);
      expect(nullSpace(a).cols).toBe(0);
      expect(columnSpace(a).cols).toBe(2);
    }
    expect(cond(past)).toBeCloseTo(3, 14);
    expect(cond(under)).toBeCloseTo(((3 + Math.sqrt(5)) / 2) ** 2, 13);
  });

  it("the pseudoinverse of what is near overflow is not zero, and has no NaN where entries overflow", () => {
    [4, -2, -2, 4].forEach((v, k) => {
      expect(pinv(past).data[k]! * big).toBeCloseTo(v / 4.5, 14);
    });
    expect([...pinv(diagonal([tiny, tiny])).data]).toEqual([Number.POSITIVE_INFINITY, 0, 0, Number.POSITIVE_INFINITY]);
  });
});

describe("lowRank", () => {
  it("is A itself for a rank that A does not have, where it was NaN", () => {
    const a = normalMatrix(3, 2, 1);
    expect(frobenius(minus(lowRank(svd(a), 5), a))).toBeLessThan(1e-14);
  });
});
