import { describe, expect, it } from "vitest";
import { movedCloud, unitCloud } from "./cloud";

const column = (name: string, values: number[]) => ({
  kind: "number" as const,
  name,
  values: Float64Array.from(values),
});

describe("the dataset under A", () => {
  it("stands about the origin with its larger spread 1, at any distance and in any unit", () => {
    const { xy } = unitCloud([column("x", [1e6 - 3e3, 1e6 + 3e3]), column("y", [7, 9])], null);
    expect([...xy]).toEqual([-1, Math.fround(-1 / 3000), 1, Math.fround(1 / 3000)]);
  });

  it("draws constant columns and a single row at the origin", () => {
    expect([...unitCloud([column("x", [5]), column("y", [2])], null).xy]).toEqual([0, 0]);
  });

  it("moves every point by A, into the buffer that it is given", () => {
    const cloud = { xy: Float32Array.of(1, 0, 0, 1, 2, 3), classes: Int32Array.of(0, 1, 0) };
    const buffer = new Float32Array(6);
    const moved = movedCloud(cloud, [1, 1, 0.5, 1.5], buffer);
    expect(moved.xy).toBe(buffer);
    expect([...moved.xy]).toEqual([1, 0.5, 1, 1.5, 5, 5.5]);
    expect([...cloud.xy]).toEqual([1, 0, 0, 1, 2, 3]);
  });
});
