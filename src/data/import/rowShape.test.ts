import { expect, it } from "vitest";
import { commonWidth, fits, isPreamble, startsComment } from "./rowShape";

it("takes the commonest width, and of two equally common ones the larger", () => {
  expect(commonWidth([["a"], ["1", "2"], ["3", "4"]])).toBe(2);
  expect(commonWidth([["a"], ["1", "2"]])).toBe(2);
  expect(commonWidth([])).toBe(0);
});

it("lets a row be wider only by empty cells, and never narrower", () => {
  expect(fits(["1", "2", ""], 2)).toBe(true);
  expect(fits(["1", "2", "3"], 2)).toBe(false);
  expect(fits(["1"], 2)).toBe(false);
});

it("knows a comment and a title from a row of the table", () => {
  expect(startsComment(["# made by hand"])).toBe(true);
  expect(startsComment([])).toBe(false);
  expect(isPreamble(["Yields"], 3)).toBe(true);
  // As a spreadsheet writes a title: padded to the width of the table.
  expect(isPreamble(["Yields of 2024", "", ""], 3)).toBe(true);
  expect(isPreamble(["id", "", ""], 3)).toBe(false);
  expect(isPreamble(["x", "y", "z"], 3)).toBe(false);
});
