import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply3, det3, IDENTITY3, type Mat3, type Vec3 } from "../../../math";
import { firstFactor3, product3, shownMatrix } from "./compose3";

const entry = fc.integer({ min: -300, max: 300 }).map((k) => k / 100);
const mat3: fc.Arbitrary<Mat3> = fc.tuple(entry, entry, entry, entry, entry, entry, entry, entry, entry);
const vec3: fc.Arbitrary<Vec3> = fc.tuple(entry, entry, entry);
const far = (a: readonly number[], b: readonly number[]) => Math.max(...a.map((v, i) => Math.abs(v - (b[i] ?? 0))));
/** A quarter turn about the vertical, and one about the first axis. */
const SPIN: Mat3 = [0, -1, 0, 1, 0, 0, 0, 0, 1];
const ROLL: Mat3 = [1, 0, 0, 0, 0, -1, 0, 1, 0];

describe("a stack of 3 × 3 matrices", () => {
  it("sends x where the factors send it one by one, A first", () => {
    fc.assert(
      fc.property(mat3, mat3, mat3, vec3, (a, b, c, x) => {
        const one = apply3(c, apply3(b, apply3(a, x)));
        expect(far(apply3(product3(a, [b, c]), x), one)).toBeLessThan(1e-9);
      }),
    );
  });

  it("is what NumPy's B @ A gives", () => {
    const a: Mat3 = [1, 0.5, 0, 0, 1, 0.5, 0.5, 0, 1];
    const b: Mat3 = [2, -1, 0, 0.5, 1, 3, -2, 0, 1];
    expect(product3(a, [b])).toEqual([2, 0, -0.5, 2, 1.25, 3.5, -1.5, -1, 1]);
    expect(product3(SPIN, [ROLL])).not.toEqual(product3(ROLL, [SPIN]));
  });

  it("changes A so that the product is what was asked for, where what follows can be undone", () => {
    fc.assert(
      fc.property(mat3, mat3, mat3, (wanted, b, c) => {
        fc.pre(Math.abs(det3(b)) > 0.1 && Math.abs(det3(c)) > 0.1);
        expect(far(product3(firstFactor3([b, c], wanted), [b, c]), wanted)).toBeLessThan(1e-6);
      }),
    );
    expect(firstFactor3([], SPIN)).toBe(SPIN);
  });

  it("comes as near as it can where what follows flattens: onto the floor no height is reached", () => {
    const floor: Mat3 = [1, 0, 0, 0, 1, 0, 0, 0, 0];
    const reached = product3(firstFactor3([floor], [1, 2, 3, 4, 5, 6, 7, 8, 9]), [floor]);
    expect(far(reached, [1, 2, 3, 4, 5, 6, 0, 0, 0])).toBeLessThan(1e-12);
  });

  it("is walked factor by factor by the grid, and as one product by the other readings", () => {
    const at = (t: number, reading: "grid" | "turns" | "rows") => shownMatrix("3x3", SPIN, [ROLL], t, "polar", reading);
    expect(far(at(0.5, "grid"), SPIN)).toBeLessThan(1e-12);
    const half = Math.SQRT1_2;
    expect(far(at(0.25, "grid"), [half, -half, 0, half, half, 0, 0, 0, 1])).toBeLessThan(1e-12);
    expect(far(at(0.75, "grid"), product3(SPIN, [[1, 0, 0, 0, half, -half, 0, half, half]]))).toBeLessThan(1e-12);
    for (const reading of ["grid", "turns", "rows"] as const) expect(at(1, reading)).toEqual(product3(SPIN, [ROLL]));
    expect(at(0, "grid")).toEqual(IDENTITY3);
    expect(at(0.3, "rows")).toEqual(product3(SPIN, [ROLL]));
  });
});
