import { describe, expect, it } from "vitest";
import { hasNumpy, runSnippets } from "../../../tests/support/numpy";
import { apply2, type Mat2 } from "../../math";
import { read } from "./model";
import { PRESETS } from "./presets";
import { numpySnippet } from "./snippet";

const snippetOf = (a: Mat2, det = read(a).det) =>
  numpySnippet(a, [-1.2, 1.1], apply2(a, [-1.2, 1.1]), det, read(a).singular);

describe.skipIf(!hasNumpy)("the NumPy snippet", () => {
  it("runs and agrees with NumPy for every preset, zero and extreme entries", () => {
    const matrices: readonly Mat2[] = [...PRESETS.map(({ matrix }) => matrix), [0, 0, 0, 0], [1e12, 1e-12, -1e12, 3]];
    const errors = runSnippets(matrices.map((a) => snippetOf(a))).map(({ error }) => error);
    expect(errors).toEqual(matrices.map(() => ""));
  });

  it("fails where a number shown is wrong", () => {
    expect(runSnippets([snippetOf([1, 2, 3, 4], -2.1)])[0]?.error).toContain("AssertionError");
  });
});
