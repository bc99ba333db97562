import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add3,
  apply3,
  cross3,
  DomainError,
  dot3,
  IDENTITY3,
  lerp3,
  type Mat3,
  multiply3,
  norm3,
  rotation3,
  scale3,
  sub3,
  trace3,
  transpose3,
  type Vec3,
} from "..";

const A: Mat3 = [1, 2, 3, 4, 5, 6, 7, 8, 10];
const B: Mat3 = [2, 0, 1, 1, 3, 0, 0, 1, 4];

describe("3 × 3 on tuples", () => {
  it("multiplies, transposes and applies as the matrices do", () => {
    expect(multiply3(A, B)).toEqual([4, 9, 13, 13, 21, 28, 22, 34, 47]);
    expect(multiply3(A, IDENTITY3)).toEqual(A);
    expect(transpose3(A)).toEqual([1, 4, 7, 2, 5, 8, 3, 6, 10]);
    expect(apply3(A, [1, -1, 2])).toEqual([5, 11, 19]);
    expect(trace3(A)).toBe(16);
  });

  it("adds, scales and crosses vectors", () => {
    const [u, v]: [Vec3, Vec3] = [
      [1, 2, 3],
      [4, 6, 9],
    ];
    expect(add3(u, v)).toEqual([5, 8, 12]);
    expect(sub3(v, u)).toEqual([3, 4, 6]);
    expect(scale3(2, u)).toEqual([2, 4, 6]);
    expect(dot3(u, v)).toBe(43);
    expect(cross3(u, v)).toEqual([0, 3, -2]);
    expect(norm3([2, 3, 6])).toBe(7);
    expect(norm3([2 ** 600 * 3, 0, 2 ** 600 * 4])).toBe(2 ** 600 * 5);
    expect(lerp3(u, v, 0.5)).toEqual([2.5, 4, 6]);
  });
});

describe("rotation3", () => {
  it("turns x to y about z, y to z about x, z to x about y", () => {
    const turns: [Vec3, Vec3, Vec3][] = [
      [
        [0, 0, 2],
        [1, 0, 0],
        [0, 1, 0],
      ],
      [
        [3, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      [
        [0, 0.5, 0],
        [0, 0, 1],
        [1, 0, 0],
      ],
    ];
    for (const [axis, from, to] of turns)
      apply3(rotation3(axis, Math.PI / 2), from).forEach((x, i) => {
        expect(x).toBeCloseTo(to[i]!, 15);
      });
  });

  it("keeps its axis and lengths, has trace 1 + 2cos θ, and adds angles", () => {
    const part = fc.double({ min: -1, max: 1, noNaN: true });
    const angle = fc.double({ min: -7, max: 7, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(part, part, part), angle, angle, (axis, s, t) => {
        fc.pre(norm3(axis) > 1e-300);
        const r = rotation3(axis, s);
        expect(norm3(sub3(apply3(r, axis), axis))).toBeLessThan(1e-15 * 8 * norm3(axis));
        expect(Math.abs(trace3(r) - 1 - 2 * Math.cos(s))).toBeLessThan(1e-14);
        multiply3(transpose3(r), r).forEach((x, i) => {
          expect(Math.abs(x - IDENTITY3[i]!)).toBeLessThan(4e-15);
        });
        const sum = rotation3(axis, s + t);
        multiply3(r, rotation3(axis, t)).forEach((x, i) => {
          expect(Math.abs(x - sum[i]!)).toBeLessThan(8e-15);
        });
      }),
    );
  });

  it("keeps the digits of a small angle, and refuses an axis without a direction", () => {
    expect(1 - rotation3([0, 0, 1], 1e-7)[0]).toBeCloseTo(5e-15, 16);
    expect(rotation3([0, 0, 1], 1e-200)[3]).toBe(1e-200);
    expect(() => rotation3([0, 0, 0], 1)).toThrow(DomainError);
    expect(() => rotation3([Number.NaN, 0, 0], 1)).toThrow(DomainError);
    expect(() => rotation3([1, Number.POSITIVE_INFINITY, 0], 1)).toThrow(DomainError);
  });
});
