import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryMatrix, departure, normalMatrix } from "../../../tests/support/arbitraryMatrix";
import { residual, scaleOf, times } from "../../../tests/support/linalgOracle";
import { orthogonalityRatio, residualRatio, timesPowerOfTwo } from "../../../tests/support/ratios";
import { drawn, general } from "../../../tests/support/spectra";
import {
  column,
  DomainError,
  diagonal,
  EPSILON,
  fromRows,
  identity,
  type Matrix,
  matmul,
  qr,
  qrPivoted,
  zeros,
} from "..";

const side = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constantFrom(32, 33, 67));

describe("qr", () => {
  it("is A = QR, Q orthonormal, R upper triangular with a diagonal ≥ 0, for any shape, rank and scale", () => {
    fc.assert(
      fc.property(arbitraryMatrix(side, side), (a) => {
        const { q, r } = qr(a);
        const k = Math.min(a.rows, a.cols);
        expect([q.rows, q.cols, r.rows, r.cols]).toEqual([a.rows, k, k, a.cols]);
        expect(departure(q)).toBeLessThanOrEqual(30);
        const scale = scaleOf(a);
        expect(residual(times(a, scale), matmul(q, times(r, scale)))).toBeLessThanOrEqual(30);
        for (let i = 0; i < k; i++) {
          expect(r.data[i * a.cols + i]).toBeGreaterThanOrEqual(0);
          for (let j = 0; j < i; j++) expect(r.data[i * a.cols + j]).toBe(0);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("does not change its input and takes empty ones and the identity", () => {
    const a = normalMatrix(5, 3, 1);
    const copy = a.data.slice();
    qr(a);
    expect(a.data).toEqual(copy);
    expect(qr(zeros(0, 4)).r).toEqual(zeros(0, 4));
    expect(qr(zeros(4, 0)).q).toEqual(zeros(4, 0));
    expect(qr(identity(3))).toEqual({ q: identity(3), r: identity(3) });
  });
});

const permuteColumns = (a: Matrix, perm: ArrayLike<number>): Matrix => ({
  ...a,
  data: a.data.map((_, k) => a.data[Math.floor(k / a.cols) * a.cols + perm[k % a.cols]!]!),
});

describe("qr of a size where panels begin", () => {
  it("is A = QR on both sides of the edges", () => {
    for (const [m, n] of [
      [23, 23],
      [24, 24],
      [25, 40],
      [40, 25],
      [33, 65],
      [200, 2],
      [23, 44],
      [23, 45],
      [64, 16],
      [65, 16],
      [1024, 1],
      [1, 1025],
    ] as const) {
      const a = normalMatrix(m, n, m + n);
      const { q, r } = qr(a);
      expect(residualRatio(a, q, r)).toBeLessThanOrEqual(30);
      expect(orthogonalityRatio(q)).toBeLessThanOrEqual(30);
    }
    expect(qr(fromRows([[-3], [-4]])).r).toEqual(fromRows([[5]]));
    expect(() => qr(fromRows([[1, Number.NaN]]))).toThrow("entry (0, 1) of A");
  });
});

describe("qr of a few rows", () => {
  it("knows small whole numbers, without −0, whatever the scale", () => {
    const a = fromRows([
      [3, 6],
      [4, 8],
      [0, -2],
    ]);
    for (const k of [1, 2 ** 1000, 2 ** -1000]) {
      const { q, r } = qr(times(a, k));
      [0.6, 0, 0.8, 0, 0, -1].forEach((x, i) => {
        expect(Math.abs(q.data[i]! - x)).toBeLessThanOrEqual(4 * EPSILON);
      });
      [5, 10, 0, 2].forEach((x, i) => {
        expect(Math.abs(r.data[i]! / k - x)).toBeLessThanOrEqual(16 * EPSILON);
      });
    }
    const { q, r } = qr(diagonal([-1, 0, 2]));
    expect({ q, r }).toEqual({ q: diagonal([-1, 1, 1]), r: diagonal([1, 0, 2]) });
    expect(qr(fromRows([[-2, 4]]))).toEqual({ q: fromRows([[-1]]), r: fromRows([[2, -4]]) });
  });

  it("has no −0 where A has, small, by panels or with pivots", () => {
    for (const n of [2, 32]) {
      const a = zeros(n, n + 1);
      for (let k = 0; k < a.data.length; k++) a.data[k] = k % 3 === 0 ? 1 : -0;
      for (const { q, r } of [qr(a), qrPivoted(a)])
        expect([...q.data, ...r.data].filter((x) => Object.is(x, -0))).toEqual([]);
    }
  });

  it("keeps nothing from one call to the next", () => {
    const shapes = [normalMatrix(9, 9, 1), normalMatrix(3, 3, 2), normalMatrix(2, 6, 3), zeros(4, 3)];
    const alone = shapes.map(qr);
    const copies = alone.map(({ q, r }) => [q.data.slice(), r.data.slice()]);
    for (const a of shapes.slice().reverse()) qr(a);
    alone.forEach(({ q, r }, i) => {
      expect([q.data, r.data]).toEqual(copies[i]);
      expect(qr(shapes[i]!)).toEqual({ q, r });
    });
  });
});

describe("qrPivoted", () => {
  it("is A P = QR with the largest remainder first, for LAPACK's spectra and any shape", () => {
    fc.assert(
      fc.property(drawn("any", 70), (draw) => {
        const a = general(draw);
        const { q, r, perm, rank } = qrPivoted(a);
        const k = Math.min(a.rows, a.cols);
        const one = timesPowerOfTwo(r, -draw.exponent);
        expect(residualRatio(timesPowerOfTwo(permuteColumns(a, perm), -draw.exponent), q, one)).toBeLessThanOrEqual(30);
        expect(orthogonalityRatio(q)).toBeLessThanOrEqual(30);
        expect([...perm].sort((x, y) => x - y)).toEqual([...perm.keys()]);
        for (let i = 0; i < k; i++) {
          const pivot = one.data[i * (a.cols + 1)]!;
          // No column has more left below row i than the one that was taken.
          for (let j = i + 1; j < a.cols; j++) {
            let sum = 0;
            for (let p = i; p <= Math.min(j, k - 1); p++) sum += one.data[p * a.cols + j]! ** 2;
            expect(Math.sqrt(sum)).toBeLessThanOrEqual(pivot * (1 + 1e-6) + 30 * a.cols * EPSILON);
          }
          for (let j = 0; j < i; j++) expect(one.data[i * a.cols + j]).toBe(0);
        }
        if (draw.condition < 1e12) expect(rank).toBe(k);
      }),
      { numRuns: 60 },
    );
  });

  it("says the rank", () => {
    fc.assert(
      fc.property(side, side, fc.nat(), fc.nat(1e6), (m, n, r, seed) => {
        const rank = r % (Math.min(m, n) + 1);
        const a = matmul(normalMatrix(m, rank, seed), normalMatrix(rank, n, seed + 1));
        expect(qrPivoted(a).rank).toBe(rank);
      }),
      { numRuns: 60 },
    );
    expect(qrPivoted(zeros(3, 2))).toMatchObject({ rank: 0, r: zeros(2, 2) });
    expect(qrPivoted(zeros(0, 2))).toMatchObject({ rank: 0, perm: Int32Array.of(0, 1) });
    expect(qrPivoted(zeros(2, 0)).q).toEqual(zeros(2, 0));
    expect(qrPivoted(diagonal([1, 1e-300])).rank).toBe(1);
  });

  it("takes columns by their norms, the first of equals, and leaves orthogonal ones as they are", () => {
    expect(qrPivoted(diagonal([1, 3, 2]))).toEqual({
      q: fromRows([
        [0, 0, 1],
        [1, 0, 0],
        [0, 1, 0],
      ]),
      r: diagonal([3, 2, 1]),
      perm: Int32Array.of(1, 2, 0),
      rank: 3,
    });
    expect(qrPivoted(identity(4)).perm).toEqual(Int32Array.of(0, 1, 2, 3));
    expect(() => qrPivoted(fromRows([[Number.POSITIVE_INFINITY]]))).toThrow(DomainError);
  });

  it("does not trust a norm that was shortened to nothing (Drmač & Bujanović)", () => {
    // Columns nearly along the first: what remains of them is 1e−9 of what they were, where differences of squares know nothing.
    const n = 30;
    const a = zeros(n, n);
    const small = normalMatrix(n, n, 3);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) a.data[i * n + j] = j === 0 ? 2 : 1 + 1e-9 * (1 + j) * small.data[i * n + j]!;
    const { r } = qrPivoted(a);
    for (let i = 1; i < n; i++) {
      for (let j = i; j < n; j++)
        expect(Math.hypot(...column(r, j).subarray(i))).toBeLessThanOrEqual(r.data[i * (n + 1)]! * (1 + 1e-6));
    }
  });
});
