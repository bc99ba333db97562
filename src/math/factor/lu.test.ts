import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryMatrix, normalMatrix } from "../../../tests/support/arbitraryMatrix";
import { frobenius, minus, residual, scaleOf, times } from "../../../tests/support/linalgOracle";
import {
  column,
  cond,
  DomainError,
  det,
  diagonal,
  EPSILON,
  fromRows,
  identity,
  inverse,
  lu,
  type Matrix,
  matmul,
  matvec,
  ShapeError,
  solve,
  solveLu,
  transpose,
  zeros,
} from "..";

const size = fc.integer({ min: 1, max: 16 });

describe("lu", () => {
  it("is PA = LU with |lᵢⱼ| ≤ 1, for any rank and scale", () => {
    fc.assert(
      fc.property(arbitraryMatrix(size), (a) => {
        const n = a.rows;
        const { l, u, perm, sign } = lu(a);
        const k = scaleOf(a);
        const permuted = { ...a, data: a.data.map((_, i) => a.data[perm[Math.floor(i / n)]! * n + (i % n)]! * k) };
        expect(residual(permuted, matmul(l, times(u, k)))).toBeLessThanOrEqual(30);
        expect([...perm].sort((x, y) => x - y)).toEqual([...perm.keys()]);
        for (let i = 0; i < n; i++) {
          expect(l.data[i * (n + 1)]).toBe(1);
          for (let j = 0; j < i; j++) {
            expect(Math.abs(l.data[i * n + j]!)).toBeLessThanOrEqual(1);
            expect(u.data[i * n + j]).toBe(0);
            expect(l.data[j * n + i]).toBe(0);
          }
        }
        const inversions = [...perm].flatMap((p, i) => [...perm].slice(i + 1).filter((q) => q < p)).length;
        expect(sign).toBe(inversions % 2 === 0 ? 1 : -1);
      }),
      { numRuns: 50 },
    );
  });

  it("gives results that the next call leaves alone, though its room is kept", () => {
    for (const n of [3, 48, 49]) {
      const [a, b] = [normalMatrix(n, n, 1), normalMatrix(n, n, 2)];
      const first = [lu(a), solve(a, b), inverse(a)];
      const copy = structuredClone(first);
      lu(b);
      det(b);
      solve(b, a);
      inverse(b);
      expect(first).toEqual(copy);
      expect([a, b]).toEqual([normalMatrix(n, n, 1), normalMatrix(n, n, 2)]);
    }
  });

  it("solves to a small residual, and det multiplies and survives transposition", () => {
    fc.assert(
      fc.property(size, fc.nat(1e6), (n, seed) => {
        const [a, b] = [normalMatrix(n, n, seed), normalMatrix(n, n, seed + 1)];
        const right = normalMatrix(n, 1, seed + 2).data;
        const x = solve(a, right)!;
        const gap = Math.hypot(...matvec(a, x).map((v, i) => v - right[i]!));
        expect(gap).toBeLessThanOrEqual(30 * n * EPSILON * Math.hypot(...a.data) * Math.hypot(...x));
        const bound = 1e-9 * Math.abs(det(a) * det(b)) + 1e-12;
        expect(Math.abs(det(matmul(a, b)) - det(a) * det(b))).toBeLessThanOrEqual(bound);
        expect(Math.abs(det(transpose(a)) - det(a))).toBeLessThanOrEqual(1e-9 * Math.abs(det(a)) + 1e-12);
      }),
      { numRuns: 60 },
    );
  });

  it("says which pivot is zero; det keeps to the range of doubles by itself", () => {
    expect(
      lu(
        fromRows([
          [1, 2],
          [2, 4],
        ]),
      ).zeroPivot,
    ).toBe(1);
    expect(lu(identity(3)).zeroPivot).toBe(-1);
    expect(solve(zeros(2, 2), [1, 2])).toBeNull();
    expect(det(zeros(0, 0))).toBe(1);
    expect(det(diagonal([1e200, 1e200, 1e-200, 1e-200]))).toBeCloseTo(1, 12);
    expect(
      det(
        fromRows([
          [0, 1],
          [1, 0],
        ]),
      ),
    ).toBe(-1);
    expect(() => lu(zeros(2, 3))).toThrow(ShapeError);
    expect(() => solve(identity(2), [1])).toThrow(ShapeError);
  });
});

describe("lu by panels", () => {
  it("is PA = LU on both sides of a panel's edge, and at 300", () => {
    for (const n of [47, 48, 49, 50, 95, 96, 97, 145, 300]) {
      const a = normalMatrix(n, n, n);
      const { l, u, perm } = lu(a);
      const permuted = { ...a, data: a.data.map((_, k) => a.data[perm[Math.floor(k / n)]! * n + (k % n)]!) };
      expect(residual(permuted, matmul(l, u))).toBeLessThanOrEqual(30);
      expect([...perm].sort((x, y) => x - y)).toEqual([...perm.keys()]);
      for (let k = 0; k < n * n; k++) expect(Math.abs(l.data[k]!)).toBeLessThanOrEqual(1);
    }
  });

  it("keeps a permutation's own sign and says where the first pivot is missing, beyond the first panel too", () => {
    const n = 101;
    const shifted = zeros(n, n);
    for (let i = 0; i < n; i++) shifted.data[i * n + ((i + 1) % n)] = 1;
    // A cycle of odd length is an even permutation; one exchange more is odd.
    expect(det(shifted)).toBe(1);
    shifted.data.fill(0, 0, 2 * n);
    shifted.data[2] = 1;
    shifted.data[n + 1] = 1;
    expect(det(shifted)).toBe(-1);
    for (const missing of [0, 17, 48, 99]) {
      const a = normalMatrix(n, n, missing);
      for (let i = 0; i < n; i++) a.data[i * n + missing] = 0;
      expect(lu(a).zeroPivot).toBe(missing);
      expect(det(a)).toBe(0);
      expect(solve(a, new Float64Array(n))).toBeNull();
      expect(inverse(a)).toEqual({ singular: true });
    }
    const twice = diagonal(Float64Array.from({ length: 10 }, (_, i) => (i === 3 || i === 7 ? 0 : 1)));
    expect(lu(twice).zeroPivot).toBe(3);
  });
});

describe("solve and solveLu", () => {
  it("answer a matrix by a matrix, column by column the same as vectors", () => {
    for (const [n, k] of [
      [1, 3],
      [5, 2],
      [33, 7],
      [70, 40],
    ] as const) {
      const [a, b] = [normalMatrix(n, n, n), normalMatrix(n, k, k)];
      const factors = lu(a);
      const x = solveLu(factors, b)!;
      expect([x.rows, x.cols]).toEqual([n, k]);
      const gap = frobenius(minus(matmul(a, x), b));
      expect(gap).toBeLessThanOrEqual(30 * n * EPSILON * frobenius(a) * frobenius(x));
      const direct = solve(a, b)!;
      for (let j = 0; j < k; j++) {
        const one = solveLu(factors, column(b, j))!;
        const size = Math.hypot(...one) * EPSILON * n * cond(a) * 30;
        expect(Math.hypot(...one.map((v, i) => v - x.data[i * k + j]!))).toBeLessThanOrEqual(size);
        expect(Math.hypot(...one.map((v, i) => v - direct.data[i * k + j]!))).toBeLessThanOrEqual(size);
      }
    }
    expect(solve(zeros(0, 0), zeros(0, 3))).toEqual(zeros(0, 3));
    expect(solve(identity(3), zeros(3, 0))).toEqual(zeros(3, 0));
    expect(solve(zeros(0, 0), [])).toEqual(new Float64Array(0));
  });

  it("are exact where the arithmetic is", () => {
    const a = fromRows([
      [0, 2, 1],
      [4, 2, 0],
      [2, 0, 0],
    ]);
    expect(solve(a, [4, 8, 2])).toEqual(Float64Array.of(1, 2, 0));
    expect(solve(a, fromRows([[4], [8], [2]]))).toEqual(fromRows([[1], [2], [0]]));
    expect(
      inverse(
        fromRows([
          [4, 2],
          [0, 2],
        ]),
      ),
    ).toEqual({
      singular: false,
      inverse: fromRows([
        [0.25, -0.25],
        [0, 0.5],
      ]),
    });
    expect(det(a)).toBe(-4);
  });

  it("do not lose digits where entries or right sides are near the ends of the range", () => {
    const a = normalMatrix(6, 6, 3);
    const b = normalMatrix(6, 1, 4).data;
    const x = solve(a, b)!;
    const close = (y: Float64Array, by: number) => {
      y.forEach((v, i) => {
        expect(Math.abs(v / by - x[i]!)).toBeLessThanOrEqual(1e-12 * Math.hypot(...x));
      });
    };
    for (const k of [-1000, -600, 600, 1000]) {
      const half = 2 ** (k / 2);
      const ka = { ...a, data: a.data.map((v) => v * half * half) };
      const kb = b.map((v) => v * half * half);
      close(solve(ka, kb)!, 1);
      close(solveLu(lu(ka), kb)!, 1);
      if (Math.abs(k) < 1000) {
        close(solve(ka, b)!, 1 / half / half);
        close(solve(a, kb)!, half * half);
      }
    }
    // The whole of A is denormal but for its last bits: solve works on A lifted, not on U as it can be stored.
    const tiny = { ...a, data: a.data.map((v) => Math.round(v * 1000) * 2 ** -1074) };
    const whole = { ...a, data: a.data.map((v) => Math.round(v * 1000)) };
    const ones = new Float64Array(6).fill(1);
    const got = solve(tiny, matvec(tiny, ones))!;
    got.forEach((v) => {
      expect(Math.abs(v - 1)).toBeLessThanOrEqual(100 * EPSILON * cond(whole));
    });
  });

  it("name an entry that is not finite", () => {
    const a = fromRows([
      [1, 2],
      [Number.NaN, 1],
    ]);
    for (const f of [lu, det, inverse, (m: Matrix) => solve(m, [1, 2])])
      expect(() => f(a)).toThrow("entry (1, 0) of A must be a finite number, not NaN");
    expect(() => solve(identity(2), [1, Number.POSITIVE_INFINITY])).toThrow("entry (1, 0) of b");
    expect(() => solveLu(lu(identity(2)), [Number.NaN, 0])).toThrow(DomainError);
    expect(() => solveLu(lu(identity(2)), zeros(3, 1))).toThrow(ShapeError);
  });
});

describe("inverse", () => {
  it("is refused only where κ₂ passes 1/(nε)", () => {
    // κ_F is far larger than κ₂ here, so that the singular values decide.
    const n = 40;
    for (const [last, singular] of [
      [4 * n * EPSILON, false],
      [n * EPSILON * 0.5, true],
    ] as const) {
      const a = identity(n);
      a.data[n * n - 1] = last;
      const got = inverse(a);
      expect(got.singular).toBe(singular);
      if (!got.singular) expect(got.inverse.data[n * n - 1]).toBe(1 / last);
    }
    expect(inverse(zeros(0, 0))).toEqual({ singular: false, inverse: zeros(0, 0) });
  });
});

describe("inverse near overflow", () => {
  it("is not called singular because σ₁ is past the largest double", () => {
    const big = 2 ** 1023;
    const got = inverse(
      fromRows([
        [1.5 * big, 0.75 * big],
        [0.75 * big, 1.5 * big],
      ]),
    );
    expect(got.singular).toBe(false);
    if (!got.singular)
      [4, -2, -2, 4].forEach((v, k) => {
        expect(got.inverse.data[k]! * big).toBeCloseTo(v / 4.5, 14);
      });
  });
});
