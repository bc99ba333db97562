import { describe, expect, it } from "vitest";
import { momentsOf } from "../../math";
import { unitCloud } from "./cloud";
import { scoreAxes } from "./scores";

describe("principal components as points", () => {
  const x = { rows: 4, cols: 2, data: Float64Array.of(0, 0, 2, 2, 1, 3, 3, 5) };
  const options = { centre: true, standardise: false, divisor: "n" } as const;

  it("are uncorrelated, the first with the larger spread", () => {
    const [first, second] = scoreAxes(x, momentsOf(x), options, 2);
    if (!first || !second) throw new Error("Two columns have two components");
    const { covariance } = unitCloud([first, second], null);
    expect(first.name).toBe("PC1");
    expect(covariance[0]).toBeCloseTo(1, 9);
    expect(covariance[1]).toBeCloseTo(0, 9);
    expect(covariance[3]).toBeLessThan(1);
  });

  it("are none without rows, and one for one column", () => {
    expect(
      scoreAxes(
        { rows: 0, cols: 0, data: new Float64Array(0) },
        momentsOf({ rows: 0, cols: 0, data: new Float64Array(0) }),
        options,
        2,
      ),
    ).toEqual([]);
    const one = { rows: 3, cols: 1, data: Float64Array.of(1, 2, 4) };
    expect(scoreAxes(one, momentsOf(one), options, 2)).toHaveLength(1);
  });
});
