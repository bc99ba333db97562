import { describe, expect, it } from "vitest";
import { hasNumpy, runSnippets } from "../../../../tests/support/numpy";
import { apply3, type Vec3 } from "../../../math";
import { codeText } from "../../code";
import { embed, type SpaceShape } from "./embedded";
import { SPACE_PRESETS } from "./presets";
import { read3 } from "./reading";
import { spaceNumpy } from "./snippet3";

const x: Vec3 = [-1, 1, 0.8];
function snippetOf(shape: SpaceShape, entries: readonly number[], rank?: 0): string {
  const a = embed(shape, entries);
  const reading = read3(shape, a);
  return codeText(spaceNumpy(rank === undefined ? reading : { ...reading, rank }, x, apply3(a, x)));
}

describe.skipIf(!hasNumpy)("the NumPy snippet in space", () => {
  it("runs and agrees with NumPy for every preset of each shape, zero and extreme entries", () => {
    const cases = (["3x3", "3x2", "2x3"] as const).flatMap((shape) =>
      [
        ...SPACE_PRESETS[shape].map(({ entries }) => entries),
        [0, 0, 0, 0, 0, 0, 0, 0, 0],
        [1e12, 1e-12, -1e12, 3, 1, 1, 0, 2, 5],
      ].map((entries) => snippetOf(shape, entries)),
    );
    expect(runSnippets(cases).map(({ error }) => error)).toEqual(cases.map(() => ""));
  });

  it("fails where a number shown is wrong", () => {
    expect(runSnippets([snippetOf("3x2", [1, 2, 3, 4, 5, 6], 0)])[0]?.error).toContain("AssertionError");
  });
});
