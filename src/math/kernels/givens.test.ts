import { describe, expect, it } from "vitest";
import { EPSILON } from "../tolerance";
import { givens } from "./givens";

describe("givens", () => {
  it.each([
    [3, 4],
    [-3e-300, 4e-300],
    [3 * 2 ** -1060, 4 * 2 ** -1060],
    [2 ** -1074, -(2 ** -1074)],
    [0, 2 ** -1074],
    [2e300, 1e-300],
  ])("turns (%d, %d) onto the first axis, and is a rotation even where the length is denormal", (a, b) => {
    const [c, s, r] = givens(a, b);
    expect(Math.abs(c * c + s * s - 1)).toBeLessThanOrEqual(4 * EPSILON);
    const size = Math.max(Math.abs(a), Math.abs(b));
    expect(Math.abs(c * (b / size) - s * (a / size))).toBeLessThanOrEqual(4 * EPSILON);
    // A denormal length is right to the last place that there is.
    expect(Math.abs(r - Math.hypot(a, b))).toBeLessThanOrEqual(Math.max(2 ** -1074, 4 * EPSILON * r));
  });

  it("leaves alone what is on the first axis", () => {
    expect(givens(-5, 0)).toEqual([1, 0, -5]);
  });
});
