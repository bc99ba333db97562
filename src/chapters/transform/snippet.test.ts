import { describe, expect, it } from "vitest";
import { hasNumpy, runSnippets } from "../../../tests/support/numpy";
import { apply2, type Mat2 } from "../../math";
import { codeText } from "../code";
import { read } from "./model";
import { PRESETS } from "./presets";
import { numpyLines } from "./snippet";

const linesOf = (a: Mat2, det = read(a).det) =>
  numpyLines(a, [-1.2, 1.1], apply2(a, [-1.2, 1.1]), det, read(a).singular);
const snippetOf = (a: Mat2, det?: number) => codeText(linesOf(a, det));

describe("the lines of the snippet", () => {
  it("know what they make: each column, x, its image, the area, the eigenlines and the ellipse", () => {
    const lines = linesOf([1, 2, 3, 4]);
    const makes = (name: string) => lines.find(({ about }) => about === name)?.text ?? "";
    expect(makes("i")).toMatch(/\[1, 3\].*î/);
    expect(makes("j")).toMatch(/\[2, 4\].*ĵ/);
    expect(makes("x")).toMatch(/^x = /);
    expect(makes("ax")).toMatch(/^Ax = A @ x/);
    expect(makes("area")).toMatch(/^det = /);
    expect(makes("eigen")).toContain("np.linalg.eig(A)");
    expect(makes("ellipse")).toContain("np.linalg.svd(A)");
  });
});

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
