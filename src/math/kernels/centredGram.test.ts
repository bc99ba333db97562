import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "..";
import { centredGramInto } from "./centredGram";
import { block, turned } from "./gemm";

/** The definition, entry by entry. */
function slowly(x: Float64Array, n: number, d: number, shift: Float64Array) {
  const c = new Float64Array(d * d);
  const sums = new Float64Array(d);
  for (let i = 0; i < n; i++)
    for (let p = 0; p < d; p++) {
      sums[p]! += x[i * d + p]! - shift[p]!;
      for (let q = 0; q < d; q++) c[p * d + q]! += (x[i * d + p]! - shift[p]!) * (x[i * d + q]! - shift[q]!);
    }
  return { c, sums };
}

describe("centredGramInto", () => {
  it("is the sum of the rows' outer products, at every remainder of the tile and of the panel", () => {
    const rows = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom(255, 256, 257, 600));
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 13 }), fc.nat(1e6), fc.boolean(), (n, d, seed, across) => {
        const random = createRandom(seed);
        // Whole numbers, so that no order of the additions matters; none of them −0.
        const whole = () => Math.round(4 * random.normal()) + 0;
        const x = Float64Array.from({ length: n * d }, whole);
        const shift = Float64Array.from({ length: d }, whole);
        const before = whole();
        const c = new Float64Array(d * d).fill(before);
        const sums = new Float64Array(d).fill(before);
        const stored = new Float64Array(n * d);
        for (let i = 0; i < n; i++) for (let j = 0; j < d; j++) stored[j * n + i] = x[i * d + j]!;
        centredGramInto(c, sums, across ? turned(block(stored, 0, n)) : block(x, 0, d), n, d, shift);
        const want = slowly(x, n, d, shift);
        expect([...sums]).toEqual([...want.sums].map((v) => v + before));
        for (let p = 0; p < d; p++) for (let q = p; q < d; q++) expect(c[p * d + q]).toBe(want.c[p * d + q]! + before);
      }),
      { numRuns: 150 },
    );
  });
});
