import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  apply3,
  DomainError,
  type Eig3,
  EPSILON,
  eig3,
  type Mat3,
  norm3,
  rotation3,
  scale3,
  sub3,
  type Vec3,
} from "../..";

// Not below 1e−4: where eig balances rows far apart, an eigenvector's small entries are right and its residual is not.
const entry = fc.oneof(
  fc.double({ min: -10, max: 10, noNaN: true }).map((x) => (Math.abs(x) < 1e-4 ? 0 : x)),
  fc.integer({ min: -3, max: 3 }),
);
const mat3 = fc.tuple(...Array.from({ length: 9 }, () => entry)).map((m) => m as unknown as Mat3);
const residual = (a: Mat3, value: number, v: Vec3) => norm3(sub3(apply3(a, v), scale3(value, v)));
const kind = <K extends Eig3["kind"]>(e: Eig3, wanted: K) => {
  expect(e.kind).toBe(wanted);
  return e as Extract<Eig3, { kind: K }>;
};

describe("eig3", () => {
  it("gives A v = λ v, and on a complex pair's plane A x = re x − im y, A y = im x + re y", () => {
    fc.assert(
      fc.property(mat3, (a) => {
        const size = Math.max(...a.map(Math.abs));
        const e = eig3(a);
        const bound = 200 * EPSILON * size;
        if (e.kind === "real") {
          e.vectors.forEach((v, i) => {
            expect(residual(a, e.values[i]!, v)).toBeLessThanOrEqual(bound);
          });
          expect([...e.values].sort((x, y) => y - x)).toEqual(e.values);
        }
        if (e.kind === "complex") {
          expect(residual(a, e.value, e.axis)).toBeLessThanOrEqual(bound);
          const [x, y] = e.plane;
          expect(norm3(sub3(apply3(a, x), sub3(scale3(e.re, x), scale3(e.im, y))))).toBeLessThanOrEqual(bound);
          expect(norm3(sub3(apply3(a, y), sub3(scale3(e.im, x), scale3(-e.re, y))))).toBeLessThanOrEqual(bound);
          expect(e.im).toBeGreaterThan(0);
          expect(Math.abs(e.modulus * Math.cos(e.angle) - e.re)).toBeLessThanOrEqual(bound);
          expect(Math.abs(2 * e.re + e.value - a[0] - a[4] - a[8])).toBeLessThanOrEqual(bound);
        }
        // The double value that √ε parts.
        if (e.kind === "defective")
          for (const v of e.vectors)
            expect(Math.min(...e.values.map((value) => residual(a, value, v)))).toBeLessThanOrEqual(1e-6 * size);
      }),
      { numRuns: 500 },
    );
  });

  it("keeps A v = λ v where balancing would have moved it: rows 20,000 times apart (found by the property above)", () => {
    const a: Mat3 = [0, 0, 0, 0, -0.0001, 0.02477848052311696, -1, 0, 2.000388741492651];
    const { values, vectors } = kind(eig3(a), "real");
    for (const [i, v] of vectors.entries()) expect(residual(a, values[i]!, v)).toBeLessThan(20 * EPSILON * 2);
  });

  it("names what a picture can show", () => {
    expect(eig3([3, 0, 0, 0, 3, 0, 0, 0, 3])).toEqual({ kind: "every", value: 3 });
    expect(eig3([0, 0, 0, 0, 0, 0, 0, 0, 0])).toEqual({ kind: "every", value: 0 });
    const real = kind(eig3([2, 0, 0, 0, -5, 0, 0, 0, 2]), "real");
    expect(real.values).toEqual([2, 2, -5]);
    expect(kind(eig3([3, 0, 0, 0, 3, 1e-300, 0, 0, 3 - 1e-10]), "real").values[0]).toBe(3);
    const turn = kind(eig3(rotation3([0, 0, 1], 1)), "complex");
    expect([turn.value, turn.angle, turn.modulus]).toEqual([1, 1, 1].map((x) => expect.closeTo(x, 14)));
    expect(turn.axis).toEqual([0, 0, 1]);
  });

  it("counts the independent vectors of a defective matrix, and holds its values as real", () => {
    const jordan = kind(eig3([2, 1, 0, 0, 2, 1, 0, 0, 2]), "defective");
    expect(jordan.vectors).toEqual([[1, 0, 0]]);
    expect(jordan.values.every((x) => Math.abs(x - 2) < 1e-4)).toBe(true);
    const shear = kind(eig3([1, 1, 0, 0, 1, 0, 0, 0, 1]), "defective");
    expect(shear.vectors).toHaveLength(2);
    const beside = kind(eig3([2, 1, 0, 0, 2, 0, 0, 0, -7]), "defective");
    expect(beside.vectors).toEqual([
      [1, 0, 0],
      [0, 0, 1],
    ]);
    expect(beside.values).toEqual([2, 2, -7].map((x) => expect.closeTo(x, 7)));
  });

  it("takes two computed vectors for one whichever of two equal entries rounding made the larger", () => {
    for (let value = 1; value <= 60; value++) {
      // A block of value with the vector (1, −1, 0), and −1 along the third axis: P J P⁻¹ in whole numbers.
      const found = kind(eig3([value + 1, 1, 0, -1, value - 1, 0, 0, 0, -1]), "defective");
      expect(found.vectors).toHaveLength(2);
      const [x, y, z] = found.vectors[0] as Vec3;
      expect([x + y, z]).toEqual([expect.closeTo(0, 6), 0]);
    }
  });

  it("refuses an entry that is not finite", () => {
    expect(() => eig3([1, 0, 0, 0, Number.NaN, 0, 0, 0, 1])).toThrow(DomainError);
  });
});
