import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalMatrix } from "../../../tests/support/arbitraryMatrix";
import { difference, oneNorm, orthogonalityRatio, product, RATIO, turned } from "../../../tests/support/ratios";
import { EPSILON, identity, type Matrix } from "..";
import { productOfReflections, reflectLines } from "./reflections";

const sizes = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 5 }), fc.nat(1e6));

/** QᵀA, with Q's vectors below the diagonal and its factors. */
function eliminated({ rows, cols, data }: Matrix) {
  const w = data.slice();
  const tau = new Float64Array(cols);
  for (let k = 0; k < cols; k++) tau[k] = reflectLines(w, k * (cols + 1), cols, rows - k, 1, cols - k);
  return { w, tau };
}

describe("reflections of lines", () => {
  it("of columns give A = QR, Q orthogonal, whatever X held", () => {
    fc.assert(
      fc.property(sizes, ([n, more, seed]) => {
        const a = normalMatrix(n + more, n, seed);
        const { w, tau } = eliminated(a);
        const qt = { rows: n, cols: n + more, data: normalMatrix(n, n + more, seed + 1).data };
        productOfReflections(qt.data, n + more, n, w, n, n, tau, 0);
        const r = { rows: n, cols: n, data: w.slice(0, n * n).map((x, k) => (k % n < Math.floor(k / n) ? 0 : x)) };
        expect(orthogonalityRatio(turned(qt))).toBeLessThan(RATIO);
        expect(oneNorm(difference(product(turned(qt), r), a))).toBeLessThan(RATIO * (n + more) * EPSILON * oneNorm(a));
      }),
      { numRuns: 100 },
    );
  });

  it("of rows do to the transpose what those of columns do, to the bit", () => {
    fc.assert(
      fc.property(sizes, ([n, more, seed]) => {
        const m = n + more;
        const a = normalMatrix(m, n, seed);
        const { w, tau } = eliminated(a);
        const wide = turned(a);
        const taus = new Float64Array(n);
        for (let k = 0; k < n; k++) taus[k] = reflectLines(wide.data, k * (m + 1), 1, m - k, m, n - k);
        expect(taus).toEqual(tau);
        expect(turned(wide).data).toEqual(w);
        const [one, two] = [new Float64Array(n * m), new Float64Array(n * m)];
        productOfReflections(one, m, n, w, n, n, tau, 0);
        productOfReflections(two, m, n, wide.data, m, 1, tau, 0);
        expect(two).toEqual(one);
      }),
      { numRuns: 100 },
    );
  });

  it("of rows right of the diagonal leave the first entry alone", () => {
    for (const n of [1, 2, 3, 6]) {
      const w = normalMatrix(n, n, n).data;
      const tau = new Float64Array(n);
      const bare = new Float64Array((n - 1) * (n - 1));
      const whole = normalMatrix(n, n, 7).data;
      for (let k = 0; k < n - 1; k++) tau[k] = reflectLines(w, k * (n + 1) + 1, 1, n - k - 1, n, n - k);
      productOfReflections(whole, n, n, w, n, 1, tau, 1);
      // The same reflections of a matrix without that column.
      productOfReflections(bare, n - 1, n - 1, w.slice(1), n, 1, tau, 0);
      const framed = identity(n);
      for (let i = 1; i < n; i++) for (let j = 1; j < n; j++) framed.data[i * n + j] = bare[(i - 1) * (n - 1) + j - 1]!;
      expect(whole).toEqual(framed.data);
    }
  });

  it("turn 3-4 onto −5 and what is beside it along, keep zero, and lift what is too small to square", () => {
    const w = Float64Array.of(3, 1, 4, 2);
    expect(reflectLines(w, 0, 2, 2, 1, 2)).toBeCloseTo(1.6, 15);
    [-5, -2.2, 0.5, 0.4].forEach((x, i) => {
      expect(w[i]).toBeCloseTo(x, 15);
    });
    const zero = Float64Array.of(0, 1, 0, 2);
    expect(reflectLines(zero, 0, 2, 2, 1, 2)).toBe(0);
    expect([...zero]).toEqual([0, 1, 0, 2]);
    const tiny = Float64Array.of(3 * 2 ** -600, 1, 4 * 2 ** -600, 2);
    expect(reflectLines(tiny, 0, 2, 2, 1, 2)).toBeCloseTo(1.6, 15);
    expect(tiny[0]! * 2 ** 600).toBeCloseTo(-5, 14);
    expect(tiny[2]).toBeCloseTo(0.5, 15);
  });
});
