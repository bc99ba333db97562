import { expect, it } from "vitest";
import { decideDecimal, noDecimalEvidence, weighDecimal } from "./decimalMark";

const decided = (cells: readonly string[], delimiter: string) => {
  const evidence = noDecimalEvidence();
  for (const cell of cells) weighDecimal(evidence, cell);
  return decideDecimal(evidence, delimiter);
};

it("is the mark that more cells need", () => {
  expect(decided(["1,5", "2,25", "3"], ";")).toBe(",");
  expect(decided(["1.5", "2.25", "1,234"], ",")).toBe(".");
  expect(decided(["1,5", "1.5", "2.5"], ";")).toBe(".");
});

it("of 1,234 alone is a decimal between semicolons and thousands elsewhere; whole numbers tell nothing", () => {
  expect(decided(["1,234"], ";")).toBe(",");
  expect(decided(["1,234"], "\t")).toBe(".");
  expect(decided(["1", "2"], ";")).toBe(".");
});
