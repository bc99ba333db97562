import { expect, it } from "vitest";
import { createLineCount, linesInWords, listInWords } from "./lineCount";

it("counts all lines and keeps the first five", () => {
  const count = createLineCount();
  for (let line = 2; line < 40; line++) count.add(line);
  expect([count.count, count.first]).toEqual([38, [2, 3, 4, 5, 6]]);
  expect(linesInWords(count)).toBe("lines 2, 3, 4, 5, 6 and 33 more");
});

it("says one, two and three as a person would", () => {
  const one = createLineCount();
  one.add(3);
  expect(linesInWords(one)).toBe("line 3");
  expect(listInWords(["a", "b"])).toBe("a and b");
  expect(listInWords(["a", "b", "c"])).toBe("a, b and c");
});
