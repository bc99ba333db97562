import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalMatrix } from "../../../tests/support/arbitraryMatrix";
import { frobenius, minus } from "../../../tests/support/linalgOracle";
import {
  EPSILON,
  gram,
  identity,
  type Matrix,
  matmul,
  matmulTransposed,
  matvec,
  ShapeError,
  transpose,
  transposedMatmul,
  zeros,
} from "..";
import { block, gemmInto, turned } from "./gemm";

/** The definition, one sum an entry. */
function byDefinition(a: Matrix, b: Matrix): Matrix {
  const out = zeros(a.rows, b.cols);
  for (let i = 0; i < a.rows; i++)
    for (let j = 0; j < b.cols; j++)
      for (let k = 0; k < a.cols; k++) out.data[i * b.cols + j]! += a.data[i * a.cols + k]! * b.data[k * b.cols + j]!;
  return out;
}
const near = (got: Matrix, want: Matrix, a: Matrix, b: Matrix) => {
  expect([got.rows, got.cols]).toEqual([want.rows, want.cols]);
  expect(frobenius(minus(got, want))).toBeLessThanOrEqual((a.cols + 1) * EPSILON * frobenius(a) * frobenius(b));
};
/** Sizes about the tile (4), the panel (64) and its depth (256), and empty ones; the width (512) has its own test. */
const size = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constantFrom(63, 64, 65));
const depth = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constantFrom(255, 256, 257));

describe("matmul", () => {
  it("is the definition, for any sizes, plain and with either factor transposed", () => {
    fc.assert(
      fc.property(size, depth, size, fc.nat(1e6), (m, k, n, seed) => {
        const [a, b] = [normalMatrix(m, k, seed), normalMatrix(k, n, seed + 1)];
        const want = byDefinition(a, b);
        near(matmul(a, b), want, a, b);
        near(matmulTransposed(a, transpose(b)), want, a, b);
        near(transposedMatmul(transpose(a), b), want, a, b);
        near(gram(a), byDefinition(transpose(a), a), transpose(a), a);
      }),
      { numRuns: 15 },
    );
  });

  it("has a Gram that is exact for whole numbers and symmetric to the bit, by rows and by tiles", () => {
    for (const [m, n] of [
      [3, 2],
      [1000, 7],
      [1000, 8],
      [511, 9],
      [700, 33],
    ] as const) {
      const a = normalMatrix(m, n, m);
      const { data } = gram(a);
      for (let p = 0; p < n; p++) for (let q = 0; q < p; q++) expect(data[p * n + q]).toBe(data[q * n + p]);
      const whole = { ...a, data: a.data.map((v) => Math.round(8 * v) + 0) };
      expect([...gram(whole).data]).toEqual([...byDefinition(transpose(whole), whole).data]);
    }
  });

  it("is the definition past the width of a packed panel", () => {
    const [a, b] = [normalMatrix(5, 20, 1), normalMatrix(20, 1027, 2)];
    near(matmul(a, b), byDefinition(a, b), a, b);
    near(matmul(transpose(b), transpose(a)), transpose(byDefinition(a, b)), a, b);
  });

  it("adds α A B to a block inside a larger array and touches nothing else", () => {
    const [a, b] = [normalMatrix(7, 9, 1), normalMatrix(9, 6, 2)];
    const host = normalMatrix(12, 11, 3);
    const before = host.data.slice();
    gemmInto(turned(block(host.data, 2 * 11 + 3, 11)), block(a.data, 0, 9), block(b.data, 0, 6), 7, 6, 9, -2);
    const product = matmul(a, b);
    before.forEach((value, k) => {
      // Written through the transposed block: entry (i, j) of the product lands in row 2 + j, column 3 + i.
      const [j, i] = [Math.floor(k / 11) - 2, (k % 11) - 3];
      const inside = i >= 0 && i < 7 && j >= 0 && j < 6;
      if (inside) expect(host.data[k]).toBeCloseTo(value - 2 * product.data[i * 6 + j]!, 13);
      else expect(host.data[k]).toBe(value);
    });
  });

  it("carries NaN and Infinity, keeps the identity exact, and names both shapes it refuses", () => {
    const a = normalMatrix(40, 40, 5);
    expect(matmul(a, identity(40))).toEqual(a);
    a.data[3] = Number.NaN;
    expect(matmul(a, identity(40)).data.slice(0, 40).every(Number.isNaN)).toBe(true);
    expect(matmul(a, identity(40)).data.slice(40).some(Number.isNaN)).toBe(false);
    expect(() => matmul(zeros(2, 3), zeros(2, 3))).toThrow(ShapeError);
    expect(() => matmul(zeros(2, 3), zeros(2, 3))).toThrow(/3 rows.*2 × 3.*2/);
    expect(() => matmulTransposed(zeros(2, 3), zeros(3, 2))).toThrow(ShapeError);
    expect(() => transposedMatmul(zeros(2, 3), zeros(3, 2))).toThrow(ShapeError);
    expect(() => matvec(zeros(2, 3), [1, 2])).toThrow(ShapeError);
  });
});
