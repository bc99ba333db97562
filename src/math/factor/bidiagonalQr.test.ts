import { describe, expect, it } from "vitest";
import { departure, normalMatrix } from "../../../tests/support/arbitraryMatrix";
import { residual } from "../../../tests/support/linalgOracle";
import { EPSILON, identity, type Matrix, matmul, matmulTransposed, zeros } from "..";
import { bidiagonalQr } from "./bidiagonalQr";

/** n × e.length + 1. */
function bidiagonal(d: Float64Array, e: Float64Array): Matrix {
  const b = zeros(d.length, e.length + 1);
  d.forEach((value, i) => {
    b.data[i * b.cols + i] = value;
  });
  e.forEach((value, i) => {
    b.data[i * b.cols + i + 1] = value;
  });
  return b;
}

/** Checks B = U [diag(d) 0] Vᵀ and returns |d|, largest first, and V. */
function checked(diagonal: Float64Array, superdiagonal: Float64Array) {
  const [d, e] = [diagonal.slice(), superdiagonal.slice()];
  const n = d.length;
  const u = identity(n);
  const v = identity(e.length + 1);
  bidiagonalQr(d, e, u.data, v.data);
  const sigma = bidiagonal(d, new Float64Array(e.length));
  const b = bidiagonal(diagonal, superdiagonal);
  expect(residual(b, matmulTransposed(matmul(u, sigma), v))).toBeLessThanOrEqual(30);
  expect(departure(u)).toBeLessThanOrEqual(30);
  expect(departure(v)).toBeLessThanOrEqual(30);
  return { values: d.map(Math.abs).sort().reverse(), v, b };
}

describe("bidiagonalQr", () => {
  it("is B = UΣVᵀ, with and without a column more than rows, whose null vector comes last", () => {
    for (let n = 1; n <= 40; n++)
      for (const extra of [0, 1]) {
        const { data } = normalMatrix(2, n + 1, n);
        const { v, b } = checked(data.slice(0, n), data.slice(n, 2 * n - 1 + extra));
        if (extra === 0) continue;
        const last = {
          rows: n + 1,
          cols: 1,
          data: Float64Array.from({ length: n + 1 }, (_, i) => v.data[i * (n + 1) + n]!),
        };
        matmul(b, last).data.forEach((value) => {
          expect(Math.abs(value)).toBeLessThanOrEqual(30 * n * EPSILON);
        });
      }
  });

  it("gives the values alone, the same to the bit, where U and V are empty", () => {
    const { data } = normalMatrix(2, 30, 5);
    const [d, e] = [data.slice(0, 30), data.slice(30, 59)];
    const alone = d.slice();
    bidiagonalQr(alone, e.slice(), new Float64Array(0), new Float64Array(0));
    expect([...alone.map(Math.abs).sort().reverse()]).toEqual([...checked(d, e).values]);
  });

  it("rotates zeros on the diagonal away, the first, the last, all", () => {
    for (const zero of [[0], [1], [2], [6], [7], [0, 7], [3, 4], [0, 1, 2, 3, 4, 5, 6, 7]])
      for (const extra of [0, 1]) {
        const d = Float64Array.from({ length: 8 }, (_, i) => (zero.includes(i) ? 0 : 1 + (i % 3)));
        const e = Float64Array.from({ length: 7 + extra }, (_, i) => 1 + (i % 2));
        const { values } = checked(d, e);
        if (extra === 0) expect(values[7]).toBeLessThanOrEqual(10 * EPSILON);
      }
  });

  it("knows small cases exactly: 3, 4 → 5, the golden ratio, a diagonal, nothing", () => {
    expect(checked(Float64Array.of(3), Float64Array.of(4)).values[0]).toBe(5);
    const golden = (1 + Math.sqrt(5)) / 2;
    const { values } = checked(Float64Array.of(1, 1), Float64Array.of(1));
    expect(Math.abs(values[0]! - golden)).toBeLessThanOrEqual(4 * EPSILON);
    expect(Math.abs(values[1]! - 1 / golden)).toBeLessThanOrEqual(4 * EPSILON);
    expect([...checked(Float64Array.of(2, -7, 0, 1), new Float64Array(3)).values]).toEqual([7, 2, 1, 0]);
    const none = new Float64Array(0);
    expect(() => bidiagonalQr(none, none, none, none)).not.toThrow();
  });

  it("keeps the digits of a block whose squares underflow, and turns orthogonally among denormals", () => {
    const tiny = 2 ** -600;
    const plain = checked(Float64Array.of(1, 2, 3, 4), Float64Array.of(1, 1, 1)).values;
    const lifted = Float64Array.of(1, 2, 3, 4).map((v) => v * tiny);
    const e = Float64Array.of(1, 1, 1).map((v) => v * tiny);
    const small = checked(lifted, e).values;
    small.forEach((value, i) => {
      expect(Math.abs(value / tiny - plain[i]!)).toBeLessThanOrEqual(20 * EPSILON * plain[0]!);
    });
    const least = Number.MIN_VALUE;
    const [d, u, v] = [Float64Array.of(3 * least), identity(1), identity(2)];
    bidiagonalQr(d, Float64Array.of(4 * least), u.data, v.data);
    expect([...d]).toEqual([5 * least]);
    expect([...v.data]).toEqual([0.6, -0.8, 0.8, 0.6]);
  });
});
