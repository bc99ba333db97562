import { expect, it } from "vitest";
import { detectDelimiter } from "./delimiter";

it.each([",", ";", "\t", "|"] as const)("finds %j by rows of one width", (delimiter) => {
  const text = [
    ["a", "b", "c"],
    ["1", "2", "x"],
    ["3", "4", "y"],
  ]
    .map((row) => row.join(delimiter))
    .join("\n");
  expect(detectDelimiter(text, true)).toBe(delimiter);
});

it("is not misled by commas in quotes, nor by decimal commas", () => {
  expect(detectDelimiter('a;b\n"x, y";1\n"z, w";2\n', true)).toBe(";");
  expect(detectDelimiter("a;b\n1,5;2,5\n3,5;4,5\n", true)).toBe(";");
});

it("is a comma where no candidate gives two columns", () => {
  expect(detectDelimiter("a\n1\n2\n", true)).toBe(",");
});
