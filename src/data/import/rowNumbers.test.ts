import { expect, it } from "vitest";
import { isRowNumber } from "./rowNumbers";

it("a column that is called so numbers the rows where none repeats; one without a name must count", () => {
  for (const name of ["id", "ID", "row_names", "#", "Unnamed: 0"])
    expect(isRowNumber(name, ["3", " 1 ", "2"])).toBe(true);
  expect(isRowNumber("", ["0", "1", "2"])).toBe(true);
  expect(isRowNumber("", ["1", "3", "4"])).toBe(false);
});

it("measurements are none: by name, by repeats, by decimals, by gaps, by sign", () => {
  expect(isRowNumber("width", ["1", "2"])).toBe(false);
  expect(isRowNumber("idea", ["1", "2"])).toBe(false);
  for (const cells of [["1", "1"], ["1", "2.5"], ["1", ""], ["-1", "2"], ["1e3", "2"], ["1"]])
    expect(isRowNumber("id", cells)).toBe(false);
});
