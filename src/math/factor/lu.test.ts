import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryMatrix, normalMatrix } from "../../../tests/support/arbitraryMatrix";
import { residual, scaleOf, times } from "../../../tests/support/linalgOracle";
import {
  det,
  diagonal,
  EPSILON,
  fromRows,
  identity,
  lu,
  matmul,
  matvec,
  ShapeError,
  solve,
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
