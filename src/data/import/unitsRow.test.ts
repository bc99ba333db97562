import { expect, it } from "vitest";
import { isUnitsRow } from "./unitsRow";

const DATA = [
  ["1", "2.5", "a"],
  ["3", "4", "b"],
  ["5", "6", "c"],
];
const is = (first: readonly string[], rows = DATA) => isUnitsRow([first, ...rows], 3, ".");

it.each([[["cm", "kg", "name"]], [["(m/s)", "", "any text at all"]], [["°C", "%", ""]], [["µg·m⁻³", "[kg]", "-"]]])(
  "%j names units",
  (first) => {
    expect(is(first)).toBe(true);
  },
);

it.each([
  [["1", "2", "x"], "numbers"],
  [["cm", "7", "x"], "a number among them"],
  [["", "", "x"], "no word above a number"],
  [["not recorded", "cm", "x"], "words with spaces"],
  [["averylongwordindeed", "cm", "x"], "too long a word"],
  [["cm", "kg"], "too few cells"],
])("%j does not: %s", (first) => {
  expect(is(first)).toBe(false);
});

it("two rows below do not show what the columns are", () => {
  expect(is(["cm", "kg", "x"], DATA.slice(0, 2))).toBe(false);
});
