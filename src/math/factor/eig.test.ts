import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryMatrix, departure, normalMatrix, orthonormal } from "../../../tests/support/arbitraryMatrix";
import { frobenius, minus, residual, scaleOf, times } from "../../../tests/support/linalgOracle";
import {
  column,
  DomainError,
  diagonal,
  EPSILON,
  eig,
  eig3,
  eigh,
  fromRows,
  identity,
  type Matrix,
  matmul,
  matmulTransposed,
  ShapeError,
  schur,
  transpose,
  transposedMatmul,
  zeros,
} from "..";

const square = arbitraryMatrix(fc.integer({ min: 1, max: 16 }));

/** ‖AV − VΛ‖ / (n ‖A‖ ε). */
function residualOf(a: Matrix): number {
  const q = scaleOf(a);
  const { re, im, vectors } = eig(a);
  const [x, y] = [vectors.re, vectors.im];
  const [dRe, dIm] = [diagonal(re.map((v) => v * q)), diagonal(im.map((v) => v * q))];
  const scaled = times(a, q);
  const gapRe = minus(minus(matmul(scaled, x), matmul(x, dRe)), times(matmul(y, dIm), -1));
  const gapIm = minus(minus(matmul(scaled, y), matmul(x, dIm)), matmul(y, dRe));
  const size = a.rows * frobenius(scaled) * EPSILON;
  const gap = Math.hypot(frobenius(gapRe), frobenius(gapIm));
  return size === 0 ? gap : gap / size;
}

describe("schur", () => {
  it("rebuilds A from orthogonal Q and a quasi-triangular T with standard blocks", () => {
    fc.assert(
      fc.property(square, (a) => {
        const { q, t } = schur(a);
        const k = scaleOf(a);
        expect(departure(q)).toBeLessThanOrEqual(30);
        expect(residual(times(a, k), matmulTransposed(matmul(q, times(t, k)), q))).toBeLessThanOrEqual(30);
        const n = a.rows;
        const entry = (i: number, j: number) => t.data[i * n + j]!;
        for (let i = 0; i < n; i++) for (let j = 0; j + 1 < i; j++) expect(Math.abs(entry(i, j))).toBe(0);
        for (let i = 1; i < n; i++) {
          if (entry(i, i - 1) === 0) continue;
          expect(Math.abs(entry(i, i) - entry(i - 1, i - 1))).toBe(0);
          expect(Math.sign(entry(i, i - 1))).toBe(-Math.sign(entry(i - 1, i)));
          if (i > 1) expect(Math.abs(entry(i - 1, i - 2))).toBe(0);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("schur of a size where panels begin", () => {
  it("rebuilds A, Q orthogonal, T quasi-triangular with standard blocks", () => {
    for (const n of [3, 4, 23, 24, 25, 26, 48, 49, 66, 83, 95, 96, 97, 98, 130]) {
      const a = normalMatrix(n, n, n);
      const { q, t } = schur(a);
      expect(departure(q)).toBeLessThanOrEqual(30);
      expect(residual(a, matmulTransposed(matmul(q, t), q))).toBeLessThanOrEqual(30);
      for (let i = 0; i < n; i++) for (let j = 0; j + 1 < i; j++) expect(Math.abs(t.data[i * n + j]!)).toBe(0);
      for (let i = 1; i < n; i++) {
        if (t.data[i * n + i - 1] === 0) continue;
        expect(t.data[i * (n + 1)]).toBe(t.data[(i - 1) * (n + 1)]);
        if (i > 1) expect(t.data[(i - 1) * n + i - 2]).toBe(0);
      }
    }
  });

  it("finds the blocks of a matrix that falls apart in the middle", () => {
    const n = 90;
    const a = normalMatrix(n, n, 5);
    // Zeros below, twice: rows above an active block wait for its sweeps.
    for (let i = 0; i < n; i++)
      for (let j = 0; j < i; j++) if (Math.floor(i / 30) !== Math.floor(j / 30)) a.data[i * n + j] = 0;
    const { q, t } = schur(a);
    expect(departure(q)).toBeLessThanOrEqual(30);
    expect(residual(a, matmulTransposed(matmul(q, t), q))).toBeLessThanOrEqual(30);
    expect(residualOf(a)).toBeLessThanOrEqual(30);
  });

  it("gives results that the next call leaves alone, though its room is kept", () => {
    for (const n of [2, 3, 24, 25, 48, 49]) {
      const a = normalMatrix(n, n, n);
      const first = eig(a);
      const copy = structuredClone(first);
      eig(normalMatrix(n, n, n + 1));
      expect(first).toEqual(copy);
      expect(a).toEqual(normalMatrix(n, n, n));
    }
  });

  it("says the condition of the vectors: 1/sin θ + 1/tan θ for two at an angle θ, √(b/c) for a pair", () => {
    for (const tangent of [1, 1e-3, 1e-6]) {
      const cosine = 1 / Math.hypot(1, tangent);
      const { vectorCondition, re } = eig(
        fromRows([
          [2, 1 / tangent],
          [0, 3],
        ]),
      );
      expect([...re]).toEqual([3, 2]);
      expect(vectorCondition / ((1 + cosine) / (cosine * tangent))).toBeCloseTo(1, 9);
    }
    const pair = eig(
      fromRows([
        [0, 9],
        [-1, 0],
      ]),
    );
    expect([...pair.re, ...pair.im]).toEqual([0, 0, 3, -3]);
    expect(pair.vectorCondition).toBeCloseTo(3, 14);
  });

  it("names an entry that is not finite", () => {
    const a = diagonal([1, Number.NEGATIVE_INFINITY]);
    expect(() => schur(a)).toThrow("entry (1, 1) of A");
    expect(() => eig(a)).toThrow(DomainError);
    expect(() => schur(zeros(1, 2))).toThrow(ShapeError);
  });
});

describe("eig", () => {
  it("holds its residual over sizes where vectors go by blocks, with pairs on their edges", () => {
    for (const n of [31, 32, 33, 34, 63, 64, 65, 66, 129]) {
      for (const seed of [n, n + 1]) {
        const a = normalMatrix(n, n, seed);
        expect(residualOf(a)).toBeLessThanOrEqual(30);
        // All pairs: rotations scaled, coupled above.
        const turns = { ...a, data: a.data.map((v, k) => (k % n > Math.floor(k / n) + 1 ? v : 0)) };
        for (let i = 0; i + 1 < n; i += 2) {
          turns.data[i * (n + 1)] = turns.data[(i + 1) * (n + 1)] = i / n;
          turns.data[i * (n + 1) + 1] = 1;
          turns.data[i * (n + 1) + n] = -1;
        }
        expect(residualOf(turns)).toBeLessThanOrEqual(30);
      }
    }
  });

  it("keeps vectors in range where an eigenvalue repeats along a long chain", () => {
    for (const value of [0, 1, 1e-8]) {
      const n = 70;
      const chain = diagonal(new Float64Array(n).fill(value));
      for (let i = 0; i + 1 < n; i++) chain.data[i * (n + 1) + 1] = 1;
      expect(residualOf(chain)).toBeLessThanOrEqual(30);
      expect(eig(chain).defective).toBe(true);
      const pairs = zeros(n, n);
      for (let i = 0; i < n; i += 2) {
        pairs.data[i * (n + 1) + 1] = 1;
        pairs.data[i * (n + 1) + n] = -1;
        if (i + 2 < n) pairs.data[i * (n + 1) + 2] = pairs.data[(i + 1) * (n + 1) + 2] = 1;
      }
      expect(residualOf(pairs)).toBeLessThanOrEqual(30);
    }
  });

  it("gives A v = λ v with unit v, in order, in conjugate pairs", () => {
    fc.assert(
      fc.property(square, (a) => {
        const { re, im, vectors } = eig(a);
        const n = a.rows;
        expect(residualOf(a)).toBeLessThanOrEqual(30);
        const modulus = re.map((v, i) => Math.hypot(v, im[i]!));
        for (let j = 0; j < n; j++) {
          if (j > 0) expect(modulus[j]!).toBeLessThanOrEqual(modulus[j - 1]! * (1 + 1e-12));
          const entries = Array.from({ length: n }, (_, i) => ({
            x: vectors.re.data[i * n + j]!,
            y: vectors.im.data[i * n + j]!,
          }));
          const sizes = entries.map(({ x, y }) => Math.hypot(x, y));
          expect(Math.abs(sizes.reduce((sum, size) => sum + size * size, 0) - 1)).toBeLessThanOrEqual(30 * EPSILON);
          // Entries that are equal in exact arithmetic may differ by rounding, near a defective matrix by much more than that.
          const leads = entries.filter((_, i) => sizes[i]! >= Math.max(...sizes) * (1 - 1e-6));
          expect(leads.some(({ x, y }) => x > 0 && Math.abs(y) <= 1e-12)).toBe(true);
          if (im[j]! > 0) expect([re[j + 1], im[j + 1]]).toEqual([re[j], -im[j]!]);
        }
      }),
      {
        numRuns: 50,
        // λ = 1 three times with one vector (0, 1, −1)/√2, whose equal entries rounding sets 1e−9 apart.
        examples: [[{ rows: 3, cols: 3, data: Float64Array.from([1, 1, 1, 1, 1, 0, -1, 0, 1]) }]],
      },
    );
  });

  it("has the trace as the sum of its values, and real ones for a symmetric matrix, those of eigh", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(1e6), (n, seed) => {
        const a = normalMatrix(n, n, seed);
        const { re } = eig(a);
        const trace = re.map((_, i) => a.data[i * (n + 1)]!).reduce((s, v) => s + v, 0);
        expect(Math.abs(re.reduce((s, v) => s + v, 0) - trace)).toBeLessThanOrEqual(30 * n * EPSILON * frobenius(a));
        const symmetric = { ...a, data: a.data.map((v, k) => v + transpose(a).data[k]!) };
        const got = eig(symmetric);
        expect([...got.im]).toEqual(new Array(n).fill(0));
        expect(got.defective).toBe(false);
        const exact = eigh(symmetric).values;
        got.re
          .toSorted((x, y) => y - x)
          .forEach((value, i) => {
            expect(Math.abs(value - exact[i]!)).toBeLessThanOrEqual(30 * n * EPSILON * frobenius(symmetric));
          });
      }),
      { numRuns: 40 },
    );
  });

  it("finds a known spectrum, also behind a scaling that hides it", () => {
    const values = [5, -4, 3, 1, 0.25];
    for (const seed of [1, 2, 3]) {
      const basis = normalMatrix(5, 5, seed);
      const q = orthonormal(5, 5, seed);
      const upper = { ...basis, data: basis.data.map((v, k) => (k % 5 > Math.floor(k / 5) ? v : 0)) };
      values.forEach((value, i) => {
        upper.data[i * 6] = value;
      });
      const a = matmulTransposed(matmul(q, upper), q);
      eig(a).re.forEach((value, i) => {
        expect(value).toBeCloseTo(values[i]!, 12);
      });
      const scales = [1, 2 ** 20, 2 ** -20, 2 ** 35, 2 ** -9];
      const hidden = { ...a, data: a.data.map((v, k) => (v * scales[Math.floor(k / 5)]!) / scales[k % 5]!) };
      eig(hidden).re.forEach((value, i) => {
        expect(value).toBeCloseTo(values[i]!, 10);
      });
    }
  });

  it("says what is defective, wherever the Jordan block hides, and what is not", () => {
    for (let seed = 0; seed < 40; seed++) {
      const n = 2 + (seed % 5);
      const q = orthonormal(n, n, seed);
      const jordan = diagonal(Float64Array.from({ length: n }, (_, i) => (i < 2 ? 2 : i + 3)));
      const whole = matmulTransposed(matmul(q, jordan), q);
      expect(eig(whole).defective).toBe(false);
      jordan.data[1] = 1;
      const turned = matmulTransposed(matmul(q, jordan), q);
      expect(eig(turned).defective).toBe(true);
      expect(residualOf(turned)).toBeLessThanOrEqual(30);
    }
    expect(
      eig(
        fromRows([
          [0, 1],
          [0, 0],
        ]),
      ).defective,
    ).toBe(true);
    expect(
      eig(
        fromRows([
          [1, 1],
          [0, 1],
        ]),
      ),
    ).toMatchObject({ re: Float64Array.of(1, 1), defective: true });
    expect(eig(identity(4))).toMatchObject({ vectorCondition: 1, defective: false });
  });

  it("orders equal moduli by real part, then the positive imaginary part", () => {
    // The roots of x⁴ = 1 and of x⁸ = 1.
    for (const n of [4, 8]) {
      const cyclic = { ...zeros(n, n), data: new Float64Array(n * n) };
      for (let i = 0; i < n; i++) cyclic.data[i * n + ((i + 1) % n)] = 1;
      const { re, im } = eig(cyclic);
      const want = Array.from({ length: n }, (_, k) => [
        Math.cos((2 * Math.PI * k) / n),
        Math.sin((2 * Math.PI * k) / n),
      ]);
      want.sort(([a = 0, b = 0], [c = 0, d = 0]) => (Math.abs(a - c) > 1e-9 ? c - a : d - b));
      want.forEach(([x = 0, y = 0], i) => {
        expect(re[i]).toBeCloseTo(x, 13);
        expect(im[i]).toBeCloseTo(y, 13);
      });
    }
    const quarter = eig(
      fromRows([
        [0, -1],
        [1, 0],
      ]),
    );
    expect([...quarter.im]).toEqual([1, -1]);
    expect([
      ...eig(
        fromRows([
          [-3, 0],
          [0, 3],
        ]),
      ).re,
    ]).toEqual([3, -3]);
  });

  it("keeps a pair side by side where another pair is equal to it, or a real value within rounding", () => {
    const turn = [
      [0, -1],
      [1, 0],
    ];
    const twice = zeros(5, 5);
    twice.data[24] = -1;
    for (let i = 0; i < 2; i++)
      for (let j = 0; j < 2; j++) twice.data[i * 5 + j] = twice.data[(i + 2) * 5 + j + 2] = turn[i]![j]!;
    expect([...eig(twice).re]).toEqual([0, 0, 0, 0, -1]);
    expect([...eig(twice).im]).toEqual([1, -1, 1, -1, 0]);
    const close = fromRows([
      [1, 0, 0],
      [0, 1, -(2 ** -66)],
      [0, 2 ** -66, 1],
    ]);
    expect([...eig(close).im]).toEqual([2 ** -66, -(2 ** -66), 0]);
  });

  it("finds real values and a whole basis where a symmetric matrix repeats a value: a projection was called defective, a pair complex", () => {
    for (const rows of [
      [
        [0.07545143435998442, -0.24247477748708032, 0.1047114974374653],
        [-0.24247477748708032, 0.7792299538919097, -0.3365064860178971],
        [0.1047114974374653, -0.3365064860178971, 0.14531861174810629],
      ],
      [
        [0.32951551539455876, 0.07802567533594808, 0.4635159484820196],
        [0.07802567533594808, 0.018475627784449104, 0.10975551444364341],
        [0.4635159484820196, 0.10975551444364341, 0.6520088568209921],
      ],
    ]) {
      const { re, im, vectors, vectorCondition, defective } = eig(fromRows(rows));
      expect([...re]).toEqual([1, 0, 0].map((x) => expect.closeTo(x, 15)));
      expect([...im]).toEqual([0, 0, 0]);
      expect([vectorCondition, defective]).toEqual([1, false]);
      expect(departure(vectors.re)).toBeLessThanOrEqual(30);
      expect(eig3(rows.flat() as unknown as Parameters<typeof eig3>[0]).kind).toBe("real");
    }
  });

  it("has no −0 in its vectors", () => {
    for (const a of [
      fromRows([
        [0, 0, 1],
        [0, 1, 0],
        [1, 0, 0],
      ]),
      fromRows([
        [1, 1, 0],
        [0, 1, 1],
        [0, 0, 1],
      ]),
    ]) {
      const { vectors } = eig(a);
      expect([...vectors.re.data, ...vectors.im.data].filter((x) => Object.is(x, -0))).toEqual([]);
    }
  });

  it("takes empty, 1 × 1 and zero matrices and refuses one that is not square", () => {
    expect(eig(zeros(0, 0)).re).toHaveLength(0);
    expect(eig(fromRows([[-7]]))).toMatchObject({ re: Float64Array.of(-7), vectorCondition: 1 });
    const zero = eig(zeros(3, 3));
    expect([...zero.re, ...zero.im]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(departure(zero.vectors.re)).toBe(0);
    expect(() => eig(zeros(2, 3))).toThrow(ShapeError);
  });

  it("keeps vectors in range where each entry is 1/ε times the next: one Jordan block of 40", () => {
    const n = 40;
    const a = zeros(n, n);
    for (let i = 0; i + 1 < n; i++) a.data[i * n + i + 1] = 1;
    const { re, im, vectors, defective } = eig(a);
    expect(defective).toBe(true);
    expect([...re, ...im].every((v) => Math.abs(v) <= 1e-12)).toBe(true);
    for (let j = 0; j < n; j++) {
      const v = column(vectors.re, j);
      expect(Math.abs(frobenius({ rows: n, cols: 1, data: v }) - 1)).toBeLessThanOrEqual(30 * n * EPSILON);
      // Av is v moved up by one: nothing but the first entry can be left.
      expect(frobenius({ rows: n - 1, cols: 1, data: v.slice(1) })).toBeLessThanOrEqual(30 * n * EPSILON);
    }
  });

  it("has orthogonal vectors for a normal matrix", () => {
    const q = orthonormal(9, 9, 4);
    const { vectors, vectorCondition } = eig(q);
    expect(vectorCondition).toBeCloseTo(1, 12);
    const g = transposedMatmul(vectors.re, vectors.re);
    const h = transposedMatmul(vectors.im, vectors.im);
    expect(frobenius(minus({ ...g, data: g.data.map((v, k) => v + h.data[k]!) }, identity(9)))).toBeLessThan(1e-13);
  });
});
