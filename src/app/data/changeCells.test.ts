import { beforeEach, expect, it } from "vitest";
import { importTable } from "../../data/importTable";
import { openDataset } from "../../state/datasets";
import { MOST_EDITS } from "../../state/parameters";
import { store, update } from "../../state/store";
import { addRow, changeCell } from "./changeCells";

const edits = () => store.getState().data.edits;
const steps = () => store.temporal.getState().pastStates.length;

beforeEach(async () => {
  const rows = Array.from({ length: MOST_EDITS + 10 }, (_, i) => `${i},w${i % 3}`).join("\n");
  openDataset(await importTable(`n,k\n${rows}\n`, { name: "many.csv" }));
});

it("what is typed becomes the cell, in one step; what it held before takes the edit away again", () => {
  const before = steps();
  expect(changeCell(3, 0, " 4,5 ")).toBe("");
  expect([edits(), steps()]).toEqual([[[3, 0, 4.5]], before + 1]);
  expect(changeCell(3, 0, "3")).toBe("");
  expect(edits()).toEqual([]);
  expect(changeCell(4, 1, " w1 ")).toBe("");
  expect([edits(), steps()]).toEqual([[], before + 2]);
});

it("text, emptiness and what overflows are refused in a number, and a novel in a category", () => {
  for (const typed of ["", "abc", "1e999", "NaN", "1.2.3"])
    expect(changeCell(0, 0, typed)).toMatch(
      /^[A“].*\. Type a number such as 2\.5, or press Escape to keep what was there\.$/,
    );
  expect(changeCell(0, 1, "x".repeat(501))).toContain("at most 500 letters, and this has 501");
  expect(changeCell(0, 7, "1")).toBe("There is no such cell any more.");
  expect(edits()).toEqual([]);
});

it("the last of 2,000 edits is taken, the next refused, and a cell that is edited already still changes", () => {
  update("data", { edits: Array.from({ length: MOST_EDITS - 1 }, (_, row) => [row, 0, -1] as const) });
  expect(changeCell(MOST_EDITS, 0, "-1")).toBe("");
  expect(changeCell(MOST_EDITS + 1, 0, "-1")).toMatch(/^2,000 cells have been changed, .* to go on\.$/);
  expect(changeCell(5, 0, "-2")).toBe("");
  expect(edits()).toHaveLength(MOST_EDITS);
  expect(edits()).toContainEqual([5, 0, -2]);
});

it("a thousand rows can be added and no more", () => {
  update("data", { added: 999 });
  expect(addRow()).toBe("");
  expect(addRow()).toMatch(/^1,000 rows have been added/);
  expect(store.getState().data.added).toBe(1000);
});
