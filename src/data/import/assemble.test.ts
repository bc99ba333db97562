import { describe, expect, it } from "vitest";
import { imported, refused } from "../../../tests/support/imported";

const TABLE = "x,k,y\n1,a,2\n3,b,4\n5,a,9\n";

describe("the dataset", () => {
  it("has the file's columns in their order, and one-hot ones behind the others", async () => {
    const { columns } = await imported("k,x,z\na,1,p\nb,2,q\na,4,p\n", { roles: new Map([["k", "one-hot"]]) });
    expect(columns.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
      "x: number",
      "z: category",
      "k = a: number",
      "k = b: number",
    ]);
  });
  it("is coloured by the first category of 2 to 20 values, or by the one that is asked for", async () => {
    const text = `one,many,k\n${Array.from({ length: 42 }, (_, i) => `c,v${i % 21},${i % 2 ? "a" : "b"},${i}`).join("\n")}`;
    const dataset = await imported(text.replace("k\n", "k,x\n"));
    expect(dataset.colour).toBe("k");
    expect((await imported(TABLE, { colour: "y" })).colour).toBe("y");
    expect((await imported(TABLE, { colour: "none such" })).colour).toBe("");
  });
  it("has a target only where that is a column of numbers", async () => {
    const target = async (name: string) => (await imported(TABLE, { target: name })).target;
    expect([await target("y"), await target("k"), await target("q")]).toEqual(["y", "", ""]);
  });
});

describe("its identity", () => {
  const id = async (text: string, options = {}) => (await imported(text, options)).id;
  it("is that of the contents, the name and the choices that change values", async () => {
    const plain = await id(TABLE);
    expect(plain).toMatch(/^file:t:[0-9a-f]{16}$/);
    expect(await id(TABLE, { missing: "drop" })).toBe(plain);
    const others = [
      await id(TABLE.replace("9", "8")),
      await id(TABLE, { missing: "mean" }),
      await id(TABLE, { header: true }),
      await id(TABLE, { roles: new Map([["y", "ignored"]]) }),
      await id(TABLE, { colour: "y" }),
    ];
    expect(new Set([plain, ...others]).size).toBe(6);
  });
});

describe("too few rows", () => {
  it.each([
    ["x,y\n1,2\n", "too-few-rows", undefined, /has 1 row and needs at least two\. Add rows/],
    ["x,y\n1,2\n3\n4\n5,6,7\n", "too-few-rows", 3, /not having 2 cells: lines 3, 4 and 5\. Give each row 2 cells\.$/],
    ['x,y\n1,2\n"3,4\n5,6\n', "too-few-rows", 3, /quote on line 3 is never closed.* Close that quote\.$/],
    ["x,y\n1,2\n,4\n5,\n", "no-complete-rows", 3, /Only 1 of 3 rows .* missing in x and y\. Fill them/],
  ])("are refused with the reason and its line: %j", async (text, code, line, message) => {
    const reason = await refused(text);
    expect([reason.code, reason.line]).toEqual([code, line]);
    expect(reason.message).toMatch(message);
  });
});
