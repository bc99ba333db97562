import fc from "fast-check";
import { expect, it } from "vitest";
import { guarded, unguarded } from "./apostrophe";

it("guards what a spreadsheet would run, and nothing else", () => {
  for (const text of ["=1+1", "+a", "-b", "@SUM(A1)", "\tt"]) expect(guarded(text)).toBe(`'${text}`);
  for (const text of ["", "a=b", "it's"]) expect(guarded(text)).toBe(text);
});

it("is undone exactly, whatever the text", () =>
  fc.assert(fc.property(fc.stringMatching(/^['=+\-@#a ]{0,6}$/), (text) => unguarded(guarded(text)) === text)));
