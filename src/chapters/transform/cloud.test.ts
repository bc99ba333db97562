import { describe, expect, it } from "vitest";
import { unitCloud } from "./cloud";

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
});
