import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EPSILON } from "..";
import { differenceOfProducts } from "./differenceOfProducts";

/** An integer n and a power with x = n · 2^power, exactly. */
function exactly(x: number): { n: bigint; power: number } {
  let [value, power] = [x, 0];
  while (!Number.isInteger(value)) {
    value *= 2;
    power--;
  }
  return { n: BigInt(value), power };
}

/** |computed − (ad − bc)| / |ad − bc|, in exact integers until the last division. */
function relativeError(computed: number, a: number, d: number, b: number, c: number): number {
  const parts = [a, d, b, c, computed].map(exactly) as { n: bigint; power: number }[];
  const [A, D, B, C, X] = parts as [
    { n: bigint; power: number },
    { n: bigint; power: number },
    { n: bigint; power: number },
    { n: bigint; power: number },
    { n: bigint; power: number },
  ];
  const lowest = Math.min(A.power + D.power, B.power + C.power, X.power);
  const lift = (n: bigint, power: number) => n << BigInt(power - lowest);
  const exact = lift(A.n * D.n, A.power + D.power) - lift(B.n * C.n, B.power + C.power);
  const gap = lift(X.n, X.power) - exact;
  if (exact === 0n) return gap === 0n ? 0 : Number.POSITIVE_INFINITY;
  const size = (v: bigint) => (v < 0n ? -v : v);
  return Number((size(gap) << 100n) / size(exact)) / 2 ** 100;
}

/** Also near 2⁴⁰⁰ and 2⁻⁴⁰⁰, where the second way begins; no product of two underflows. */
const entry = fc
  .tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(0, 0, 0, 410, -410))
  .map(([x, power]) => (Math.abs(x) < 2 ** -60 ? 0 : x * 2 ** power));

describe("ad − bc", () => {
  it("is right within two units in the last place, for any four numbers", () => {
    fc.assert(
      fc.property(entry, entry, entry, entry, (a, d, b, c) => {
        expect(relativeError(differenceOfProducts(a, d, b, c), a, d, b, c)).toBeLessThanOrEqual(2 * EPSILON);
      }),
      { numRuns: 1000 },
    );
  });

  it("is so where all but the last digits cancel", () => {
    const near = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(fc.double({ min: 1, max: 2, noNaN: true }), near, near, near, (x, i, j, k) => {
        const [a, d, b, c] = [x, x * (1 + i * EPSILON), x * (1 + j * EPSILON), x * (1 + k * EPSILON)];
        expect(relativeError(differenceOfProducts(a, d, b, c), a, d, b, c)).toBeLessThanOrEqual(2 * EPSILON);
      }),
      { numRuns: 1000 },
    );
    // (1 + ε)(1 − ε) − 1 = −ε², of which a plain difference sees nothing.
    expect(differenceOfProducts(1 + EPSILON, 1 - EPSILON, 1, 1)).toBe(-(EPSILON ** 2));
  });

  it("knows exact cases with a sign and a factor each", () => {
    expect(differenceOfProducts(2, 7, 3, 5)).toBe(-1);
    expect(differenceOfProducts(-2, 7, 3, 5)).toBe(-29);
    expect(differenceOfProducts(0, 7, 3, 5)).toBe(-15);
    expect(differenceOfProducts(2, 7, 3, 0)).toBe(14);
    expect(differenceOfProducts(0, 0, 0, 0)).toBe(0);
  });

  it("holds where the products alone would over- or underflow", () => {
    expect(differenceOfProducts(2 ** 600, 2 ** 600, 2 ** 600, 2 ** 600)).toBe(0);
    expect(differenceOfProducts(2 ** 1000, 2 ** -1000, 2 ** 700, 2 ** -701)).toBe(0.5);
    expect(differenceOfProducts(2 ** 1000, 2 ** -1060, 2 ** -1060, 2 ** 999)).toBe(2 ** -61);
    expect(differenceOfProducts(2 ** 600, 2 ** 600, 1, 1)).toBe(Number.POSITIVE_INFINITY);
    expect(differenceOfProducts(1, 1, -(2 ** 600), 2 ** 600)).toBe(Number.POSITIVE_INFINITY);
    expect(differenceOfProducts(2 ** -600, 2 ** -600, 0, 2 ** 1000)).toBe(0);
    expect(differenceOfProducts(3 * 2 ** 1020, 2 ** -1070, 0, 5)).toBe(3 * 2 ** -50);
    expect(differenceOfProducts(0, 2 ** 1020, 3 * 2 ** -1070, 2 ** 1000)).toBe(-3 * 2 ** -70);
    expect(differenceOfProducts(0, 0, 2 ** -1000, 0)).toBe(0);
    expect(differenceOfProducts(2 ** 500, 3, 1, 1)).toBe(3 * 2 ** 500);
    expect(differenceOfProducts(2 ** -500, 2 ** -500, 2 ** -500, 3 * 2 ** -500)).toBe(-(2 ** -999));
  });

  it("says what plain arithmetic says of infinities", () => {
    expect(differenceOfProducts(Number.POSITIVE_INFINITY, 1, 2, 3)).toBe(Number.POSITIVE_INFINITY);
    expect(differenceOfProducts(Number.NaN, 1, 2, 3)).toBeNaN();
  });
});
