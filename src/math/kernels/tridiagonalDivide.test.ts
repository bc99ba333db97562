import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orthogonalityRatio, RATIO, turned, valuesRatio } from "../../../tests/support/ratios";
import { createRandom, EPSILON } from "..";
import { tridiagonalDivide } from "./tridiagonalDivide";

/** Values ascending; checks TV = VΛ and VᵀV = I on the way. */
function solve(diagonal: number[], beside: number[]): Float64Array {
  const n = diagonal.length;
  const d = Float64Array.from(diagonal);
  const vt = tridiagonalDivide(d, Float64Array.from(beside), n);
  const v = turned({ rows: n, cols: n, data: vt });
  let [worst, norm] = [0, 0];
  for (let i = 0; i < n; i++) {
    const above = i > 0 ? beside[i - 1]! : 0;
    const below = i + 1 < n ? beside[i]! : 0;
    norm = Math.max(norm, Math.abs(diagonal[i]!) + Math.abs(above) + Math.abs(below));
  }
  for (let j = 0; j < n; j++) {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const above = i > 0 ? beside[i - 1]! * vt[j * n + i - 1]! : 0;
      const below = i + 1 < n ? beside[i]! * vt[j * n + i + 1]! : 0;
      sum += Math.abs(diagonal[i]! * vt[j * n + i]! + above + below - d[j]! * vt[j * n + i]!);
    }
    if (!(sum <= worst)) worst = sum;
  }
  expect(worst).toBeLessThanOrEqual(RATIO * n * EPSILON * norm);
  expect(orthogonalityRatio(v)).toBeLessThanOrEqual(RATIO);
  return d.sort();
}

const same = (n: number, value: number) => new Array<number>(n).fill(value);
const each = (n: number, value: (i: number) => number) => Array.from({ length: n }, (_, i) => value(i));

describe("tridiagonalDivide", () => {
  it("finds 2 − 2cos(kπ/(n + 1)) for the matrix 1-2-1 of every size to 70, of 200 and of 301", () => {
    for (const n of [...each(70, (i) => i + 1), 200, 301])
      for (const sign of [-1, 1]) {
        const values = solve(same(n, 2), same(n - 1, sign));
        const exact = each(n, (k) => 2 - 2 * Math.cos(((k + 1) * Math.PI) / (n + 1)));
        expect(valuesRatio(values, exact, n)).toBeLessThanOrEqual(3);
      }
  });

  it("finds Wilkinson's pairs: the two largest values of W₂₁⁺, and of four of them glued, agree to 14 digits", () => {
    const wilkinson = each(21, (i) => Math.abs(i - 10));
    const one = solve(wilkinson, same(20, 1));
    expect(one[20]! - one[19]!).toBeLessThanOrEqual(1e-13);
    expect(one[20]!).toBeCloseTo(10.746194182903393, 12);
    const glued = solve(
      [...wilkinson, ...wilkinson, ...wilkinson, ...wilkinson],
      each(83, (i) => (i % 21 === 20 ? 1e-8 : 1)),
    );
    for (let k = 0; k < 8; k++) expect(glued[83 - k]!).toBeCloseTo(10.746194182903393, 7);
    solve(
      each(81, (i) => Math.abs(i - 40)),
      same(80, 1),
    );
  });

  it("takes zero, the identity, decoupled rows and equal halves, where all deflates", () => {
    expect([...solve(same(50, 0), same(49, 0))]).toEqual(same(50, 0));
    expect([...solve(same(50, 3), same(49, 0))]).toEqual(same(50, 3));
    expect([
      ...solve(
        each(50, (i) => i),
        same(49, 0),
      ),
    ]).toEqual(each(50, (i) => i));
    // A coupling of no weight, but above what splits: every component of z is deflated.
    solve(
      each(66, (i) => i % 33),
      each(65, (i) => (i === 32 ? 1e-14 : 1)),
    );
    solve(
      each(66, (i) => i % 33),
      each(65, (i) => (i === 32 ? 1e-8 : 1)),
    );
    solve(
      same(66, 1),
      each(65, (i) => 1e-9 * (1 + (i % 2))),
    );
  });

  it("takes graded matrices from either end", () => {
    for (const n of [40, 100]) {
      const grade = (i: number) => 10 ** ((-15 * i) / n);
      solve(
        each(n, grade),
        each(n - 1, (i) => grade(i + 0.5)),
      );
      solve(each(n, grade).reverse(), each(n - 1, (i) => grade(i + 0.5)).reverse());
    }
  });

  it("keeps all digits of a block 10²⁰⁰ times smaller than the rest", () => {
    const n = 40;
    const tiny = 2 ** -660;
    const values = solve(
      [...same(n, 2 * tiny), ...each(n, (i) => i + 1)],
      [...same(n - 1, -tiny), 0, ...same(n - 1, 0.25)],
    );
    const exact = each(n, (k) => 2 - 2 * Math.cos(((k + 1) * Math.PI) / (n + 1)));
    expect(
      valuesRatio(
        values.subarray(0, n).map((v) => v / tiny),
        exact,
        n,
      ),
    ).toBeLessThanOrEqual(3);
  });

  it("is orthogonal with a small residual for random T, with weak and strong couplings mixed", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 33, max: 90 }),
        fc.nat(),
        fc.constantFrom(0, 1, 8, 16),
        fc.constantFrom("normal", "whole", "equal"),
        (n, seed, digits, kind) => {
          const random = createRandom(seed);
          const value = { normal: () => random.normal(), whole: () => Math.round(2 * random.normal()), equal: () => 1 }[
            kind
          ];
          solve(
            each(n, value),
            each(n - 1, () => random.normal() * 10 ** (-digits * random.next())),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
