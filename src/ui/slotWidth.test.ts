import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { slotWidth } from "./slotWidth";

describe("slotWidth", () => {
  it("is the sum of advance widths", () => {
    expect(slotWidth("")).toBe(0);
    expect(slotWidth("1.50")).toBe(1.778);
    expect(slotWidth("\u22121.20")).toBe(2.556);
  });

  it("gives all two-decimal numbers of one length one width", () => {
    expect(slotWidth("1.11")).toBe(slotWidth("8.88"));
  });
});

// The policy forbids style attributes in markup; what KaTeX's DOM build may set by attribute must stay out of our formulas.
it("KaTeX builds HTML nodes without a style attribute, save for errors and MathML", () => {
  const source = readFileSync(new URL("../../node_modules/katex/dist/katex.mjs", import.meta.url), "utf8");
  const set = source.match(/\w+\.setAttribute\("style",[^;]+;/g) ?? [];
  expect(set.every((line) => /text-shadow|border: |errorColor/.test(line))).toBe(true);
  expect(source).toContain("Object.assign(node.style, this.style)");
});
