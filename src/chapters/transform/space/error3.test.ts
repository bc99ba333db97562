import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply3, type Mat3, type Vec3 } from "../../../math";
import { errorReading3 } from "./error3";
import { read3 } from "./reading";

const entry = fc.integer({ min: -300, max: 300 }).map((k) => k / 100);
const mat3: fc.Arbitrary<Mat3> = fc.tuple(entry, entry, entry, entry, entry, entry, entry, entry, entry);
const vec3: fc.Arbitrary<Vec3> = fc.tuple(entry, entry, entry);
const UNIT: Mat3 = [1, 0, 0, 0, 1, 0, 0, 0, 1];

describe("an error in b, in space", () => {
  it("grows at most κ times, and x + δx solves Ax = b + δ", () => {
    fc.assert(
      fc.property(mat3, vec3, vec3, (a, x, delta) => {
        const { cond } = read3("3x3", a);
        fc.pre(cond < 1e6);
        const error = errorReading3(a, x, delta);
        fc.pre(error !== null);
        if (!error) return;
        expect(error.growth).toBeLessThanOrEqual(cond * (1 + 1e-8));
        const reached = apply3(a, error.wrongX);
        expect(Math.hypot(...reached.map((v, k) => v - (error.wrongB[k] ?? 0)))).toBeLessThan(1e-7);
      }),
    );
  });

  it("reaches κ where b lies along u₁ and δ along u₃", () => {
    const error = errorReading3([4, 0, 0, 0, 1, 0, 0, 0, 0.5], [1, 0, 0], [0, 0, 0.1]);
    expect(error).toMatchObject({ errorB: 0.025, errorX: 0.2, growth: 8 });
  });

  it("is none where A is singular, or x or δ is zero", () => {
    expect(errorReading3([1, 1, 1, 2, 2, 2, 3, 3, 3], [1, 1, 1], [1, 0, 0])).toBeNull();
    expect(errorReading3(UNIT, [0, 0, 0], [1, 0, 0])).toBeNull();
    expect(errorReading3(UNIT, [1, 0, 0], [0, 0, 0])).toBeNull();
  });
});
