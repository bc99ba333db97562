import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply3, dot3, type Mat3, norm3, scale3, sub3, type Vec3 } from "../../../math";
import { embed, entriesOf, type SpaceShape } from "./embedded";
import { nullSpaceOf, read3 } from "./reading";
import { solveForA3, solveForX3 } from "./solve3";

const entry = fc.integer({ min: -300, max: 300 }).map((k) => k / 100);
const vec3: fc.Arbitrary<Vec3> = fc.tuple(entry, entry, entry);
const entries = fc.array(entry, { minLength: 9, maxLength: 9 });
const SHAPES: readonly SpaceShape[] = ["3x3", "3x2", "2x3"];
/** What of a vector the input or the output of a shape has. */
const input = (shape: SpaceShape, v: Vec3): Vec3 => (shape === "3x2" ? [v[0], v[1], 0] : v);
const output = (shape: SpaceShape, v: Vec3): Vec3 => (shape === "2x3" ? [v[0], v[1], 0] : v);
const distance = (a: readonly number[], b: readonly number[]) => Math.hypot(...a.map((v, k) => v - (b[k] ?? 0)));

describe("x gives", () => {
  it("finds the x that comes nearest: what is missing stands square to every column", () => {
    for (const shape of SHAPES)
      fc.assert(
        fc.property(entries, vec3, vec3, (values, to, from) => {
          const a = embed(shape, values);
          const { singular } = read3(shape, a);
          fc.pre((singular.at(-1) ?? 0) > 0.05);
          const [b, x] = [output(shape, to), input(shape, from)];
          const moved = solveForX3(a, b, x);
          const missing = sub3(b, apply3(a, moved));
          for (const j of [0, 1, 2] as const)
            expect(Math.abs(dot3([a[j], a[(j + 3) as 3], a[(j + 6) as 6]], missing))).toBeLessThan(1e-8);
          if (shape !== "3x2") expect(norm3(missing)).toBeLessThan(1e-8);
          else expect(moved[2]).toBe(0);
        }),
      );
  });

  it("keeps the part of x in the null space, so no solution is nearer to x", () => {
    fc.assert(
      fc.property(entries, vec3, vec3, (values, to, x) => {
        const a = embed("2x3", values);
        const reading = read3("2x3", a);
        const lost = nullSpaceOf(reading);
        fc.pre((reading.singular[1] ?? 0) > 0.05 && lost.kind === "line");
        if (lost.kind !== "line") return;
        const moved = solveForX3(a, output("2x3", to), x);
        expect(Math.abs(dot3(lost.direction, sub3(moved, x)))).toBeLessThan(1e-8);
      }),
    );
  });

  it("of a singular A follows as far as the column space allows, and of A = 0 stays", () => {
    // Onto the floor: the third coordinate of x is lost, that of b out of reach.
    const flat: Mat3 = [2, 0, 0, 0, 1, 0, 0, 0, 0];
    const moved = solveForX3(flat, [4, 3, 9], [1, 1, -7]);
    expect(distance(moved, [2, 3, -7])).toBeLessThan(1e-12);
    expect(solveForX3([0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 1, 1], [3, -1, 2])).toEqual([3, -1, 2]);
    // 1/σ overflows: better no motion than no number.
    expect(solveForX3([5e-324, 0, 0, 0, 0, 0, 0, 0, 0], [1, 1, 1], [3, -1, 2])).toEqual([3, -1, 2]);
  });
});

describe("A gives", () => {
  it("changes A by the smallest matrix that does it: no other that sends x to b is nearer (Broyden)", () => {
    for (const shape of SHAPES)
      fc.assert(
        fc.property(entries, vec3, vec3, vec3, vec3, (values, from, to, rows, aside) => {
          const [a, x, b] = [embed(shape, values), input(shape, from), output(shape, to)];
          fc.pre(norm3(x) > 0.1);
          const best = solveForA3(a, x, b);
          if (!best) throw new Error("x is not zero");
          expect(distance(apply3(best, x), b)).toBeLessThan(1e-8);
          // It has the shape of A still.
          expect(embed(shape, entriesOf(shape, best))).toEqual(best);
          // Any other adds rows square to x.
          const square = sub3(aside, scale3(dot3(aside, x) / dot3(x, x), x));
          const other = best.map((v, k) => v + (rows[Math.floor(k / 3)] ?? 0) * (square[k % 3] ?? 0));
          expect(distance(other, a)).toBeGreaterThanOrEqual(distance(best, a) - 1e-8);
        }),
      );
  });

  it("moves A = 0 to rank one, and has no answer for x = 0", () => {
    const zero: Mat3 = [0, 0, 0, 0, 0, 0, 0, 0, 0];
    expect(solveForA3(zero, [0, 2, 0], [1, 2, 3])).toEqual([0, 0.5, 0, 0, 1, 0, 0, 1.5, 0]);
    expect(solveForA3([1, 0, 0, 0, 1, 0, 0, 0, 1], [0, 0, 0], [1, 1, 1])).toBeNull();
  });
});
