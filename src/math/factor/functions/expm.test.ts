import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { difference, oneNorm, product, timesPowerOfTwo } from "../../../../tests/support/ratios";
import { drawn, general, symmetric } from "../../../../tests/support/spectra";
import {
  DomainError,
  det,
  diagonal,
  EPSILON,
  eigh,
  expm,
  fromRows,
  identity,
  type Matrix,
  ShapeError,
  zeros,
} from "../..";

const gap = (x: Matrix, y: Matrix) => oneNorm(difference(x, y)) / oneNorm(y);
const scaled = (a: Matrix, k: number): Matrix => ({ ...a, data: a.data.map((v) => v * k) });
/** Norms in the reach of each degree, and one, two and ten halvings past it. */
const NORMS = [1e-200, 0.01, 0.0149, 0.015, 0.2, 0.26, 0.9, 1, 2, 2.2, 4, 6, 20, 300];

describe("expm", () => {
  it("is e to each entry of a diagonal", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 1, maxLength: 6 }), (d) => {
        const e = expm(diagonal(d));
        d.forEach((x, i) => {
          expect(Math.abs(e.data[i * (d.length + 1)]! / Math.exp(x) - 1)).toBeLessThan(1e-13);
        });
      }),
    );
  });

  it("is the finite series of a nilpotent matrix, however large, as long as its square is", () => {
    const n = fromRows([
      [0, 1, 2],
      [0, 0, 3],
      [0, 0, 0],
    ]);
    const close = (e: Matrix, values: number[]) =>
      values.forEach((v, i) => {
        expect(e.data[i]).toBeCloseTo(v, 12);
      });
    close(expm(n), [1, 1, 3.5, 0, 1, 3, 0, 0, 1]);
    // ‖A‖ is 10⁶ and A² zero: the powers, not the norm, choose the halvings.
    expect(
      expm(
        fromRows([
          [0, 1e6],
          [0, 0],
        ]),
      ).data,
    ).toEqual(Float64Array.of(1, 1e6, 0, 1));
  });

  it("turns by θ for θ times the generator of rotations", () => {
    for (const angle of NORMS) {
      const e = expm(
        fromRows([
          [0, -angle],
          [angle, 0],
        ]),
      );
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const bound = 8 * EPSILON * (1 + angle);
      expect(
        gap(
          e,
          fromRows([
            [c, -s],
            [s, c],
          ]),
        ),
        `${angle}`,
      ).toBeLessThan(bound);
    }
  });

  it("of a Jordan block is e^λ [[1, t], [0, 1]]", () => {
    for (const lambda of [-700, -30, 0, 1, 30, 700]) {
      const e = expm(
        fromRows([
          [lambda, 5],
          [0, lambda],
        ]),
      );
      const x = Math.exp(lambda);
      expect(
        gap(
          e,
          fromRows([
            [x, 5 * x],
            [0, x],
          ]),
        ),
        `${lambda}`,
      ).toBeLessThan(1e-14);
    }
  });

  it("is V e^Λ Vᵀ for a symmetric matrix, at every degree and number of halvings", () => {
    fc.assert(
      fc.property(drawn("square", 10), fc.constantFrom(...NORMS), (draw, norm) => {
        const a = scaled(timesPowerOfTwo(symmetric({ ...draw, exponent: 0 }).a, 0), norm);
        const { values, vectors } = eigh(a);
        const e = { ...vectors, data: vectors.data.map((v, k) => v * Math.exp(values[k % a.cols]!)) };
        const transposed = {
          ...vectors,
          data: vectors.data.map((_, k) => vectors.data[(k % a.cols) * a.cols + Math.floor(k / a.cols)]!),
        };
        expect(gap(expm(a), product(e, transposed))).toBeLessThan(200 * a.rows * EPSILON * (1 + norm));
      }),
    );
  });

  it("has det e^A = e^{tr A} and e^A e^−A = I", () => {
    fc.assert(
      fc.property(drawn("square", 8), fc.constantFrom(0.01, 0.1, 0.5, 1, 2, 5), (draw, norm) => {
        const a = scaled(general({ ...draw, exponent: 0 }), norm);
        const e = expm(a);
        let trace = 0;
        for (let i = 0; i < a.rows; i++) trace += a.data[i * (a.rows + 1)]!;
        const condition = oneNorm(e) * oneNorm(expm(scaled(a, -1)));
        expect(Math.abs(det(e) / Math.exp(trace) - 1)).toBeLessThan(100 * a.rows * EPSILON * condition);
        expect(gap(product(e, expm(scaled(a, -1))), identity(a.rows))).toBeLessThan(100 * a.rows * EPSILON * condition);
      }),
    );
  });

  it("keeps every digit of Ward's test, whose answer is known", () => {
    // Ward 1977, example 1: eigenvalues 3, 3, 6 with integer-like vectors.
    const a = fromRows([
      [4, 2, 0],
      [1, 4, 1],
      [1, 1, 4],
    ]);
    const expected = [
      147.866622446369, 183.765138646367, 71.797032399996, 127.781085523181, 183.765138646367, 91.882569323183,
      127.781085523182, 163.679601723179, 111.968106246371,
    ];
    expected.forEach((v, i) => {
      expect(expm(a).data[i]! / v).toBeCloseTo(1, 12);
    });
  });

  it("does not scale too much where A is far from normal", () => {
    // e^A = [[e, 10⁶ sinh 1], [0, 1/e]].
    const e = expm(
      fromRows([
        [1, 1e6],
        [0, -1],
      ]),
    );
    expect(e.data[0]! / Math.E).toBeCloseTo(1, 14);
    expect(e.data[1]! / (1e6 * Math.sinh(1))).toBeCloseTo(1, 14);
    expect(e.data[3]! * Math.E).toBeCloseTo(1, 14);
    expect(e.data[2]).toBe(0);
  });

  it("leaves zeros of the diagonal exact, and finds zero where e^A underflows", () => {
    expect(expm(diagonal([-1000, 0])).data).toEqual(Float64Array.of(0, 0, 0, 1));
    expect(expm(diagonal([-2e4, -2e4])).data).toEqual(new Float64Array(4));
    expect(expm(diagonal([-(2 ** 70), 0])).data).toEqual(Float64Array.of(0, 0, 0, 1));
    expect(expm(zeros(3, 3))).toEqual(identity(3));
    expect(expm(zeros(0, 0))).toEqual(zeros(0, 0));
  });

  it("says what it cannot do", () => {
    expect(() => expm(zeros(2, 3))).toThrow(ShapeError);
    expect(() => expm(diagonal([710, 0]))).toThrow(DomainError);
    expect(() => expm(diagonal([2 ** 200, 0]))).toThrow(DomainError);
    expect(() => expm(fromRows([[Number.NaN]]))).toThrow(DomainError);
    expect(expm(diagonal([709])).data[0]! / Math.exp(709)).toBeCloseTo(1, 13);
  });
});

describe("expm of a matrix whose norm overflows", () => {
  it("ends: infinitely many halvings were asked for", () => {
    const big = 1e308;
    const nilpotent = (corner: number) =>
      fromRows([
        [0, corner, big],
        [0, 0, big],
        [0, 0, 0],
      ]);
    expect([...expm(nilpotent(0)).data]).toEqual([1, 0, big, 0, 1, big, 0, 0, 1]);
    expect(() => expm(nilpotent(big))).toThrow(DomainError);
  });
});
