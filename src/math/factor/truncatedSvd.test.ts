import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createRandom,
  DomainError,
  diagonal,
  EPSILON,
  type Matrix,
  matmul,
  matmulTransposed,
  qr,
  svd,
  transpose,
  transposedMatmul,
  truncatedSvd,
  zeros,
} from "..";

const normal = (rows: number, cols: number, seed: number): Matrix => {
  const random = createRandom(seed);
  return { rows, cols, data: Float64Array.from({ length: rows * cols }, () => random.normal()) };
};
/** U diag(s) Vᵀ with random orthonormal U and V. */
const withValues = (rows: number, cols: number, s: number[], seed: number): Matrix =>
  matmulTransposed(matmul(qr(normal(rows, s.length, seed)).q, diagonal(s)), qr(normal(cols, s.length, seed + 1)).q);
const norm = (data: Float64Array) => Math.sqrt(data.reduce((sum, v) => sum + v * v, 0));
const gap = (a: Matrix, b: Matrix) => norm(a.data.map((v, i) => v - b.data[i]!));
const fromIdentity = (q: Matrix) => gap(transposedMatmul(q, q), diagonal(new Float64Array(q.cols).fill(1)));

const problem = fc.record({
  rows: fc.integer({ min: 1, max: 40 }),
  cols: fc.integer({ min: 1, max: 40 }),
  k: fc.integer({ min: 0, max: 45 }),
  oversample: fc.integer({ min: 0, max: 10 }),
  seed: fc.nat(1e6),
});

describe("truncatedSvd", () => {
  it("has orthonormal parts in order, for any shape and any k", () => {
    fc.assert(
      fc.property(problem, ({ rows, cols, k, oversample, seed }) => {
        const a = normal(rows, cols, seed);
        const { u, s, vt, errorEstimate } = truncatedSvd(a, k, { random: createRandom(seed), oversample });
        const kept = Math.min(k, rows, cols);
        expect([u.rows, u.cols, s.length, vt.rows, vt.cols]).toEqual([rows, kept, kept, kept, cols]);
        expect(fromIdentity(u)).toBeLessThanOrEqual(30 * 40 * EPSILON);
        expect(fromIdentity(transpose(vt))).toBeLessThanOrEqual(30 * 40 * EPSILON);
        for (let i = 1; i < kept; i++) expect(s[i - 1]!).toBeGreaterThanOrEqual(s[i]!);
        // The estimate is the true distance, down to the rounding of a difference of squares.
        const left = gap(matmul(matmul(u, diagonal(s)), vt), a);
        expect(Math.abs(errorEstimate ** 2 - left ** 2)).toBeLessThanOrEqual(1e-12 * norm(a.data) ** 2);
        // No set of k directions can do better than the SVD (Eckart & Young 1936).
        const best = svd(a).s;
        s.forEach((value, i) => {
          expect(value).toBeLessThanOrEqual(best[i]! * (1 + 1e-12));
        });
      }),
      { numRuns: 50 },
    );
  });

  it("finds a matrix of rank k exactly, signs as svd's", () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.constantFrom(1e-200, 1, 1e200), (seed, scale) => {
        const a = withValues(
          60,
          45,
          [7, 5, 3, 1].map((v) => v * scale),
          seed,
        );
        const exact = svd(a);
        const got = truncatedSvd(a, 4, { random: createRandom(seed + 2) });
        for (let i = 0; i < 4; i++) expect(Math.abs(got.s[i]! / exact.s[i]! - 1)).toBeLessThanOrEqual(1e-13);
        const v = { ...got.vt, data: exact.vt.data.slice(0, 4 * 45) };
        expect(gap(got.vt, v)).toBeLessThanOrEqual(1e-12);
        expect(got.errorEstimate).toBeLessThanOrEqual(2e-7 * 9 * scale);
      }),
      { numRuns: 12 },
    );
  });

  it("comes within a hair of the best error where values fall off, and near it where they do not", () => {
    const falling = withValues(
      120,
      90,
      Array.from({ length: 90 }, (_, i) => 0.7 ** i),
      5,
    );
    const flat = normal(120, 90, 6);
    for (const [a, factor] of [
      [falling, 1 + 1e-6],
      [flat, 1.05],
    ] as const) {
      const tail = norm(svd(a).s.slice(10));
      expect(truncatedSvd(a, 10, { random: createRandom(1) }).errorEstimate).toBeLessThanOrEqual(factor * tail);
    }
  });

  it("takes zero, empty, 1 × n and n × 1 matrices", () => {
    const random = createRandom(1);
    expect([...truncatedSvd(zeros(40, 50), 3, { random }).s]).toEqual([0, 0, 0]);
    expect(truncatedSvd(zeros(40, 50), 3, { random }).errorEstimate).toBe(0);
    expect(fromIdentity(truncatedSvd(zeros(40, 50), 3, { random }).u)).toBeLessThanOrEqual(1e-14);
    expect(truncatedSvd(zeros(0, 5), 2, { random }).s).toHaveLength(0);
    const row: Matrix = { rows: 1, cols: 3, data: Float64Array.of(2, -3, 6) };
    expect(truncatedSvd(row, 0, { random }).vt).toMatchObject({ rows: 0, cols: 3 });
    expect(truncatedSvd(row, 1, { random }).s[0]).toBeCloseTo(7, 14);
    expect(truncatedSvd(transpose(row), 1, { random }).s[0]).toBeCloseTo(7, 14);
  });

  it("keeps its digits at both ends of the doubles, exact and sketched", () => {
    const a = normal(50, 40, 3);
    const random = () => createRandom(9);
    for (const k of [5, 38]) {
      const once = truncatedSvd(a, k, { random: random() });
      for (const factor of [2 ** -1000, 2 ** 1020]) {
        const got = truncatedSvd({ ...a, data: a.data.map((v) => v * factor) }, k, { random: random() });
        expect([...got.s]).toEqual([...once.s.map((v) => v * factor)]);
        expect(got.u).toEqual(once.u);
        expect(got.vt).toEqual(once.vt);
        expect(got.errorEstimate).toBe(once.errorEstimate * factor);
      }
    }
  });

  it("comes within 1 % of the best error at the defaults for a spectrum like a picture's, within 2 % where nothing stands out", () => {
    const picture = withValues(
      200,
      160,
      Array.from({ length: 160 }, (_, i) => 1 / (i + 1)),
      5,
    );
    for (const [a, factor] of [
      [picture, 1.01],
      [normal(200, 160, 8), 1.02],
    ] as const) {
      const tail = norm(svd(a).s.slice(20));
      const { errorEstimate } = truncatedSvd(a, 20, { random: createRandom(4) });
      expect(errorEstimate).toBeGreaterThanOrEqual(tail * (1 - 1e-12));
      expect(errorEstimate).toBeLessThanOrEqual(tail * factor);
    }
  });

  it("refuses an entry that is not finite, exact and sketched", () => {
    const a = normal(50, 40, 3);
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY])
      for (const k of [5, 40]) {
        const broken = { ...a, data: a.data.with(41, bad) };
        expect(() => truncatedSvd(broken, k, { random: createRandom(1) })).toThrow(
          "truncatedSvd: entry (1, 1) of A must be a finite number",
        );
      }
  });

  it("is the same for the same seed, and refuses a k that counts nothing", () => {
    const a = normal(50, 40, 3);
    const once = truncatedSvd(a, 5, { random: createRandom(9) });
    expect(truncatedSvd(a, 5, { random: createRandom(9) })).toEqual(once);
    expect(() => truncatedSvd(a, -1, { random: createRandom(1) })).toThrow(DomainError);
    expect(() => truncatedSvd(a, 1.5, { random: createRandom(1) })).toThrow(DomainError);
  });
});
