import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  columnsTimes,
  difference,
  oneNorm,
  orthogonalityRatio,
  product,
  RATIO,
  residualRatio,
  timesPowerOfTwo,
  valuesRatio,
} from "../../../../tests/support/ratios";
import { drawn, general, symmetric, valuesOf } from "../../../../tests/support/spectra";
import {
  DomainError,
  det3,
  EPSILON,
  eigh,
  eigh3,
  IDENTITY3,
  identity,
  inverse3,
  type Mat3,
  type Matrix,
  multiply3,
  polar3,
  rank3,
  svd,
  svd3,
  transpose3,
} from "../..";

const three = drawn("square", 1).map((draw) => ({ ...draw, rows: 3, cols: 3 }));
const whole = fc
  .tuple(...Array.from({ length: 9 }, () => fc.integer({ min: -2, max: 2 })))
  .map((m) => m as unknown as Mat3);
const tuple = ({ data }: Matrix) => Array.from(data) as unknown as Mat3;
const record = (m: Mat3): Matrix => ({ rows: 3, cols: 3, data: Float64Array.from(m) });
const back = (s: readonly number[], exponent: number) => s.map((v) => v * 2 ** -exponent);
const diagonal3 = (a: number, b: number, c: number): Mat3 => [a, 0, 0, 0, b, 0, 0, 0, c];

function expectSvd(a: Matrix, exponent: number): void {
  const { u, s, v } = svd3(tuple(a));
  const us = columnsTimes(record(u), back(s, exponent));
  expect(residualRatio(timesPowerOfTwo(a, -exponent), us, record(transpose3(v)))).toBeLessThan(RATIO);
  expect(orthogonalityRatio(record(u))).toBeLessThan(RATIO);
  expect(orthogonalityRatio(record(v))).toBeLessThan(RATIO);
  expect(s[0]).toBeGreaterThanOrEqual(s[1]);
  expect(s[1]).toBeGreaterThanOrEqual(s[2]);
  expect(s[2]).toBeGreaterThanOrEqual(0);
  for (let j = 0; j < 3; j++) {
    const column = [v[j]!, v[j + 3]!, v[j + 6]!];
    const largest = Math.max(...column.map(Math.abs));
    // Entries equal but for rounding: the first decides.
    expect(column.find((x) => Math.abs(x) > largest * (1 - 1e-11))).toBeGreaterThan(0);
  }
  for (const entry of [...u, ...v]) expect(Object.is(entry, -0)).toBe(false);
}

describe("svd3", () => {
  it("meets LAPACK's ratios on its spectra and knows their values", () => {
    fc.assert(
      fc.property(three, (draw) => {
        expectSvd(general(draw), draw.exponent);
        expect(valuesRatio(svd3(tuple(general(draw))).s, valuesOf(draw), 3)).toBeLessThan(RATIO);
      }),
      { numRuns: 300 },
    );
  });

  it("does so for small whole numbers of any rank, and is svd's answer", () => {
    fc.assert(
      fc.property(whole, (m) => {
        expectSvd(record(m), 0);
        const { s } = svd(record(m));
        if (s[0]! > 0) expect(valuesRatio(svd3(m).s, s, 3)).toBeLessThan(RATIO);
      }),
      { numRuns: 500 },
    );
  });

  it("is what rank one and two leave of it", () => {
    expect(svd3([0, 0, 0, 0, 0, 0, 0, 0, 0])).toEqual({ u: IDENTITY3, s: [0, 0, 0], v: IDENTITY3 });
    expect(svd3(diagonal3(2, -3, 5))).toEqual({
      u: [0, 0, 1, 0, -1, 0, 1, 0, 0],
      s: [5, 3, 2],
      v: [0, 0, 1, 0, 1, 0, 1, 0, 0],
    });
    expect(svd3(diagonal3(0, 0, 7)).s).toEqual([7, 0, 0]);
    for (const m of [
      [1, 2, 2, 0, 0, 0, 0, 0, 0],
      [0, 0, 0, 2, 1, 2, 0, 0, 0],
      [0, 0, 0, 0, 0, 0, 2, 2, 1],
      [0, 1, 0, 0, 2, 0, 0, 2, 0],
    ] as unknown as Mat3[]) {
      expectSvd(record(m), 0);
      expect(svd3(m).s[0]).toBeCloseTo(3, 14);
      expect(svd3(m).s[1]).toBeLessThan(4 * EPSILON);
    }
    expect(rank3([1, 2, 3, 4, 5, 6, 7, 8, 9])).toBe(2);
    // Three columns in a plane: the third shrank by ε in each sweep and did not come to rest before it was denormal.
    expectSvd(record([1, 1, 1, 0, 0, 0, 1, 0, 0]), 0);
  });

  it("keeps the digits of singular values that differ only by the scale of their columns", () => {
    const base: Mat3 = [4, 1, 1, 1, 3, -1, 0, 1, 2];
    const graded = base.map((v, i) => v * [1, 2 ** -40, 2 ** -300][i % 3]!) as unknown as Mat3;
    const [s1, s2, s3] = svd3(graded).s;
    // The product is |det|, which scaling columns changes by an exact factor.
    expect((s1 * s2 * (s3 * 2 ** 300)) / (det3(base) * 2 ** -40)).toBeCloseTo(1, 13);
  });

  it("scales exactly with powers of two", () => {
    const m = [1, 2, 3, -4, 5, 6, 7, -8, 10] as unknown as Mat3;
    for (const power of [900, 101, -101, -900]) {
      const { u, s, v } = svd3(m.map((x) => x * 2 ** power) as unknown as Mat3);
      expect(s.map((x) => x * 2 ** -power)).toEqual(svd3(m).s);
      expect([u, v]).toEqual([svd3(m).u, svd3(m).v]);
    }
    expect(svd3(diagonal3(5e-324, 0, 0)).s[0]).toBe(5e-324);
  });
});

describe("eigh3", () => {
  it("meets LAPACK's ratios on its spectra and knows their values", () => {
    fc.assert(
      fc.property(three, fc.boolean(), (draw, definite) => {
        const { a, values } = symmetric(draw, definite);
        const { values: lambda, vectors } = eigh3(tuple(a));
        const scaled = columnsTimes(record(vectors), back(lambda, draw.exponent));
        const residual = residualRatio(timesPowerOfTwo(a, -draw.exponent), scaled, record(transpose3(vectors)));
        expect(residual).toBeLessThan(RATIO);
        expect(orthogonalityRatio(record(vectors))).toBeLessThan(RATIO);
        expect(valuesRatio(lambda, values, 3)).toBeLessThan(RATIO);
      }),
      { numRuns: 300 },
    );
  });

  it("has eigh's order and signs", () => {
    const s: Mat3 = [2, -1, 0, -1, 2, -1, 0, -1, 2];
    const [ours, theirs] = [eigh3(s), eigh(record(s))];
    ours.vectors.forEach((x, i) => {
      expect(x).toBeCloseTo(theirs.vectors.data[i]!, 14);
    });
    // 2 − 2cos(kπ/4), k = 3, 2, 1.
    [2 + Math.SQRT2, 2, 2 - Math.SQRT2].forEach((value, i) => {
      expect(ours.values[i]).toBeCloseTo(value, 14);
    });
  });

  it("reads the lower triangle only, as eigh does, and leaves what is diagonal", () => {
    expect(eigh3([1, 9, 9, 0, 3, 9, 0, 0, 2])).toEqual({
      values: [3, 2, 1],
      vectors: [0, 0, 1, 1, 0, 0, 0, 1, 0],
    });
    expect(eigh3(diagonal3(-1, 0, -2)).values).toEqual([0, -1, -2]);
    expect(eigh3(diagonal3(5, 5, 5))).toEqual({ values: [5, 5, 5], vectors: IDENTITY3 });
  });

  it("finds small eigenvalues of a graded definite matrix to their own digits", () => {
    const d = [1, 2 ** -30, 2 ** -60];
    const c = [2, 1, 0.5, 1, 2, 1, 0.5, 1, 2];
    const graded = c.map((v, i) => v * d[i % 3]! * d[Math.floor(i / 3)]!) as unknown as Mat3;
    const { values } = eigh3(graded);
    const determinant = det3(c as unknown as Mat3) * 2 ** -180;
    expect((values[0] * values[1] * values[2]) / determinant).toBeCloseTo(1, 13);
  });

  it("parts a double value from a third, and a cluster at rounding", () => {
    const ones: Mat3 = [1, 1, 1, 1, 1, 1, 1, 1, 1];
    const { values } = eigh3(ones);
    expect(values[0]).toBeCloseTo(3, 14);
    expect(Math.max(Math.abs(values[1]), Math.abs(values[2]))).toBeLessThan(4 * EPSILON);
    const close = eigh3([1, EPSILON, 0, EPSILON, 1, EPSILON, 0, EPSILON, 1]);
    expect(orthogonalityRatio(record(close.vectors))).toBeLessThan(RATIO);
  });
});

describe("det3 and inverse3", () => {
  it("know exact cases, one for each sign and place", () => {
    expect(det3([1, 2, 3, 4, 5, 6, 7, 8, 10])).toBe(-3);
    expect(det3([0, 2, 0, 3, 0, 0, 0, 0, 5])).toBe(-30);
    expect(det3([0, 0, 2, 3, 0, 0, 0, 5, 0])).toBe(30);
    expect(det3(diagonal3(2 ** 1000, 2 ** -1000, 3))).toBe(3);
    expect(det3(diagonal3(2 ** 400, 2 ** 400, 2 ** 400))).toBe(Number.POSITIVE_INFINITY);
    expect(det3(diagonal3(2 ** -200, 2 ** -200, 2 ** -200))).toBe(2 ** -600);
    expect(inverse3([2, 0, 0, 0, 0, 4, 0, 8, 0])).toEqual(
      [0.5, 0, 0, 0, -0, 0.125, 0, 0.25, -0].map((x) => expect.closeTo(x, 15)),
    );
    const inverse = [-2, -4, 3, -2, 11, -6, 3, -6, 3].map((x) => x / 3);
    inverse3([1, 2, 3, 4, 5, 6, 7, 8, 10])!.forEach((x, i) => {
      expect(x).toBeCloseTo(i === 1 ? -4 / 3 : inverse[i]!, 14);
    });
  });

  it("meet ‖AX − I‖ ≤ 30·3ε ‖A‖‖X‖ on LAPACK's spectra", () => {
    fc.assert(
      fc.property(three, (draw) => {
        const a = timesPowerOfTwo(general(draw), -draw.exponent);
        const inverse = inverse3(tuple(general(draw)));
        if (inverse === null) return expect(draw.condition).toBeGreaterThan(1e14);
        const x = timesPowerOfTwo(record(inverse), draw.exponent);
        const gap = oneNorm(difference(product(a, x), identity(3)));
        expect(gap / (3 * EPSILON * oneNorm(a) * oneNorm(x))).toBeLessThan(RATIO);
      }),
      { numRuns: 300 },
    );
  });

  it("draw the line at σ₃ = 3εσ₁", () => {
    expect(inverse3(diagonal3(1, 1, 3 * EPSILON))).toBeNull();
    expect(inverse3(diagonal3(1, 1, 4 * EPSILON))?.[8]).toBe(2 ** 50);
    expect(inverse3([1, 2, 3, 4, 5, 6, 7, 8, 9])).toBeNull();
    expect([rank3(diagonal3(0, 0, 0)), rank3(diagonal3(0, 1, 0)), rank3(diagonal3(0, 1, 2))]).toEqual([0, 1, 2]);
    expect(rank3(diagonal3(1, 1, 3 * EPSILON))).toBe(2);
    expect(rank3(diagonal3(1, 3 * EPSILON, 3 * EPSILON))).toBe(1);
    expect(rank3(diagonal3(1, 1, 4 * EPSILON))).toBe(3);
  });

  it("multiply as determinants do", () => {
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        expect(det3(multiply3(a, b))).toBe(det3(a) * det3(b) + 0);
      }),
    );
  });
});

describe("polar3", () => {
  it("is orthogonal times symmetric positive semidefinite, of any rank", () => {
    fc.assert(
      fc.property(whole, (m) => {
        const { orthogonal, stretch } = polar3(m);
        expect(orthogonalityRatio(record(orthogonal))).toBeLessThan(RATIO);
        expect(residualRatio(record(m), record(orthogonal), record(stretch))).toBeLessThan(RATIO);
        expect(stretch).toEqual(transpose3(stretch));
        expect(eigh3(stretch).values[2]).toBeGreaterThanOrEqual(-30 * EPSILON * Math.max(...m.map(Math.abs)));
        if (Math.abs(det3(m)) > 0.5) expect(det3(orthogonal)).toBeCloseTo(Math.sign(det3(m)), 13);
      }),
      { numRuns: 300 },
    );
  });

  it("leaves a stretch alone and takes a turn whole", () => {
    const stretch: Mat3 = [2, 1, 0, 1, 3, 1, 0, 1, 4];
    const turn: Mat3 = [0, -1, 0, 1, 0, 0, 0, 0, 1];
    const parts = polar3(multiply3(turn, stretch));
    turn.forEach((x, i) => {
      expect(parts.orthogonal[i]).toBeCloseTo(x, 14);
      expect(parts.stretch[i]).toBeCloseTo(stretch[i]!, 14);
    });
  });
});

describe("an entry that is not finite", () => {
  it("is refused by name in every place", () => {
    for (const bad of [Number.NaN, Number.NEGATIVE_INFINITY])
      for (let place = 0; place < 9; place++) {
        const m = IDENTITY3.map((x, i) => (i === place ? bad : x)) as unknown as Mat3;
        for (const [name, f] of Object.entries({ svd3, polar3, inverse3, det3, rank3 }))
          expect(() => f(m), `${name} ${place}`).toThrow(DomainError);
        expect(() => eigh3(m)).toThrow(DomainError);
      }
  });
});

describe("a 3 × 3 matrix whose σ₁ is past the largest double", () => {
  const big = 2 ** 1023;
  const a: Mat3 = [1.5 * big, 0.75 * big, 0, 0.75 * big, 1.5 * big, 0, 0, 0, big];

  it("has its rank and its inverse", () => {
    expect(rank3(a)).toBe(3);
    [8 / 9, -4 / 9, 0, -4 / 9, 8 / 9, 0, 0, 0, 1].forEach((v, i) => {
      expect(inverse3(a)![i]! * big).toBeCloseTo(v, 14);
    });
  });

  it("is its own stretch", () => {
    polar3(a).stretch.forEach((v, i) => {
      expect(v / big).toBeCloseTo(a[i]! / big, 14);
    });
  });
});
