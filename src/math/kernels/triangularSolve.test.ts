import { describe, expect, it } from "vitest";
import { normalMatrix } from "../../../tests/support/arbitraryMatrix";
import { product, residualRatio, turned as transposed } from "../../../tests/support/ratios";
import type { Matrix } from "..";
import { block, turned } from "./gemm";
import { solveLower, solveUpper } from "./triangularSolve";

/** Well conditioned, with a diagonal that is not ones; above it what must not be read. */
function lower(n: number): { l: Matrix; dirty: Matrix } {
  const l = normalMatrix(n, n, n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) l.data[i * n + j] = j > i ? 0 : j === i ? 3 + i / n : l.data[i * n + j]! / n;
  return { l, dirty: { ...l, data: l.data.map((v, k) => (k % n > Math.floor(k / n) ? Number.NaN : v)) } };
}

describe("solveLower and solveUpper", () => {
  it("undo a product, for one column and many, stored either way, not reading the other triangle", () => {
    for (const n of [1, 2, 31, 32, 33, 64, 70])
      for (const cols of [1, 2, 5, 40]) {
        const { l, dirty } = lower(n);
        const u = transposed(l);
        const ones = { ...l, data: l.data.map((v, k) => (k % (n + 1) === 0 ? 1 : v)) };
        const x = normalMatrix(n, cols, cols);
        const solved = (b: Matrix, solve: (data: Float64Array, at: number) => void) => {
          // Not at the beginning of its array, and nothing beside it is touched.
          const data = new Float64Array(n * cols + 6).fill(7);
          data.set(b.data, 3);
          solve(data, 3);
          expect([...data.subarray(0, 3), ...data.subarray(n * cols + 3)]).toEqual([7, 7, 7, 7, 7, 7]);
          return { ...b, data: data.slice(3, n * cols + 3) };
        };
        const rows = block(dirty.data, 0, n);
        const columns = turned(block(transposed(dirty).data, 0, n));
        for (const t of [rows, columns]) {
          const whole = solved(product(l, x), (data, at) => solveLower(t, n, false, data, at, cols));
          expect(residualRatio(product(l, x), l, whole)).toBeLessThanOrEqual(30);
          expect(residualRatio(x, whole)).toBeLessThanOrEqual(30);
          const unit = solved(product(ones, x), (data, at) => solveLower(t, n, true, data, at, cols));
          expect(residualRatio(x, unit)).toBeLessThanOrEqual(60);
          const up = solved(product(u, x), (data, at) => solveUpper(turned(t), n, data, at, cols));
          expect(residualRatio(x, up)).toBeLessThanOrEqual(30);
        }
      }
  });

  it("are exact for whole numbers", () => {
    const l = block(Float64Array.of(2, 9, 4, 1), 0, 2);
    const x = Float64Array.of(2, 6);
    solveLower(l, 2, false, x, 0, 1);
    expect(x).toEqual(Float64Array.of(1, 2));
    const y = Float64Array.of(1, 2, 6, 9);
    solveLower(l, 2, true, y, 0, 2);
    expect(y).toEqual(Float64Array.of(1, 2, 2, 1));
    const z = Float64Array.of(22, 2);
    solveUpper(l, 2, z, 0, 1);
    expect(z).toEqual(Float64Array.of(2, 2));
  });
});
