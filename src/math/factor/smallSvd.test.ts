import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalMatrix } from "../../../tests/support/arbitraryMatrix";
import {
  columnsTimes,
  orthogonalityRatio,
  RATIO,
  residualRatio,
  timesPowerOfTwo,
  turned,
  valuesRatio,
} from "../../../tests/support/ratios";
import { drawn, general, valuesOf } from "../../../tests/support/spectra";
import {
  diagonal,
  EPSILON,
  fromRows,
  identity,
  type Mat2,
  type Mat3,
  type Matrix,
  singularValues,
  svd,
  svd2,
  svd3,
  transpose,
  zeros,
} from "..";

/** Every promise of svd, of singularValues beside it, for an A that is 2 to `exponent` times one of order one. Returns s. */
function checked(a: Matrix, exponent = 0): Float64Array {
  const { u, s, vt } = svd(a);
  const kept = Math.min(a.rows, a.cols);
  expect([u.rows, u.cols, s.length, vt.rows, vt.cols]).toEqual([a.rows, kept, kept, kept, a.cols]);
  const values = s.map((v) => v * 2 ** -exponent);
  expect(residualRatio(timesPowerOfTwo(a, -exponent), columnsTimes(u, values), vt)).toBeLessThan(RATIO);
  expect(orthogonalityRatio(u)).toBeLessThan(RATIO);
  expect(orthogonalityRatio(turned(vt))).toBeLessThan(RATIO);
  for (let k = 0; k < kept; k++) {
    if (k > 0) expect(s[k]).toBeLessThanOrEqual(s[k - 1]!);
    const row = vt.data.slice(k * a.cols, (k + 1) * a.cols);
    const largest = Math.max(...row.map(Math.abs));
    // Of entries that are equal but for rounding the first is positive.
    expect(row.find((x) => Math.abs(x) > largest * (1 - 1e-11))).toBeGreaterThan(0);
  }
  for (const x of [...u.data, ...s, ...vt.data]) expect(Object.is(x, -0)).toBe(false);
  expect(singularValues(a)).toEqual(s);
  return s;
}

describe("svd of a few rows or columns", () => {
  it("meets LAPACK's ratios on its spectra, of any shape, and knows their values", () => {
    fc.assert(
      fc.property(drawn("any", 27), (draw) => {
        const s = checked(general(draw), draw.exponent);
        expect(valuesRatio(s, valuesOf(draw), Math.max(draw.rows, draw.cols))).toBeLessThan(RATIO);
      }),
      { numRuns: 300 },
    );
  });

  it("does so for small whole numbers of any rank", () => {
    const shape = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }));
    const whole = shape.chain(([rows, cols]) =>
      fc
        .array(fc.integer({ min: -2, max: 2 }), { minLength: rows * cols, maxLength: rows * cols })
        .map((data) => ({ rows, cols, data: Float64Array.from(data) })),
    );
    fc.assert(
      fc.property(whole, (a) => {
        if (a.data.some((x) => x !== 0)) checked(a);
      }),
      { numRuns: 300 },
    );
  });

  it("does so where rows or columns fall by scale, and on both sides of what counts as small", () => {
    for (const [rows, cols] of [
      [1, 1],
      [1, 9],
      [3, 2],
      [4, 4],
      [7, 12],
      [24, 24],
      [24, 25],
      [25, 25],
      [64, 16],
      [65, 16],
      [1024, 1],
      [1025, 1],
    ] as const) {
      const a = normalMatrix(rows, cols, 10 * rows + cols);
      for (const power of [0, 1, 7, 40]) {
        const b = { ...a, data: a.data.map((x, k) => x * 2 ** (-power * Math.min(20, Math.floor(k / cols)))) };
        checked(b);
        checked(transpose(b));
      }
    }
  });

  it("is svd2's and svd3's answer, to the bit", () => {
    for (let seed = 0; seed < 20; seed++) {
      const two = normalMatrix(2, 2, seed);
      const three = normalMatrix(3, 3, seed);
      for (const exponent of [0, 400, -400]) {
        for (const [a, { u, s, v }] of [
          [timesPowerOfTwo(two, exponent), svd2([...timesPowerOfTwo(two, exponent).data] as unknown as Mat2)],
          [timesPowerOfTwo(three, exponent), svd3([...timesPowerOfTwo(three, exponent).data] as unknown as Mat3)],
        ] as const) {
          const ours = svd(a);
          expect([...ours.u.data]).toEqual([...u]);
          expect([...ours.s]).toEqual([...s]);
          expect([...transpose(ours.vt).data]).toEqual([...v]);
        }
      }
    }
  });

  it("knows closed forms: one row, one column, a diagonal, a permutation, rank one", () => {
    const row = svd(fromRows([[0, -3, 4]]));
    expect([row.u, row.s]).toEqual([identity(1), Float64Array.of(5)]);
    const column = svd(fromRows([[0], [3], [-4]]));
    expect([column.vt, column.s]).toEqual([identity(1), Float64Array.of(5)]);
    [0, 0.6, -0.8].forEach((x, i) => {
      expect(Math.abs(row.vt.data[i]! + x)).toBeLessThanOrEqual(EPSILON);
      expect(Math.abs(column.u.data[i]! - x)).toBeLessThanOrEqual(EPSILON);
    });
    expect(svd(diagonal([2, -5, 0, 3]))).toEqual({
      u: fromRows([
        [0, 0, 1, 0],
        [-1, 0, 0, 0],
        [0, 0, 0, 1],
        [0, 1, 0, 0],
      ]),
      s: Float64Array.of(5, 3, 2, 0),
      vt: fromRows([
        [0, 1, 0, 0],
        [0, 0, 0, 1],
        [1, 0, 0, 0],
        [0, 0, 1, 0],
      ]),
    });
    const ones = { rows: 6, cols: 4, data: new Float64Array(24).fill(1) };
    const s = checked(ones);
    expect(Math.abs(s[0]! - Math.sqrt(24))).toBeLessThanOrEqual(8 * EPSILON);
    for (const small of s.slice(1)) expect(small).toBeLessThanOrEqual(8 * EPSILON);
    expect(svd(zeros(3, 5))).toEqual({
      u: identity(3),
      s: new Float64Array(3),
      vt: { rows: 3, cols: 5, data: Float64Array.from({ length: 15 }, (_, k) => (k % 6 === 0 ? 1 : 0)) },
    });
    for (const empty of [zeros(0, 3), zeros(3, 0), zeros(0, 0)]) {
      expect(svd(empty)).toEqual({ u: zeros(empty.rows, 0), s: new Float64Array(0), vt: zeros(0, empty.cols) });
    }
  });

  it("keeps nothing from one call to the next, and gives each result memory of its own", () => {
    const shapes = [normalMatrix(20, 20, 1), normalMatrix(4, 4, 2), normalMatrix(3, 7, 3), normalMatrix(2, 2, 4)];
    const alone = shapes.map((a) => svd(a));
    const copies = alone.map(({ u, s, vt }) => [u.data.slice(), s.slice(), vt.data.slice()]);
    for (const a of [...shapes, zeros(5, 5), ...shapes.slice().reverse()]) {
      svd(a);
      singularValues(a);
    }
    shapes.forEach((a, i) => {
      const { u, s, vt } = alone[i]!;
      expect([u.data, s, vt.data]).toEqual(copies[i]);
      expect(svd(a)).toEqual(alone[i]);
      expect(new Set([u.data.buffer, s.buffer, vt.data.buffer]).size).toBe(3);
    });
  });
});
