import { expect, it } from "vitest";
import { imported, said } from "../../../tests/support/imported";

it("how the file was read is always said", async () => {
  for (const [delimiter, words] of [
    [",", "commas"],
    [";", "semicolons"],
    ["\t", "tabs"],
    ["|", "vertical bars"],
  ])
    expect(await said(`x${delimiter}y\n1${delimiter}2\n3${delimiter}4\n`, "format")).toBe(
      `Read as utf-8, cells separated by ${words}.`,
    );
});

it("a comma as the decimal mark and an encoding that was guessed are warnings", async () => {
  expect(await said("x;y\n1,5;2,5\n3,5;4\n", "decimal-comma")).toContain("1,5 is one and a half");
  const western = new Blob(["x,y\n1,2\n3,4\nna", Uint8Array.of(0xef), "f,2\n"]);
  const { notes } = await imported(western);
  expect(notes.find(({ code }) => code === "encoding-guessed")).toMatchObject({ kind: "warn", text: /windows-1252/ });
});

it("comments are counted above the table and inside it, each by its lines", async () => {
  expect(await said("# a\n# b\nx,y\n1,2\n# c\n3,4\n", "comments-skipped")).toBe(
    "Comments and titles were skipped above the table (lines 1 and 2) and inside it (line 5).",
  );
});

it("what is odd about a header is said by name or by place", async () => {
  expect(await said("1,2\n3,4\n", "no-header")).toContain("column 1, column 2");
  expect(await said("x,x,y\n1,2,3\n4,5,7\n", "duplicate-header")).toContain("called x;");
  expect(await said("x,,y\n1,2.5,3\n4,5,7\n", "empty-header")).toContain("above column 2;");
  expect(await said("x,y,z\n1,2\n3,4\n5,6\n", "header-width")).toContain("which have 2.");
  expect(await said("x,y\ncm,kg\n1,2\n3,4\n5,6\n", "units-row")).toContain("x in cm and y in kg.");
});
