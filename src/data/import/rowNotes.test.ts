import { expect, it } from "vitest";
import { imported, said } from "../../../tests/support/imported";

it("every row is used, or counted under what became of it", async () => {
  const text = "x,y\n1,2\n3\n,4\n5,6,7\n8,9\n,\n# not a row\n10,11\n";
  const { rows } = await imported(text);
  expect(rows).toBe(3);
  expect(await said(text, "ragged-rows")).toBe("2 of 7 rows were left out for not having 2 cells: lines 3 and 5.");
  expect(await said(text, "rows-dropped")).toBe("2 of 7 rows were dropped: no number in x and y.");
  expect(await said(text, "gaps-filled", { missing: "mean" })).toBe(
    "2 of 7 rows were filled with column means: no number in x and y.",
  );
});

it("one row is one row", async () => {
  expect(await said("x,y\n1,2\n,3\n5,6\n", "rows-dropped")).toMatch(/^1 of 3 rows was dropped/);
});

it("quotes that go wrong are said by their lines", async () => {
  expect(await said('x,y,n\n1,2,a\n3,4,"b" c"\n5,6,d\n', "malformed-quotes")).toContain("line 3;");
  expect(await said('x,y,n\n1,2,a\n3,4,b\n5,6,"d\n7,8,e\n', "unclosed-quote")).toContain("line 4 is never closed");
});

it("a file of which nothing went wrong has no word on rows", async () => {
  const codes = (await imported("x,y\n1,2\n3,4\n")).notes.map(({ code }) => code);
  expect(codes).toEqual(["format"]);
});
