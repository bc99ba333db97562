import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EPSILON } from "..";
import { type SecularProblem, secularRoots, secularWeights } from "./secular";
import { dot } from "./vectors";

const solve = (problem: SecularProblem, z: Float64Array) => {
  const { n } = problem;
  const differences = new Float64Array(n * n);
  const origins = new Int32Array(n);
  const offsets = new Float64Array(n);
  const weights = new Float64Array(n);
  secularRoots(problem, differences, origins, offsets);
  secularWeights(problem, differences, z, weights);
  return { differences, origins, offsets, weights };
};

const problemOf = (d: number[], z: number[], rho: number, squared = false): SecularProblem => ({
  d: Float64Array.from(d),
  weights: Float64Array.from(z, (v) => v * v),
  n: d.length,
  rho,
  squared,
});

const poleGap = ({ d, squared }: SecularProblem, j: number, k: number) =>
  squared ? (d[j]! - d[k]!) * (d[j]! + d[k]!) : d[j]! - d[k]!;

/** Everything that makes the roots usable: order, consistency of the three outputs, weights near z, orthogonal vectors. */
function expectSound(problem: SecularProblem, z: Float64Array): void {
  const { n, rho } = problem;
  const { differences, origins, offsets, weights } = solve(problem, z);
  const vectors: Float64Array[] = [];
  for (let i = 0; i < n; i++) {
    const row = differences.subarray(i * n, (i + 1) * n);
    // Interlacing, strictly: pᵢ < xᵢ < pᵢ₊₁.
    expect(row[i]!).toBeLessThan(0);
    if (i + 1 < n) expect(row[i + 1]!).toBeGreaterThan(0);
    expect([i, Math.min(i + 1, n - 1)]).toContain(origins[i]);
    // The origin is the nearest pole, or all but.
    const off = row.map((x, j) => Math.abs(x - (poleGap(problem, j, origins[i]!) - offsets[i]!)) / Math.abs(x));
    expect(Math.abs(offsets[i]!)).toBeLessThanOrEqual(Math.min(...row.map(Math.abs)) * (1 + 8 * EPSILON));
    expect(Math.max(...off)).toBeLessThanOrEqual(2 * EPSILON);
    let [f, size] = [1 / rho, 1 / rho];
    let slope = 0;
    for (let j = 0; j < n; j++) {
      const term = problem.weights[j]! / row[j]!;
      f += term;
      size += Math.abs(term);
      slope += term / row[j]!;
    }
    expect(Math.abs(f)).toBeLessThanOrEqual(4 * EPSILON * (n * size + slope * Math.abs(offsets[i]!)));
    const v = Float64Array.from(row, (difference, j) => weights[j]! / difference);
    const length = Math.hypot(...v);
    vectors.push(v.map((value) => value / length));
  }
  let cosine = 0;
  for (let i = 0; i < n; i++)
    for (let k = 0; k < i; k++) cosine = Math.max(cosine, Math.abs(dot(vectors[i]!, 0, vectors[k]!, 0, n)));
  expect(cosine).toBeLessThanOrEqual(16 * Math.sqrt(n) * EPSILON);
  for (let j = 0; j < n; j++) {
    expect(Math.sign(weights[j]!)).toBe(Math.sign(z[j]!));
    // Near z against the whole, which is what the backward error needs.
    expect(Math.abs(weights[j]! / Math.sqrt(rho) - z[j]!)).toBeLessThanOrEqual(30 * n * EPSILON * Math.hypot(...z));
  }
}

const problems = fc
  .record({
    kind: fc.constantFrom("spread", "graded", "clustered", "clusters"),
    squared: fc.boolean(),
    rho: fc.double({ min: 1e-6, max: 4, noNaN: true }),
    draws: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        sign: fc.constantFrom(-1, 1),
        digits: fc.double({ min: 0, max: 15, noNaN: true }),
      }),
      { minLength: 1, maxLength: 40 },
    ),
    small: fc.boolean(),
  })
  .map(({ kind, squared, rho, draws, small }) => {
    const place = {
      spread: (at: number, _: number) => at,
      graded: (at: number, _: number) => 10 ** (-15 * at),
      clustered: (_: number, i: number) => 1 + i * 2 ** -45,
      clusters: (at: number, i: number) => Math.floor(i / 4) + at * 1e-12,
    }[kind];
    const sorted = draws.map(({ at }, i) => place(at, i)).sort((a, b) => a - b);
    // What deflation leaves: poles apart by more than rounding of the whole, no z below it.
    const apart = 2 ** -51 * Math.max(sorted.at(-1)!, rho);
    const d: number[] = [squared ? 0 : sorted[0]!];
    for (const v of sorted.slice(1)) if (v - d.at(-1)! > apart) d.push(v);
    const z = d.map((_, i) => draws[i]!.sign * (small ? 10 ** -draws[i]!.digits : 1 + draws[i]!.digits));
    return { problem: problemOf(d, z, rho / z.reduce((sum, v) => sum + v * v, 0), squared), z: Float64Array.from(z) };
  });

describe("secularRoots", () => {
  it("interlaces, leaves a residual of rounding and vectors that are orthogonal, whatever the poles and weights", () => {
    fc.assert(
      fc.property(problems, ({ problem, z }) => {
        expectSound(problem, z);
      }),
      { numRuns: 200 },
    );
  });

  it("has one root at ρz² for one pole", () => {
    const { differences, origins, offsets, weights } = solve(problemOf([3], [-2], 0.5), Float64Array.of(-2));
    expect([differences[0], origins[0], offsets[0]]).toEqual([-2, 0, 2]);
    expect(weights[0]).toBe(-Math.sqrt(2));
  });

  it("solves diag(0, 3) + 2·[1, 1][1, 1]ᵀ: 3/2 + 2 ± √(9/4 + 4) = 1, 6", () => {
    const problem = problemOf([0, 3], [1, 1], 2);
    const { differences, origins, offsets } = solve(problem, Float64Array.of(1, 1));
    expect([...origins]).toEqual([0, 1]);
    expect(offsets[0]).toBeCloseTo(1, 15);
    expect(offsets[1]).toBeCloseTo(3, 15);
    [-1, 2, -6, -3].forEach((value, k) => {
      expect(Math.abs(differences[k]! - value)).toBeLessThanOrEqual(4 * EPSILON);
    });
  });

  it("takes poles d² where squared: d = 0, 2, weights 1, 3, ρ = 1: x² − 8x + 4 = 0", () => {
    const { offsets, origins } = solve(problemOf([0, 2], [1, Math.sqrt(3)], 1, true), Float64Array.of(1, 1));
    expect([...origins]).toEqual([0, 1]);
    expect(offsets[0]).toBeCloseTo(4 - Math.sqrt(12), 14);
    expect(offsets[1]).toBeCloseTo(Math.sqrt(12), 14);
  });

  it("measures a root from the upper pole where that is the nearer one", () => {
    const { offsets, origins } = solve(problemOf([0, 1, 2], [3, 0.1, 0.1], 1), Float64Array.of(3, 0.1, 0.1));
    expect([...origins]).toEqual([1, 2, 2]);
    expect(offsets[0]).toBeLessThan(0);
    expect(offsets[1]).toBeLessThan(0);
    expect(offsets[2]).toBeGreaterThan(0);
  });

  it("finds offsets thirty powers of ten below the gap with all their digits", () => {
    const z = Float64Array.of(1e-15, 1, 1e-15, 1);
    const problem = problemOf([0, 1, 2, 3], [...z], 0.5);
    const { offsets, origins } = solve(problem, z);
    // At a weak pole p: μ = w / (1/ρ + Σ others/(pⱼ − p)), to first order, which is exact here.
    const exact = (p: number) => 1e-30 / (2 + 1 / (1 - p) + 1 / (3 - p));
    for (const i of [0, 2]) {
      expect(origins[i]).toBe(i);
      expect(Math.abs(offsets[i]! / exact(i) - 1)).toBeLessThanOrEqual(8 * EPSILON);
    }
    expectSound(problem, z);
  });

  it("stands n = 1, 2, 3 with every mix of weak and strong weights", () => {
    const sizes = [1e-14, 1e-7, 1];
    for (const squared of [false, true])
      for (const d of [[0], [0, 1], [0, 1e-10], [0, 1, 1 + 1e-12], [0, 1e-14, 1]])
        for (let k = 0; k < 3 ** d.length; k++) {
          const z = d.map((_, i) => sizes[Math.floor(k / 3 ** i) % 3]! * (i % 2 === 0 ? 1 : -1));
          const norm = Math.hypot(...z);
          const unit = z.map((v) => v / norm);
          for (const rho of [1e-8, 1, 1e4]) expectSound(problemOf(d, unit, rho, squared), Float64Array.from(unit));
        }
  });

  it("is sound on 150 poles, glued and spread", () => {
    const d = Array.from({ length: 150 }, (_, i) => Math.floor(i / 10) + (i % 10) * 1e-13);
    const z = d.map((_, i) => Math.sin(1 + i * i) / Math.sqrt(75));
    expectSound(problemOf(d, z, 0.7), Float64Array.from(z));
    expectSound(problemOf(d, z, 0.7, true), Float64Array.from(z));
  });
});
