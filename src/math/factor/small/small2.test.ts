import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply2, EPSILON, eig2, eigh2, inverse2, type Mat2, multiply2, polar2, rank2, svd2, transpose2 } from "../..";

const entry = fc.oneof(
  fc.double({ min: -10, max: 10, noNaN: true }),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(1e-12, 1e12, 1e-300, 1e300, 0),
);
const mat2: fc.Arbitrary<Mat2> = fc.tuple(entry, entry, entry, entry);
/** Below this a product of factors is itself rounded to few digits, so rebuilding says nothing. */
const REBUILDABLE = 1e-290;
const size = (m: Mat2) => Math.max(...m.map(Math.abs));
/** Largest entry of the difference, relative to the larger matrix. */
const gap = (a: Mat2, b: Mat2) => {
  const scale = size(b);
  return scale === 0 ? size(a) : Math.max(...a.map((v, i) => Math.abs(v / scale - b[i]! / scale)));
};
const orthogonal = (q: Mat2) => gap(multiply2(transpose2(q), q), [1, 0, 0, 1]);

describe("svd2", () => {
  it("rebuilds A from orthogonal factors, σ₁ ≥ σ₂ ≥ 0, at every scale", () => {
    fc.assert(
      fc.property(mat2, (a) => {
        const { u, s, v } = svd2(a);
        expect(orthogonal(u)).toBeLessThan(30 * EPSILON);
        expect(orthogonal(v)).toBeLessThan(30 * EPSILON);
        expect(s[0]).toBeGreaterThanOrEqual(s[1]);
        expect(s[1]).toBeGreaterThanOrEqual(0);
        fc.pre(size(a) === 0 || size(a) > REBUILDABLE);
        const rebuilt = multiply2([u[0] * s[0], u[1] * s[1], u[2] * s[0], u[3] * s[1]], transpose2(v));
        expect(gap(rebuilt, a)).toBeLessThan(30 * EPSILON);
      }),
      { numRuns: 2000 },
    );
  });

  it("knows the matrix the app opens on: σ² are the eigenvalues of AᵀA = [[1.25, 1.75], [1.75, 3.25]]", () => {
    const { s } = svd2([1, 1, 0.5, 1.5]);
    expect(s[0]).toBeCloseTo(Math.sqrt(2.25 + Math.hypot(1, 1.75)), 14);
    expect(s[1]).toBeCloseTo(1 / s[0], 14);
  });
});

describe("eigh2", () => {
  it("gives orthonormal vectors with S v = λ v, larger λ first", () => {
    fc.assert(
      fc.property(mat2, ([p, q, , t]) => {
        const m: Mat2 = [p, q, q, t];
        const { values, vectors } = eigh2(m);
        expect(values[0]).toBeGreaterThanOrEqual(values[1]);
        expect(orthogonal(vectors)).toBeLessThan(30 * EPSILON);
        fc.pre(size(m) === 0 || size(m) > REBUILDABLE);
        const back = multiply2(
          [vectors[0] * values[0], vectors[1] * values[1], vectors[2] * values[0], vectors[3] * values[1]],
          transpose2(vectors),
        );
        expect(gap(back, m)).toBeLessThan(30 * EPSILON);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("eig2", () => {
  it("gives A v = λ v for real pairs and the right trace and determinant for complex ones", () => {
    fc.assert(
      fc.property(mat2, (a) => {
        fc.pre(size(a) > 1e-200 && size(a) < 1e150);
        const unit = size(a);
        const e = eig2(a);
        if (e.kind === "real")
          e.values.forEach((value, k) => {
            const v = e.vectors[k as 0 | 1];
            const [x, y] = apply2(a, v);
            expect(Math.hypot(x - value * v[0], y - value * v[1]) / unit).toBeLessThan(60 * EPSILON);
          });
        if (e.kind === "complex") {
          expect(Math.abs(2 * e.re - (a[0] + a[3])) / unit).toBeLessThan(8 * EPSILON);
          const m = a.map((v) => v / unit);
          expect(Math.abs((e.modulus / unit) ** 2 - (m[0]! * m[3]! - m[1]! * m[2]!))).toBeLessThan(16 * EPSILON);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("names what a picture cannot show as two lines", () => {
    expect(eig2([0, -1, 1, 0])).toMatchObject({ kind: "complex", re: 0, im: 1, modulus: 1, angle: Math.PI / 2 });
    expect(eig2([1, 1, 0, 1])).toEqual({ kind: "defective", value: 1, vector: [1, 0] });
    expect(eig2([3, 0, 0, 3])).toEqual({ kind: "every", value: 3 });
    expect(eig2([0, 0, 0, 0])).toEqual({ kind: "every", value: 0 });
    expect(eig2([0, 1, 0, 0])).toMatchObject({ kind: "defective", value: 0 });
    expect(eig2([1, 2, 2, 4])).toMatchObject({ kind: "real", values: [5, 0] });
    expect(eig2([1, 1, 0.5, 1.5])).toMatchObject({ kind: "real", values: [2, 0.5] });
  });
});

describe("inverse2 and rank2", () => {
  it("inverts what has rank 2 and refuses the rest, also far from one", () => {
    expect(inverse2([1e12, 0, 0, 2e12])).toEqual([1e-12, -0, -0, 5e-13]);
    expect(inverse2([1e-200, 0, 0, 1e-200])?.[0]).toBeCloseTo(1e200, -186);
    expect(inverse2([1, 2, 2, 4])).toBeNull();
    expect([rank2([0, 0, 0, 0]), rank2([1, 2, 2, 4]), rank2([1, 1, 0.5, 1.5])]).toEqual([0, 1, 2]);
  });
});

describe("polar2", () => {
  it("is an orthogonal times a symmetric positive semidefinite matrix", () => {
    fc.assert(
      fc.property(mat2, (a) => {
        fc.pre(size(a) === 0 || size(a) > REBUILDABLE);
        const { orthogonal: q, stretch } = polar2(a);
        expect(orthogonal(q)).toBeLessThan(60 * EPSILON);
        expect(gap(multiply2(q, stretch), a)).toBeLessThan(60 * EPSILON);
        expect(Math.abs(stretch[1] - stretch[2])).toBeLessThanOrEqual(30 * EPSILON * size(a));
        expect(eigh2(stretch).values[1]).toBeGreaterThanOrEqual(-30 * EPSILON * size(a));
      }),
    );
  });
});
