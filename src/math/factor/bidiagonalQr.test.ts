import { describe, expect, it } from "vitest";
import { departure, normalMatrix } from "../../../tests/support/arbitraryMatrix";
import { residual } from "../../../tests/support/linalgOracle";
import { EPSILON, identity, type Matrix, matmul, transpose, zeros } from "..";
import { bidiagonalQr } from "./bidiagonalQr";

/** n × (n + extra). */
function bidiagonal(d: Float64Array, e: Float64Array, extra: number): Matrix {
  const n = d.length;
  const b = zeros(n, n + extra);
  d.forEach((value, i) => {
    b.data[i * (n + extra) + i] = value;
  });
  for (let i = 0; i < n - 1 + extra; i++) b.data[i * (n + extra) + i + 1] = e[i]!;
  return b;
}

const rows = ({ data, cols }: Matrix) => ({ x: data, first: 0, stride: cols, size: cols });
const none = { x: new Float64Array(0), first: 0, stride: 0, size: 0 };
const sorted = (d: Float64Array) => d.map(Math.abs).sort().reverse();

/** Checks B = U [diag(d) 0] Vᵀ and returns |d|, largest first, and Vᵀ. */
function checked(diagonal: Float64Array, superdiagonal: Float64Array) {
  const [d, e] = [diagonal.slice(), superdiagonal.slice()];
  const n = d.length;
  const extra = e.length === n ? 1 : 0;
  const ut = identity(n);
  const vt = identity(n + extra);
  bidiagonalQr(d, e, 0, n, extra, rows(ut), rows(vt));
  const sigma = bidiagonal(d, new Float64Array(n), extra);
  const b = bidiagonal(diagonal, superdiagonal, extra);
  expect(residual(b, matmul(matmul(transpose(ut), sigma), vt))).toBeLessThanOrEqual(30);
  expect(departure(transpose(ut))).toBeLessThanOrEqual(30);
  expect(departure(transpose(vt))).toBeLessThanOrEqual(30);
  return { values: sorted(d), vt, b };
}

describe("bidiagonalQr", () => {
  it("is B = UΣVᵀ, with and without a column more than rows, whose null vector comes last", () => {
    for (let n = 1; n <= 40; n++)
      for (const extra of [0, 1]) {
        const { data } = normalMatrix(2, n + 1, n);
        const { vt, b } = checked(data.slice(0, n), data.slice(n, 2 * n - 1 + extra));
        if (extra === 0) continue;
        matmul(b, { rows: n + 1, cols: 1, data: vt.data.slice(n * (n + 1)) }).data.forEach((value) => {
          expect(Math.abs(value)).toBeLessThanOrEqual(30 * n * EPSILON);
        });
      }
  });

  it("gives the same values to the bit where vectors are not wanted, and the same entries where only some are", () => {
    const { data } = normalMatrix(2, 30, 5);
    const [d, e] = [data.slice(0, 30), data.slice(30, 60)];
    const { values, vt } = checked(d, e);
    const alone = d.slice();
    const ends = new Float64Array(62);
    ends[0] = ends[61] = 1;
    bidiagonalQr(alone, e.slice(), 0, 30, 1, none, { x: ends, first: 0, stride: 2, size: 2 });
    expect(sorted(alone)).toEqual(values);
    for (let i = 0; i <= 30; i++) {
      expect(ends[2 * i]).toBe(vt.data[31 * i]);
      expect(ends[2 * i + 1]).toBe(vt.data[31 * i + 30]);
    }
  });

  it("keeps to its rows of B and of the vectors", () => {
    const { data } = normalMatrix(2, 12, 5);
    const [d, e] = [data.slice(0, 12), data.slice(12)];
    const [below, beside] = [d.slice(), e.slice()];
    const wide = normalMatrix(12, 9, 7);
    const before = wide.data.slice();
    bidiagonalQr(below, beside, 3, 5, 0, none, { x: wide.data, first: 2, stride: 9, size: 4 });
    const whole = checked(d.slice(3, 8), e.slice(3, 7));
    expect(sorted(below.slice(3, 8))).toEqual(whole.values);
    const block = (x: Float64Array) => ({
      rows: 5,
      cols: 4,
      data: Float64Array.from({ length: 20 }, (_, k) => x[(3 + Math.floor(k / 4)) * 9 + 2 + (k % 4)]!),
    });
    expect(residual(block(wide.data), matmul(whole.vt, block(before)))).toBeLessThanOrEqual(30);
    const inside = (i: number) => i >= 3 && i < 8;
    for (let i = 0; i < 12; i++) {
      if (!inside(i)) expect(below[i]).toBe(d[i]);
      if (!inside(i) || i === 7) expect(beside[i]).toBe(e[i]);
      for (let j = 0; j < 9; j++)
        if (!(inside(i) && j >= 2 && j < 6)) expect(wide.data[9 * i + j]).toBe(before[9 * i + j]);
    }
  });

  it("sweeps zeros on the diagonal away, the first, the last, all", () => {
    for (const zero of [[0], [1], [2], [6], [7], [0, 7], [3, 4], [0, 1, 2, 3, 4, 5, 6, 7]])
      for (const extra of [0, 1]) {
        const d = Float64Array.from({ length: 8 }, (_, i) => (zero.includes(i) ? 0 : 1 + (i % 3)));
        const e = Float64Array.from({ length: 7 + extra }, (_, i) => 1 + (i % 2));
        const { values } = checked(d, e);
        if (extra === 0) expect(values[7]).toBeLessThanOrEqual(10 * EPSILON);
      }
  });

  it("holds for graded entries, downwards, upwards and to a middle, and for clusters", () => {
    for (const n of [3, 8, 24])
      for (const power of [-1, -8, -30, 8])
        for (const size of [(i: number) => i, (i: number) => n - i, (i: number) => Math.abs(i - n / 2)]) {
          const d = Float64Array.from({ length: n }, (_, i) => 2 ** (power * size(i)));
          checked(d, d.slice(0, n - 1));
          checked(d, d);
          checked(new Float64Array(n).fill(1), d.slice(0, n - 1));
        }
  });

  it("knows small cases exactly: 3, 4 → 5, the golden ratio, a diagonal", () => {
    expect(checked(Float64Array.of(3), Float64Array.of(4)).values[0]).toBe(5);
    const golden = (1 + Math.sqrt(5)) / 2;
    const { values } = checked(Float64Array.of(1, 1), Float64Array.of(1));
    expect(Math.abs(values[0]! - golden)).toBeLessThanOrEqual(4 * EPSILON);
    expect(Math.abs(values[1]! - 1 / golden)).toBeLessThanOrEqual(4 * EPSILON);
    expect([...checked(Float64Array.of(2, -7, 0, 1), new Float64Array(3)).values]).toEqual([7, 2, 1, 0]);
    expect([...checked(new Float64Array(4), new Float64Array(4)).values]).toEqual([0, 0, 0, 0]);
  });

  it("keeps the digits of a block whose squares underflow, and turns orthogonally among denormals", () => {
    const [d, e] = [Float64Array.of(1, 2, 3, 4), Float64Array.of(1, 1, 1)];
    const plain = checked(d, e).values;
    for (const tiny of [2 ** -199, 2 ** -250, 2 ** -600, 2 ** -1000]) {
      const small = checked(
        d.map((v) => v * tiny),
        e.map((v) => v * tiny),
      ).values;
      expect([...small]).toEqual([...plain.map((v) => v * tiny)]);
    }
    const least = Number.MIN_VALUE;
    const [value, vt] = [Float64Array.of(3 * least), identity(2)];
    bidiagonalQr(value, Float64Array.of(4 * least), 0, 1, 1, none, rows(vt));
    expect([...value]).toEqual([5 * least]);
    expect([...vt.data]).toEqual([0.6, 0.8, -0.8, 0.6]);
    const denormal = d.map((v) => v * least);
    bidiagonalQr(
      denormal,
      e.map((v) => v * least),
      0,
      4,
      0,
      none,
      none,
    );
    sorted(denormal).forEach((v, i) => {
      expect(Math.abs(v / least - plain[i]!)).toBeLessThanOrEqual(0.5);
    });
  });
});
