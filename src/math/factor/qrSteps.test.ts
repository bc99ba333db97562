import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orthogonalityRatio, product, RATIO, residualRatio, turned, valuesRatio } from "../../../tests/support/ratios";
import { symmetric } from "../../../tests/support/spectra";
import { DomainError, EPSILON, eigh, fromRows, identity, type QrStep, qrSteps, ShapeError, zeros } from "..";

const last = (path: QrStep[]) => path.at(-1)!;
const diagonalOf = ({ a }: QrStep) => Float64Array.from({ length: a.rows }, (_, i) => a.data[i * (a.rows + 1)]!);
const draws = fc.record({ n: fc.integer({ min: 1, max: 10 }), seed: fc.nat() });
const drawn = ({ n, seed }: { n: number; seed: number }, definite = false) =>
  symmetric({ rows: n, cols: n, spectrum: "arithmetic", condition: 10, exponent: 0, seed }, definite);

describe("qrSteps", () => {
  it("keeps A = V A_k Vᵀ, A_k symmetric to the bit, at every step of either kind", () => {
    fc.assert(
      fc.property(draws, fc.constantFrom("none" as const, "wilkinson" as const), (draw, shifts) => {
        const { a } = drawn(draw);
        for (const step of qrSteps(a, shifts, 12)) {
          expect(orthogonalityRatio(step.vectors)).toBeLessThanOrEqual(RATIO * 13);
          expect(residualRatio(a, step.vectors, step.a, turned(step.vectors))).toBeLessThanOrEqual(RATIO * 13);
          expect(turned(step.a)).toEqual(step.a);
          const square = step.a.data.reduce((sum, v, k) => sum + (k % (step.a.cols + 1) === 0 ? 0 : v * v), 0);
          expect(step.offDiagonal).toBeCloseTo(Math.sqrt(square), 12);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("with Wilkinson's shift is diagonal after a few steps a value, with eigh's values", () => {
    fc.assert(
      fc.property(draws, (draw) => {
        const { a } = drawn(draw);
        const path = [...qrSteps(a, "wilkinson", 200)];
        expect(last(path).active).toBe(1);
        expect(path.length).toBeLessThanOrEqual(1 + 5 * draw.n);
        expect(last(path).offDiagonal).toBeLessThanOrEqual(RATIO * draw.n ** 2 * EPSILON);
        const values = diagonalOf(last(path)).sort().reverse();
        expect(valuesRatio(values, eigh(a).values, draw.n)).toBeLessThanOrEqual(RATIO * 5);
      }),
      { numRuns: 60 },
    );
  });

  it("without shifts falls by λ₂/λ₁ a step: the first is A itself, then the off-diagonal entry near thirds", () => {
    // [[2, 1], [1, 2]] has the values 3 and 1.
    const path = [
      ...qrSteps(
        fromRows([
          [2, 1],
          [1, 2],
        ]),
        "none",
        20,
      ),
    ];
    expect(path[0]!.a).toEqual(
      fromRows([
        [2, 1],
        [1, 2],
      ]),
    );
    expect(path[0]!.vectors).toEqual(identity(2));
    expect(path[0]!.offDiagonal).toBeCloseTo(Math.SQRT2, 15);
    // Q = [[2, −1], [1, 2]]/√5: A₁ = [[14, 3], [3, 6]]/5.
    [2.8, 0.6, 0.6, 1.2].forEach((value, k) => {
      expect(path[1]!.a.data[k]!).toBeCloseTo(value, 14);
    });
    expect(path.every(({ shift }) => shift === 0)).toBe(true);
    expect(path[12]!.offDiagonal / path[11]!.offDiagonal).toBeCloseTo(1 / 3, 6);
    expect(valuesRatio(diagonalOf(last(path)), [3, 1], 2)).toBeLessThanOrEqual(RATIO);
  });

  it("without shifts brings positive values out largest first", () => {
    const { a, values } = drawn({ n: 4, seed: 3 }, true);
    expect(valuesRatio(diagonalOf(last([...qrSteps(a, "none", 2000)])), values, 4)).toBeLessThanOrEqual(RATIO * 20);
  });

  it("shifts by the nearer eigenvalue of the last two rows", () => {
    // [[5, 2], [2, 2]]: 6 and 1, of which 1 is the nearer to 2; [[2, 2], [2, 5]]: 6 is the nearer to 5.
    expect(
      qrSteps(
        fromRows([
          [5, 2],
          [2, 2],
        ]),
        "wilkinson",
        1,
      ).next().value!.shift,
    ).toBeCloseTo(1, 14);
    expect(
      qrSteps(
        fromRows([
          [2, 2],
          [2, 5],
        ]),
        "wilkinson",
        1,
      ).next().value!.shift,
    ).toBeCloseTo(6, 14);
    // A shift that is the eigenvalue ends it in one step.
    expect(
      [
        ...qrSteps(
          fromRows([
            [5, 2],
            [2, 2],
          ]),
          "wilkinson",
          9,
        ),
      ].map(({ active }) => active),
    ).toEqual([2, 1]);
    const apart = fromRows([
      [1, 0, 3],
      [0, 2, 0],
      [3, 0, 7],
    ]);
    expect(qrSteps(apart, "wilkinson", 1).next().value!.shift).toBe(7);
  });

  it("stops at once where A is diagonal, and is cut at the given steps where two values are of one size", () => {
    for (const a of [zeros(3, 3), identity(3), fromRows([[4]]), zeros(0, 0)])
      expect([...qrSteps(a, "none", 5)]).toHaveLength(1);
    const path = [
      ...qrSteps(
        fromRows([
          [0, 1],
          [1, 0],
        ]),
        "none",
        7,
      ),
    ];
    expect(path).toHaveLength(8);
    expect(last(path).active).toBe(2);
    expect(
      [
        ...qrSteps(
          fromRows([
            [0, 1],
            [1, 0],
          ]),
          "wilkinson",
          7,
        ),
      ].length,
    ).toBeLessThan(4);
  });

  it("scales with the matrix, to near over- and underflow, and does not read above the diagonal", () => {
    const a = fromRows([
      [4, 9],
      [1, 3],
    ]);
    const plain = [...qrSteps(a, "wilkinson", 9)];
    for (const k of [1000, -1000]) {
      const scaled = [...qrSteps({ ...a, data: a.data.map((v) => v * 2 ** k) }, "wilkinson", 9)];
      expect(scaled.map(({ a: x }) => x.data)).toEqual(plain.map(({ a: x }) => x.data.map((v) => v * 2 ** k)));
      expect(scaled[0]!.shift).toBe(plain[0]!.shift * 2 ** k);
      expect(scaled[0]!.offDiagonal).toBe(plain[0]!.offDiagonal * 2 ** k);
    }
    const lower = product(
      turned(last(plain).vectors),
      product(
        fromRows([
          [4, 1],
          [1, 3],
        ]),
        last(plain).vectors,
      ),
    );
    expect(Math.abs(lower.data[1]!)).toBeLessThanOrEqual(10 * EPSILON);
  });

  it("refuses what is not square or not finite", () => {
    expect(() => qrSteps(zeros(2, 3), "none", 1).next()).toThrow(ShapeError);
    expect(() => qrSteps(fromRows([[Number.NaN]]), "none", 1).next()).toThrow(DomainError);
  });
});
