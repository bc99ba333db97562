import { expect, it } from "vitest";
import { cellText } from "./cellText";

it("is the text without the room around it, nothing for a sign of no value, and no guard against formulas", () => {
  expect([" oak ", "NA", "-", "", "'=1+1", "'tis"].map(cellText)).toEqual(["oak", "", "", "", "=1+1", "'tis"]);
});
