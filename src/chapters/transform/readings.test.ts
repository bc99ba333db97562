import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply2, det2, type Mat2, norm2, rank2, type Vec2 } from "../../math";
import { iterates } from "./iterate";
import { iterationWords } from "./iterationWords";
import { fibres, kernelOf } from "./kernel";
import { read } from "./model";
import { layer, levelAt, type ReadingKind, shownMatrix, terms } from "./readings";
import { structureOf, structureWords } from "./structure";

const entry = fc.integer({ min: -300, max: 300 }).map((k) => k / 100);
const mat2: fc.Arbitrary<Mat2> = fc.tuple(entry, entry, entry, entry);
const vec2: fc.Arbitrary<Vec2> = fc.tuple(entry, entry);
const KINDS: readonly ReadingKind[] = ["grid", "columns", "rows", "outer", "turns"];
const A: Mat2 = [1, 1, 0.5, 1.5];

describe("the readings", () => {
  it.each(KINDS)("%s ends on A itself", (kind) => {
    fc.assert(
      fc.property(mat2, (a) => {
        expect(shownMatrix(a, [], kind, 1, "straight")).toEqual(a);
      }),
    );
  });

  it("adds up to Ax, tip to tail, by columns and by layers", () => {
    fc.assert(
      fc.property(mat2, vec2, fc.constantFrom("columns" as const, "outer" as const), (a, x, kind) => {
        const [first, second] = terms(a, x, kind, 1);
        const image = apply2(a, x);
        expect(second.from).toEqual(first.to);
        expect(second.to[0]).toBeCloseTo(image[0], 9);
        expect(second.to[1]).toBeCloseTo(image[1], 9);
      }),
    );
  });

  it("opens a sum of layers out: nothing, then rank one, then A", () => {
    expect(shownMatrix(A, [], "outer", 0, "straight").every((v) => v === 0)).toBe(true);
    const half = shownMatrix(A, [], "outer", 0.5, "straight");
    expect(rank2(half)).toBe(1);
    expect(half).toEqual(layer(A, 0));
  });

  it("measures x by rows", () => {
    expect([levelAt(A, 0, [2, -1]), levelAt(A, 1, [2, -1])]).toEqual(apply2(A, [2, -1]));
  });
});

describe("iterates", () => {
  it("are A, A², A³ … of x, and those of a rotation keep their length", () => {
    expect(iterates([2, 0, 0, 0.5], [1, 1], 3, false)).toEqual([
      [1, 1],
      [2, 0.5],
      [4, 0.25],
      [8, 0.125],
    ]);
    for (const p of iterates([0.6, -0.8, 0.8, 0.6], [1, 2], 40, false)) expect(norm2(p)).toBeCloseTo(Math.sqrt(5), 9);
  });

  it("are pulled to the top eigenvector: the direction's error shrinks by |λ₂/λ₁| a step", () => {
    // Eigenvectors (1, 1) of 2 and (−2, 1) of ½; x = (1, 0) = ⅓(1, 1) − ⅓(−2, 1).
    const all = iterates(A, [1, 0], 10, true);
    const ratio = ([x, y]: Vec2) => (y - x) / (x + 2 * y);
    for (let k = 1; k < all.length; k++) expect(ratio(all[k] as Vec2) / ratio(all[k - 1] as Vec2)).toBeCloseTo(0.25, 9);
  });

  it("stop at the origin and before the numbers leave every stage", () => {
    expect(iterates([0, 1, 0, 0], [0, 1], 9, false)).toEqual([
      [0, 1],
      [1, 0],
      [0, 0],
    ]);
    const all = iterates([1e6, 0, 0, 1], [1, 0], 60, false);
    expect(all.flat().every(Number.isFinite)).toBe(true);
    expect(all).toHaveLength(3);
  });

  it("are said in words for every kind of eigenvalues", () => {
    expect(iterationWords(read([0.5, -1, 1, 0.5]))).toMatch(/spiral outwards/);
    expect(iterationWords(read([0, -1, 1, 0]))).toMatch(/stay on an ellipse/);
    expect(iterationWords(read([1, 1, 0, 1]))).toMatch(/only eigenline/);
    expect(iterationWords(read([1, 0, 0, -1]))).toMatch(/no line wins/);
    expect(iterationWords(read([0, 0, 0, 0]))).toMatch(/origin/);
    expect(iterationWords(read([-3, 0, 0, 1]))).toMatch(/λ = −3\.00.*0\.333/);
  });
});

describe("what a singular matrix throws away", () => {
  it("is the null space, and each fibre has one image", () => {
    const a: Mat2 = [1, 2, 2, 4];
    const { column, kernel } = kernelOf(a);
    expect(norm2(apply2(a, kernel as Vec2))).toBeLessThan(1e-12);
    expect((column as Vec2)[1] / (column as Vec2)[0]).toBeCloseTo(2, 12);
    for (const { at, direction } of fibres(a, 0.5)) {
      const [p, q] = [apply2(a, at), apply2(a, [at[0] + 3 * direction[0], at[1] + 3 * direction[1]])];
      expect(q[0]).toBeCloseTo(p[0], 9);
      expect(q[1]).toBeCloseTo(p[1], 9);
    }
  });

  it("is nothing for an invertible one and everything for zero", () => {
    expect(kernelOf(A)).toEqual({ column: null, kernel: null });
    expect(kernelOf([0, 0, 0, 0])).toEqual({ column: null, kernel: null });
    expect(fibres([0, 0, 0, 0], 1)).toEqual([]);
  });
});

describe("structure", () => {
  it("names what a matrix is, at any scale", () => {
    const of = (a: Mat2) => structureWords(structureOf(a));
    expect(of([0.6, -0.8, 0.8, 0.6])).toBe("orthogonal, normal");
    expect(of([1, 2, 2, 4])).toBe("symmetric, normal");
    expect(of([1e12, 2e12, 2e12, 1])).toBe("symmetric, normal");
    expect(of([3e-12, -4e-12, 4e-12, 3e-12])).toBe("normal");
    expect(of(A)).toBe("none of these");
    expect(of([0, 0, 0, 0])).toBe("symmetric, normal");
  });

  it("agrees with itself: orthogonal matrices are normal and of determinant ±1", () => {
    fc.assert(
      fc.property(fc.double({ min: -7, max: 7, noNaN: true }), fc.boolean(), (angle, flip) => {
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        const q: Mat2 = flip ? [c, s, s, -c] : [c, -s, s, c];
        expect(structureOf(q)).toMatchObject({ orthogonal: true, normal: true });
        expect(Math.abs(det2(q))).toBeCloseTo(1, 12);
      }),
    );
  });
});
