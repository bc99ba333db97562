import fc from "fast-check";
import { expect, it } from "vitest";
import { headerNames } from "./headerNames";

it("numbers what is repeated and names what is empty", () => {
  expect(headerNames(["x", "x", ""]).names).toEqual(["x", "x (2)", "column 3"]);
});

it("gives names that are never empty and never alike, also where they look like its own", () =>
  fc.assert(
    fc.property(fc.array(fc.constantFrom("x", "x (2)", "", "column 1", "__proto__"), { maxLength: 12 }), (cells) => {
      const { names } = headerNames(cells);
      return names.length === cells.length && new Set(names).size === names.length && !names.includes("");
    }),
    { numRuns: 500 },
  ));
