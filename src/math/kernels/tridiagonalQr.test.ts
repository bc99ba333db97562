import { describe, expect, it } from "vitest";
import { orthogonalityRatio, RATIO, valuesRatio } from "../../../tests/support/ratios";
import { EPSILON, identity } from "..";
import { tridiagonalQr } from "./tridiagonalQr";

/** T's values ascending, and X = V for X = I. */
function solve(diagonal: number[], beside: number[]) {
  const n = diagonal.length;
  const [d, e] = [Float64Array.from(diagonal), Float64Array.from(beside)];
  const x = identity(n);
  tridiagonalQr(d, e, 0, n, x.data, 0, n, n, new Float64Array(n), new Float64Array(n));
  return { values: Float64Array.from(d).sort(), d, x };
}

/** ‖TX − XΛ‖ entrywise, over ε times the largest entry of T. */
function residual(diagonal: number[], beside: number[], d: Float64Array, x: Float64Array): number {
  const n = d.length;
  let worst = 0;
  for (let j = 0; j < n; j++)
    for (let i = 0; i < n; i++) {
      const below = i + 1 < n ? beside[i]! * x[(i + 1) * n + j]! : 0;
      const above = i > 0 ? beside[i - 1]! * x[(i - 1) * n + j]! : 0;
      worst = Math.max(worst, Math.abs(diagonal[i]! * x[i * n + j]! + below + above - d[j]! * x[i * n + j]!));
    }
  return worst / (EPSILON * Math.max(...diagonal.map(Math.abs), ...beside.map(Math.abs)));
}

describe("tridiagonalQr", () => {
  it("solves [[2, 1], [1, 2]] and [[1, 2], [2, 1]]", () => {
    expect(valuesRatio(solve([2, 2], [1]).values, [1, 3], 2)).toBeLessThanOrEqual(2);
    expect(valuesRatio(solve([1, 1], [2]).values, [-1, 3], 2)).toBeLessThanOrEqual(2);
    expect(solve([5], []).values).toEqual(Float64Array.of(5));
  });

  it("finds 2 − 2cos(kπ/(n + 1)) for the matrix 1-2-1, with orthogonal vectors", () => {
    for (const n of [2, 3, 4, 5, 6, 7, 8, 9, 21, 32]) {
      const [diagonal, beside] = [new Array(n).fill(2), new Array(n - 1).fill(-1)];
      const { values, d, x } = solve(diagonal, beside);
      const exact = Float64Array.from({ length: n }, (_, k) => 2 - 2 * Math.cos(((k + 1) * Math.PI) / (n + 1)));
      expect(valuesRatio(values, exact, n)).toBeLessThanOrEqual(RATIO / 10);
      expect(orthogonalityRatio(x)).toBeLessThanOrEqual(RATIO);
      expect(residual(diagonal, beside, d, x.data)).toBeLessThanOrEqual(RATIO * n);
    }
  });

  it("takes couplings of zero, graded rows from either end, and values near underflow", () => {
    for (const [diagonal, beside] of [
      [
        [1, 2, 3, 4],
        [0, 1, 0],
      ],
      [
        [1, 1e-5, 1e-10, 1e-15],
        [1e-3, 1e-8, 1e-13],
      ],
      [
        [1e-15, 1e-10, 1e-5, 1],
        [1e-13, 1e-8, 1e-3],
      ],
      [
        [1, 1e-170, -1e-170, 2e-170],
        [1e-160, 3e-170, 1e-170],
      ],
      [
        [0, 0, 0, 0],
        [1, 1, 1],
      ],
    ] as [number[], number[]][]) {
      const { d, x } = solve(diagonal, beside);
      expect(orthogonalityRatio(x)).toBeLessThanOrEqual(RATIO);
      expect(residual(diagonal, beside, d, x.data)).toBeLessThanOrEqual(RATIO);
    }
  });

  it("keeps its vectors orthogonal beside couplings of a few denormal bits, where QR sweeps once did not converge", () => {
    const few = 2 ** -1073;
    const { x } = solve([1, few, 0, few, 2 * few], [few, few, few, few]);
    expect(orthogonalityRatio(x)).toBeLessThanOrEqual(RATIO);
  });

  it("leaves a diagonal matrix's values in their places and X as it was", () => {
    const { d, x } = solve([3, 1, 2], [0, 0]);
    expect([...d]).toEqual([3, 1, 2]);
    expect(x).toEqual(identity(3));
  });

  it("works on a part of T and of X that begins elsewhere, where it once turned rows outside the part", () => {
    const n = 6;
    const d = Float64Array.of(9, 9, 2, 2, 2, 9);
    const e = Float64Array.of(9, 9, 1, 1, 9);
    const x = new Float64Array(n * n);
    for (let i = 2; i < 5; i++) x[i * (n + 1)] = 1;
    tridiagonalQr(d, e, 2, 5, x, 2 * (n + 1), n, 3, new Float64Array(n), new Float64Array(n));
    expect([d[0], d[1], d[5]]).toEqual([9, 9, 9]);
    expect(valuesRatio(d.slice(2, 5).sort(), [2 - Math.SQRT2, 2, 2 + Math.SQRT2], 3)).toBeLessThanOrEqual(3);
    const part = Float64Array.from({ length: 9 }, (_, k) => x[(2 + Math.floor(k / 3)) * n + 2 + (k % 3)]!);
    expect(orthogonalityRatio({ rows: 3, cols: 3, data: part })).toBeLessThanOrEqual(RATIO);
    expect(x.every((v, k) => v === 0 || (k % n >= 2 && k % n < 5 && k >= 2 * n && k < 5 * n))).toBe(true);
  });
});
