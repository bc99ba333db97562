import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orthonormal } from "../../../../tests/support/arbitraryMatrix";
import { difference, oneNorm, orthogonalityRatio, product, RATIO } from "../../../../tests/support/ratios";
import {
  DomainError,
  det,
  diagonal,
  fromRows,
  identity,
  interpolateRotation,
  type Matrix,
  rotationPower,
  ShapeError,
  zeros,
} from "../..";

const TINY = 1e-12;
const gap = (x: Matrix | null, y: Matrix | null) => oneNorm(difference(x!, y!));
/** Uniformly random, with det 1. */
function rotation(n: number, seed: number): Matrix {
  const q = orthonormal(n, n, seed);
  if (det(q) > 0) return q;
  return { ...q, data: q.data.map((v, k) => (k % n === 0 ? -v : v)) };
}
const some = fc
  .record({ n: fc.integer({ min: 1, max: 9 }), seed: fc.nat(1e6) })
  .map(({ n, seed }) => rotation(n, seed));
const time = fc.double({ min: -2, max: 2, noNaN: true });

describe("rotationPower", () => {
  it("is I at 0 to the bit, R at 1, orthogonal between, and Rˢ Rᵗ = R^(s+t)", () => {
    fc.assert(
      fc.property(some, time, time, (r, s, t) => {
        expect(rotationPower(r, 0)).toEqual(identity(r.rows));
        expect(gap(rotationPower(r, 1), r)).toBeLessThan(TINY);
        const [rs, rt] = [rotationPower(r, s)!, rotationPower(r, t)!];
        expect(orthogonalityRatio(rt)).toBeLessThan(RATIO);
        expect(gap(product(rs, rt), rotationPower(r, s + t))).toBeLessThan(TINY);
      }),
    );
  });

  it("turns the plane by tθ, the shorter way", () => {
    const turn = (angle: number) =>
      fromRows([
        [Math.cos(angle), -Math.sin(angle)],
        [Math.sin(angle), Math.cos(angle)],
      ]);
    for (const angle of [0.1, 1, 3, -0.5, -3.1])
      expect(gap(rotationPower(turn(angle), 0.25), turn(angle / 4))).toBeLessThan(TINY);
    expect(gap(rotationPower(turn(4), 0.5), turn(2 - Math.PI))).toBeLessThan(TINY);
  });

  it("makes of each pair of −1's a half turn in their plane", () => {
    for (const d of [
      [-1, -1],
      [-1, 1, -1],
      [-1, -1, -1, -1],
      [1, -1, 1, -1, 1],
    ]) {
      const r = diagonal(d);
      const root = rotationPower(r, 0.5)!;
      expect(gap(product(root, root), r)).toBeLessThan(TINY);
      expect(orthogonalityRatio(root)).toBeLessThan(RATIO);
      expect(det(root)).toBeCloseTo(1, 13);
      // The axes that R keeps are kept.
      d.forEach((value, i) => {
        if (value === 1) expect(root.data[i * (d.length + 1)]).toBe(1);
      });
    }
    const half = rotationPower(diagonal([-1, -1]), 0.5)!;
    [0, -1, 1, 0].forEach((v, i) => {
      expect(half.data[i]).toBeCloseTo(v, 15);
    });
  });

  it("has no power of a reflection, and refuses what is not orthogonal", () => {
    expect(rotationPower(diagonal([1, -1]), 0.5)).toBeNull();
    expect(rotationPower(diagonal([-1]), 0.5)).toBeNull();
    expect(
      rotationPower(
        fromRows([
          [0, 1, 0],
          [1, 0, 0],
          [0, 0, 1],
        ]),
        0.5,
      ),
    ).toBeNull();
    expect(() => rotationPower(diagonal([1, 2]), 0.5)).toThrow(DomainError);
    expect(() => rotationPower(diagonal([1, 1e200]), 0.5)).toThrow(DomainError);
    expect(() =>
      rotationPower(
        fromRows([
          [1, 1e-6],
          [0, 1],
        ]),
        0.5,
      ),
    ).toThrow(DomainError);
    expect(() => rotationPower(fromRows([[Number.NaN]]), 0.5)).toThrow(DomainError);
    expect(() => rotationPower(zeros(2, 3), 0.5)).toThrow(ShapeError);
    expect(rotationPower(zeros(0, 0), 0.5)).toEqual(zeros(0, 0));
  });
});

describe("interpolateRotation", () => {
  it("goes from the one to the other at constant speed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), fc.nat(1e6), (n, seed) => {
        const [from, to] = [rotation(n, seed), rotation(n, seed + 1)];
        expect(gap(interpolateRotation(from, to, 0), from)).toBeLessThan(TINY);
        expect(gap(interpolateRotation(from, to, 1), to)).toBeLessThan(TINY);
        const [third, two] = [interpolateRotation(from, to, 1 / 3)!, interpolateRotation(from, to, 2 / 3)!];
        expect(gap(interpolateRotation(third, to, 0.5), two)).toBeLessThan(1e-10);
      }),
    );
    expect(interpolateRotation(identity(2), diagonal([1, -1]), 0.5)).toBeNull();
    expect(gap(interpolateRotation(diagonal([1, -1]), diagonal([-1, 1]), 1), diagonal([-1, 1]))).toBeLessThan(TINY);
    expect(() => interpolateRotation(identity(2), identity(3), 0.5)).toThrow(ShapeError);
  });
});
