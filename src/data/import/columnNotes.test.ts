import { describe, expect, it } from "vitest";
import { imported, said } from "../../../tests/support/imported";

const column = (...cells: readonly string[]) => `x,c\n${cells.map((cell, i) => `${i * i},${cell}`).join("\n")}\n`;

describe("a column of text says what it looks like", () => {
  it.each([
    ["dates", ["2024-05-01", "2024-05-02", "2024-06-01"]],
    ["dates", ["1.5.2024", "2.5.2024", "11.5.2024"]],
    ["dates", ["12:30", "13:45", "09:00:01.5"]],
    ["dates", ["5 May 2024", "6 May 2024", "12 June 2024"]],
    ["booleans", ["yes", "no", "yes"]],
    ["booleans", ["TRUE", "FALSE", "true"]],
    ["marked-numbers", ["$3", "$4.50", "$5"]],
    ["marked-numbers", ["3 %", "4 %", "5.5 %"]],
    ["marked-numbers", ["7 kg", "8 kg", "9 kg"]],
  ])("%s: %j", async (code, cells) => {
    expect(await said(column(...cells), code)).toMatch(/\bc\b/);
  });
  it.each([
    ["dates", ["a1", "b2", "c3"]],
    ["dates", ["2024-05-01", "soon", "2024-06-01"]],
    ["booleans", ["yes", "no", "perhaps"]],
    ["marked-numbers", ["7 kilos", "8 kg", "9 kg"]],
  ])("not %s: %j", async (code, cells) => {
    expect(await said(column(...cells), code)).toBeUndefined();
  });
});

it("every column that does not come in as one of numbers is named in a note", async () => {
  const text = "id,x,const,void,k,mixed\n1,1,7,,a,1\n2,4,7,,b,q\n3,9,7,,a,r\n4,16,7,,b,s\n";
  const { notes } = await imported(text, { roles: new Map([["x", "ignored"]]) });
  const told = Object.fromEntries(notes.map((note) => [note.code, note.text]));
  expect(told["row-numbers"]).toContain(": id.");
  expect(told["constant-column"]).toContain(": const.");
  expect(told["empty-column"]).toContain(": void.");
  expect(told.categories).toContain(": k.");
  expect(told["columns-ignored"]).toContain(": x.");
  expect(told["mixed-column"]).toBe("mixed was read as text: 1 of its cells are numbers and 3 are not.");
});

it("thousands set apart are said with what they were read as, under either decimal mark", async () => {
  expect(await said("x;y\n1,234;1.5\n2,345;2.5\n7;1\n", "grouped-numbers")).toMatch(/in x: 1,234 was read as 1234\.$/);
  expect(await said("x;y\n1.234,5;1,5\n2.345,5;2,5\n7;1\n", "grouped-numbers")).toMatch(
    /in x: 1\.234 was read as 1234\.$/,
  );
});

it("one column of numbers is a warning when it is all there is, a note beside a label", async () => {
  const kind = async (text: string) => (await imported(text)).notes.find(({ code }) => code === "one-column")?.kind;
  expect([await kind("x\n1\n2\n"), await kind("n,x\na,1\nb,2\nc,3\n"), await kind("x,y\n1,2\n3,4\n")]).toEqual([
    "warn",
    "note",
    undefined,
  ]);
});
