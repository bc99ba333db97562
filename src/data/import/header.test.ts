import { expect, it } from "vitest";
import { findHeader } from "./header";
import { createTally, tallyCell } from "./tally";

const below = (rows: readonly (readonly string[])[]) =>
  (rows[0] ?? []).map((_, j) => {
    const tally = createTally();
    for (const cells of rows) tallyCell(tally, cells[j] ?? "", 0, ".");
    return tally;
  });
const NUMBERS = below([
  ["1", "2"],
  ["3", "4"],
]);
const WORDS = below([
  ["a", "b"],
  ["c", "d"],
]);
const find = (first: readonly string[], under = NUMBERS, said?: boolean) => findHeader(first, under, ".", said);

it("a word above numbers makes a header, and so does a row of words alone", () => {
  expect(find(["x", "y"])).toMatchObject({ present: true, names: ["x", "y"], uneven: false });
  expect(find(["x", "1999"]).present).toBe(true);
  expect(find(["x", "y"], WORDS).present).toBe(true);
});

it("numbers, also with their own spelling of none, make no header", () => {
  for (const first of [
    ["1", "2"],
    ["1", "NA"],
    ["1e3", "-.5"],
  ])
    expect(find(first)).toMatchObject({ present: false, names: ["column 1", "column 2"] });
  expect(find(["w", "1"], below([["a", "2"]])).present).toBe(false);
});

it("the user's word decides", () => {
  expect(find(["1", "2"], NUMBERS, true)).toMatchObject({ present: true, names: ["1", "2"] });
  expect(find(["x", "y"], NUMBERS, false)).toMatchObject({ present: false, uneven: false });
});

it("one name too few is R's, whose first column has none; other lengths are uneven too, but for empty cells", () => {
  expect(find(["x"], NUMBERS)).toMatchObject({ names: ["column 1", "x"], unnamed: [1], uneven: true });
  expect(find(["x", "y", "z"]).uneven).toBe(true);
  expect(find(["x", "y", " "]).uneven).toBe(false);
});
