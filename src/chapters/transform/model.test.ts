import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { det2, type Mat2 } from "../../math";
import { eigenNote, eigenWords, interpolate, read, sentence } from "./model";
import { PRESETS } from "./presets";
import { eigenvalueAt, snapToEigenline } from "./snap";

const entry = fc.double({ min: -4, max: 4, noNaN: true });
const mat2: fc.Arbitrary<Mat2> = fc.tuple(entry, entry, entry, entry);
const kinds = ["straight", "polar", "svd"] as const;
const far = (a: Mat2, b: Mat2) => Math.max(...a.map((v, i) => Math.abs(v - (b[i] as number))));

describe("interpolate", () => {
  it.each(kinds)("%s goes from the identity to A without a jump", (kind) => {
    fc.assert(
      fc.property(mat2, (a) => {
        expect(interpolate(a, 0, kind)).toEqual([1, 0, 0, 1]);
        expect(interpolate(a, 1, kind)).toEqual(a);
        for (let k = 1; k <= 300; k++)
          expect(far(interpolate(a, k / 300, kind), interpolate(a, (k - 1) / 300, kind))).toBeLessThan(0.4);
      }),
      { numRuns: 60 },
    );
  });

  it("polar keeps a rotation rigid all the way", () => {
    for (let k = 0; k <= 20; k++) expect(det2(interpolate([0, -1, 1, 0], k / 20, "polar"))).toBeCloseTo(1, 12);
  });

  it("the three acts are a turn, a stretch and a turn", () => {
    const a: Mat2 = [1, 1, 0.5, 1.5];
    expect(det2(interpolate(a, 1 / 3, "svd"))).toBeCloseTo(1, 12);
    expect(det2(interpolate(a, 2 / 3, "svd"))).toBeCloseTo(det2(a), 12);
  });
});

describe("words", () => {
  it("never say NaN, for any matrix up to the largest that can be typed", () => {
    const wide = fc.oneof(entry, fc.constantFrom(0, 1e12, -1e12, 1e-12, 5e-324));
    fc.assert(
      fc.property(fc.tuple(wide, wide, wide, wide), (a) => {
        const reading = read(a);
        expect(`${sentence(reading)} ${eigenWords(reading)} ${eigenNote(reading)}`).not.toMatch(
          /NaN|Infinity|undefined|not defined/,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("say what the presets do", () => {
    const of = (name: string) => sentence(read(PRESETS.find((p) => p.name === name)?.matrix as Mat2));
    expect(of("Reflect")).toMatch(/space is reflected/);
    expect(of("Project")).toMatch(/along 45\.0°; it flattens the plane onto the line at 45\.0°/);
    expect(of("Rotate")).toMatch(/every direction alike, ×1\.00/);
    // AᵀA = [1.25 1.75; 1.75 3.25], whose top eigenvector stands at ½ atan2(3.5, −2) = 59.9°.
    expect(of("Non-normal")).toMatch(/stretches most, ×2\.07, along 59\.9°/);
    expect(of("Shear")).toMatch(/Defective/);
    expect(of("Identity")).toMatch(/Every vector is an eigenvector/);
  });
});

describe("snapToEigenline", () => {
  it("pulls x within 3° onto the line, and leaves it alone beyond", () => {
    const { eig } = read([1, 1, 0.5, 1.5]);
    const on = snapToEigenline([2, 1.95], eig);
    expect(on[0]).toBeCloseTo(on[1], 12);
    expect(eigenvalueAt(on, eig)).toBeCloseTo(2, 12);
    expect(snapToEigenline([2, 1.5], eig)).toEqual([2, 1.5]);
    expect(eigenvalueAt([2, 1.5], eig)).toBeNull();
  });
});
