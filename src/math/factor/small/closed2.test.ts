import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  columnsTimes,
  orthogonalityRatio,
  RATIO,
  residualRatio,
  timesPowerOfTwo,
} from "../../../../tests/support/ratios";
import { drawn, general, symmetric, valuesOf } from "../../../../tests/support/spectra";
import {
  DomainError,
  det2,
  EPSILON,
  eig2,
  eigh2,
  inverse2,
  type Mat2,
  type Matrix,
  polar2,
  rank2,
  singularValues2,
  svd2,
  transpose2,
} from "../..";

const two = drawn("square", 1).map((draw) => ({ ...draw, rows: 2, cols: 2 }));
const tuple = ({ data }: Matrix): Mat2 => [data[0]!, data[1]!, data[2]!, data[3]!];
const record = (m: Mat2): Matrix => ({ rows: 2, cols: 2, data: Float64Array.from(m) });
const values = (s: readonly number[], exponent: number) => s.map((v) => v * 2 ** -exponent);

describe("LAPACK's spectra in 2 × 2", () => {
  it("meet its ratios in svd2, and σ₂ its own digits", () => {
    fc.assert(
      fc.property(two, (draw) => {
        const a = general(draw);
        const { u, s, v } = svd2(tuple(a));
        const us = columnsTimes(record(u), values(s, draw.exponent));
        expect(residualRatio(timesPowerOfTwo(a, -draw.exponent), us, record(transpose2(v)))).toBeLessThan(RATIO);
        expect(orthogonalityRatio(record(u))).toBeLessThan(RATIO);
        expect(orthogonalityRatio(record(v))).toBeLessThan(RATIO);
        expect(s).toEqual(singularValues2(tuple(a)));
        valuesOf(draw).forEach((value, i) => {
          expect(Math.abs(s[i]! - value)).toBeLessThan(RATIO * EPSILON * valuesOf(draw)[0]!);
        });
      }),
    );
  });

  it("meet its ratios in eigh2", () => {
    fc.assert(
      fc.property(two, (draw) => {
        const { a } = symmetric(draw);
        const { values: lambda, vectors } = eigh2(tuple(a));
        const scaled = columnsTimes(record(vectors), values(lambda, draw.exponent));
        expect(residualRatio(timesPowerOfTwo(a, -draw.exponent), scaled, record(transpose2(vectors)))).toBeLessThan(
          RATIO,
        );
        expect(orthogonalityRatio(record(vectors))).toBeLessThan(RATIO);
      }),
    );
  });
});

describe("det2 and singularValues2", () => {
  it("keep every digit that the entries have", () => {
    expect(det2([1 + EPSILON, 1, 1, 1 - EPSILON])).toBe(-(EPSILON ** 2));
    expect(det2([1, 2, 3, 4])).toBe(-2);
    const s = singularValues2([1, 1, 1, 1 + 2 ** -50]);
    expect((s[0] * s[1]) / 2 ** -50).toBeCloseTo(1, 15);
    expect(singularValues2([3, 0, 0, -2e-200])).toEqual([3, 2e-200]);
  });

  it("know the exact small cases", () => {
    expect(singularValues2([3, 0, 4, 0])).toEqual([5, 0]);
    expect(singularValues2([0, 0, 0, 0])).toEqual([0, 0]);
    expect(singularValues2([0, -2, 5, 0])).toEqual([5, 2]);
    expect(singularValues2([3, -4, 4, 3])).toEqual([5, 5]);
    expect(singularValues2([3, 4, 4, -3])).toEqual([5, 5]);
  });

  it("are the same at every scale", () => {
    const [s1, s2] = singularValues2([1, 2, 3, 4.5]);
    for (const k of [2 ** 1000, 2 ** 110, 2 ** -110, 2 ** -900])
      expect(singularValues2([k, 2 * k, 3 * k, 4.5 * k])).toEqual([s1 * k, s2 * k]);
    expect(singularValues2([5e-324, 0, 0, 0])).toEqual([5e-324, 0]);
  });
});

describe("svd2", () => {
  it("gives I for I, for zero and for a turn, and a turn's own matrix on the left", () => {
    const I = [1, 0, 0, 1];
    expect(svd2([1, 0, 0, 1])).toEqual({ u: I, s: [1, 1], v: I });
    expect(svd2([0, 0, 0, 0])).toEqual({ u: I, s: [0, 0], v: I });
    expect(svd2([0, -2, 2, 0])).toEqual({ u: [0, -1, 1, 0], s: [2, 2], v: I });
    expect(svd2([3, 0, 0, -2])).toEqual({ u: [1, 0, 0, -1], s: [3, 2], v: I });
    expect(svd2([2, 0, 0, 3])).toEqual({ u: [0, 1, 1, 0], s: [3, 2], v: [0, 1, 1, 0] });
  });

  it("mirrors on the line of the mirror", () => {
    const { u, s, v } = svd2([0, 1, 1, 0]);
    expect(s).toEqual([1, 1]);
    [Math.SQRT1_2, -Math.SQRT1_2, Math.SQRT1_2, Math.SQRT1_2].forEach((x, i) => {
      // Of two entries equal in size the first is positive.
      expect(v[i]).toBeCloseTo(i === 1 ? -x : i === 3 ? -x : x, 15);
    });
    expect(u[0]).toBeCloseTo(Math.SQRT1_2, 15);
    expect(u[1]).toBeCloseTo(-Math.SQRT1_2, 15);
  });

  it("makes the entry of largest size in each column of V positive, never −0", () => {
    fc.assert(
      fc.property(fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: -3, max: 3 }))), (m) => {
        const { u, v } = svd2(m as unknown as Mat2);
        for (const j of [0, 1]) {
          const [x, y] = [v[j]!, v[j + 2]!];
          expect(Math.abs(x) >= Math.abs(y) * (1 - 1e-12) ? x : y).toBeGreaterThan(0);
        }
        for (const entry of [...u, ...v]) expect(Object.is(entry, -0)).toBe(false);
      }),
    );
  });
});

describe("eigh2", () => {
  it("reads the lower triangle, as eigh does, and keeps a smaller eigenvalue's digits", () => {
    expect(eigh2([2, 99, 0, 1])).toEqual({ values: [2, 1], vectors: [1, 0, 0, 1] });
    expect(eigh2([1, 0, 0, 2])).toEqual({ values: [2, 1], vectors: [0, 1, 1, 0] });
    expect(eigh2([-1, 0, 0, -2]).values).toEqual([-1, -2]);
    expect(eigh2([0, 0, 0, 0])).toEqual({ values: [0, 0], vectors: [1, 0, 0, 1] });
    expect(eigh2([1, 1, 1, 1 + 2 ** -50]).values[1] / 2 ** -51).toBeCloseTo(1, 14);
    expect(eigh2([-1, -1, -1, -1]).values).toEqual([0, -2]);
  });

  it("sees a coupling too small to square", () => {
    const { vectors } = eigh2([1, 1e-200, 1e-200, 1]);
    [1, 1, 1, -1].forEach((sign, i) => {
      expect(vectors[i]).toBeCloseTo(sign * Math.SQRT1_2, 15);
    });
  });
});

describe("polar2", () => {
  it("finds the turn, or the mirror, that is nearest", () => {
    expect(polar2([0, -2, 2, 0])).toEqual({ orthogonal: [0, -1, 1, 0], stretch: [2, 0, 0, 2] });
    expect(polar2([3, 0, 0, -2])).toEqual({ orthogonal: [1, 0, 0, -1], stretch: [3, 0, 0, 2] });
    expect(polar2([0, 2, 3, 0])).toEqual({ orthogonal: [0, 1, 1, 0], stretch: [3, 0, 0, 2] });
    expect(polar2([0, 0, 0, 0])).toEqual({ orthogonal: [1, 0, 0, 1], stretch: [0, 0, 0, 0] });
    expect(polar2([0, 0, 2, 0])).toEqual({ orthogonal: [0, -1, 1, 0], stretch: [2, 0, 0, 0] });
  });
});

describe("inverse2 and rank2", () => {
  it("draw the line at σ₂ = 2εσ₁", () => {
    expect(rank2([1, 0, 0, 2 * EPSILON])).toBe(1);
    expect(rank2([1, 0, 0, 3 * EPSILON])).toBe(2);
    expect(inverse2([1, 0, 0, 2 * EPSILON])).toBeNull();
    expect(inverse2([1, 0, 0, 4 * EPSILON])?.[3]).toBe(2 ** 50);
    expect(inverse2([0, 0, 0, 0])).toBeNull();
    expect(inverse2([1, 2, 3, 4])).toEqual([-2, 1, 1.5, -0.5]);
  });
});

describe("eig2", () => {
  it("is the same at every scale, by kind", () => {
    expect(eig2([2 ** 900, 2 ** 900, 0, 2 ** 900])).toEqual({ kind: "defective", value: 2 ** 900, vector: [1, 0] });
    expect(eig2([-3, 0, 0, -3 - EPSILON])).toMatchObject({ kind: "every" });
    expect(eig2([-1, 2, 0, -3])).toMatchObject({ kind: "real", values: [-1, -3] });
    expect(eig2([1, 2, -2, 1])).toMatchObject({ kind: "complex", re: 1, im: 2, modulus: Math.sqrt(5) });
    expect(eig2([0, 2 ** 600, -(2 ** 600), 0])).toMatchObject({
      kind: "complex",
      re: 0,
      im: 2 ** 600,
      modulus: 2 ** 600,
    });
    // λ₁λ₂ = 2⁻⁴⁰ to the last place, though λ₂ is 40 binary places under λ₁.
    const close = eig2([1, 1, 1, 1 + 2 ** -40]);
    expect(close.kind === "real" && (close.values[0] * close.values[1]) / 2 ** -40).toBeCloseTo(1, 15);
  });
});

describe("an entry that is not finite", () => {
  it("is refused by name", () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY])
      for (const [name, f] of Object.entries({ svd2, eigh2, eig2, polar2, inverse2, singularValues2 }))
        expect(() => f([1, bad, 0, 1]), name).toThrow(DomainError);
  });
});

describe("rank2 at the ends of the range", () => {
  it("counts a σ₁ past the largest double and a σ₂ under the smallest", () => {
    const [big, tiny] = [2 ** 1023, 2 ** -1074];
    expect(rank2([1.5 * big, 0.75 * big, 0.75 * big, 1.5 * big])).toBe(2);
    expect(rank2([tiny, tiny, tiny, 2 * tiny])).toBe(2);
    expect(rank2([tiny, tiny, tiny, tiny])).toBe(1);
  });
});
