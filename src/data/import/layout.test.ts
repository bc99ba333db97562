import { describe, expect, it } from "vitest";
import { detectLayout } from "./layout";

const found = (text: string, whole = true) => detectLayout(text, whole, { name: "t" });

describe("the layout", () => {
  it("skips comments, titles, the header and the units, and counts the lines above", () => {
    const layout = found("# made in May\nTable 1\na,b,c\ncm,kg,s\n1,2,3\n4,5,6\n7,8,9\n");
    expect([layout.skip, layout.preamble.count, [...layout.preamble.first]]).toEqual([4, 2, [1, 2]]);
    expect([layout.header.names, layout.units]).toEqual([
      ["a", "b", "c"],
      ["cm", "kg", "s"],
    ]);
  });
  it("skips nothing where the first row is data already", () => {
    expect(found("1,2\n3,4\n")).toMatchObject({ skip: 0, units: [], header: { present: false } });
  });
  it("has the width of most rows, whatever the first one has", () => {
    expect(found("a,b,c,d\n1,2,3\n4,5,6\n7,8,9\n").columns.length).toBe(3);
  });
  it("of a first part does not judge by a last row that is cut", () => {
    expect(found("a,b\n1,2\n3,4\n5,wor", false).columns.map(({ kind }) => kind)).toEqual(["number", "number"]);
  });
  it("knows whether a decimal mark was seen at all", () => {
    expect([found("a,b\n1,2\n").decimalSeen, found("a,b\n1.5,2\n").decimalSeen]).toEqual([false, true]);
    expect(found("a;b\n1,5;2\n")).toMatchObject({ decimal: ",", delimiter: ";", decimalSeen: true });
  });
});

it.each([
  ["", "empty-file", undefined],
  [" \n\n\t", "empty-file", undefined],
  ["# only\n# words\n", "no-rows", undefined],
  ["\n# one\n\nx,y\n", "no-rows", 4],
])("%j is refused: %s", (text, code, line) => {
  expect(() => found(text)).toThrow(expect.objectContaining({ code, line }));
});

it("a first part that does not hold the first row of data is refused for that, and not for having none", () => {
  for (const [text, line] of [
    ["a,b,c", 1],
    ['a,b\n1,"2\n3,4\n', 2],
  ] as const)
    expect(() => found(text, false)).toThrow(expect.objectContaining({ code: "row-too-long", line }));
});
