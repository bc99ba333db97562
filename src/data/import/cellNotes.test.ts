import { expect, it } from "vitest";
import { said } from "../../../tests/support/imported";

it("each reason is counted by column, with the lines where it stands", async () => {
  const text = "x,y\n1,2\n,3\ninf,4\n5,oops\nNA,\n6,7\n8,9\n10,11\n";
  expect(await said(text, "missing-values")).toBe("Cells without a value: 2 in x (lines 3 and 6) and 1 in y (line 6).");
  expect(await said(text, "non-finite")).toMatch(/: 1 in x \(line 4\)\.$/);
  expect(await said(text, "not-a-number")).toBe(
    "Cells that are not numbers, such as “oops”, counted as missing: 1 in y (line 5).",
  );
});

it("names five lines and counts the rest, over quoted line ends too", async () => {
  const rows = Array.from({ length: 20 }, (_, i) => `${i % 2 ? "" : i},${i},"two\nlines"`);
  // Row i begins on line 2 + 2i.
  expect(await said(`x,y,z\n${rows.join("\n")}\n`, "missing-values")).toBe(
    "Cells without a value: 10 in x (lines 4, 8, 12, 16, 20 and 5 more).",
  );
});

it("a category without a value is no loss: the row is kept, and that is said", async () => {
  const text = "x,k\n1,a\n2,\n3,a\n4,b\n5,b\n";
  expect(await said(text, "no-category")).toMatch(/whose rows are kept: 1 in k \(line 3\)\.$/);
  expect(await said(text, "rows-dropped")).toBeUndefined();
  expect(await said("x,k\n1,a\n2,b\n3,a\n", "no-category")).toBeUndefined();
});
