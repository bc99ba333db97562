import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalMatrix, orthonormal } from "../../../tests/support/arbitraryMatrix";
import {
  ConvergenceError,
  createRandom,
  DomainError,
  diagonal,
  eigh,
  type LanczosStep,
  lanczosSteps,
  matmul,
  matvec,
  transpose,
} from "..";

const last = (steps: Iterable<LanczosStep>) => [...steps].at(-1)!;

describe("lanczosSteps", () => {
  it("finds the largest eigenvalue of any symmetric matrix within its bound, rising on the way", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(1e6), (n, seed) => {
        const r = normalMatrix(n, n, seed);
        const a = { ...r, data: r.data.map((v, k) => v + transpose(r).data[k]!) };
        const steps = [...lanczosSteps((v) => matvec(a, v), n, createRandom(seed), 1e-10)];
        const top = eigh(a).values[0]!;
        expect(Math.abs(steps.at(-1)!.value - top)).toBeLessThan(1e-9 * (1 + Math.abs(top)));
        steps.forEach(({ step, value }, k) => {
          expect(step).toBe(k);
          expect(value).toBeLessThanOrEqual(top + 1e-12 * n);
          if (k > 0) expect(value).toBeGreaterThanOrEqual(steps[k - 1]!.value - 1e-12 * n);
        });
      }),
      { numRuns: 40 },
    );
  });
  it("takes the largest, not the largest in size, and needs as many steps as there are different eigenvalues", () => {
    const q = orthonormal(40, 40, 1);
    const values = Float64Array.from({ length: 40 }, (_, i) => [-9, 1, 3][i % 3]!);
    const a = matmul(matmul(q, diagonal(values)), transpose(q));
    const steps = [...lanczosSteps((v) => matvec(a, v), 40, createRandom(1), 0)];
    expect(steps).toHaveLength(3);
    expect(steps[2]!.value).toBeCloseTo(3, 12);
    expect(steps[2]!.bound).toBe(0);
  });
  it("of the zero matrix is 0 after one step, of 1 × 1 its entry, of nothing no step", () => {
    expect(last(lanczosSteps((v) => v.map(() => 0), 5, createRandom(1)))).toEqual({ step: 0, value: 0, bound: 0 });
    expect(last(lanczosSteps((v) => v.map((x) => -3 * x), 1, createRandom(1))).value).toBeCloseTo(-3, 15);
    expect([...lanczosSteps((v) => v, 0, createRandom(1))]).toEqual([]);
  });
  it("stops at its tolerance, sooner where less is asked", () => {
    const a = diagonal(Float64Array.from({ length: 200 }, (_, i) => i));
    const count = (tolerance: number) => [...lanczosSteps((v) => matvec(a, v), 200, createRandom(1), tolerance)].length;
    expect(count(1e-2)).toBeLessThan(count(1e-6));
    expect(count(1e-6)).toBeLessThan(120);
    const { value, bound } = last(lanczosSteps((v) => matvec(a, v), 200, createRandom(1), 1e-2));
    expect(199 - value).toBeLessThanOrEqual(bound);
    expect(bound).toBeLessThanOrEqual(1.99);
  });
  it("throws at its cap, and names a product that is not finite or of another length", () => {
    const slow = Float64Array.from({ length: 2000 }, (_, i) => i);
    const all = () => [...lanczosSteps((v) => v.map((x, i) => x * slow[i]!), 2000, createRandom(1), 0)];
    expect(all).toThrow(ConvergenceError);
    expect(() => [...lanczosSteps((v) => v.map(() => Number.NaN), 3, createRandom(1))]).toThrow(DomainError);
    expect(() => [...lanczosSteps((v) => v.slice(1), 3, createRandom(1))]).toThrow(/3 entries.*2/);
  });
});

describe("lanczosSteps of a matrix whose squares leave the range", () => {
  it("does not take an underflow for an invariant subspace, nor stop at an overflow", () => {
    for (const scale of [2 ** -700, 2 ** 700]) {
      const a = diagonal([1, 2, 3, 4, 5, 6, 7, 8].map((v) => v * scale));
      expect(last(lanczosSteps((v) => matvec(a, v), 8, createRandom(1), 1e-10)).value / scale).toBeCloseTo(8, 12);
    }
  });
});
