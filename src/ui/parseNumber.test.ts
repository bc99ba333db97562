import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatExact } from "./formatNumber";
import { parseNumber } from "./parseNumber";

describe("parseNumber", () => {
  it.each([
    ["1.5", 1.5],
    ["\u22121.5", -1.5],
    ["-1.5", -1.5],
    ["1,5", 1.5],
    ["1e-3", 0.001],
    ["1E+3", 1000],
    ["+2", 2],
    [" .5 ", 0.5],
    ["5.", 5],
    ["-0", 0],
  ])("reads %j", (text, value) => {
    expect(parseNumber(text)).toEqual({ ok: true, value });
  });

  it.each([
    "",
    " ",
    "abc",
    "--3",
    "1e",
    "NaN",
    "Infinity",
    "-Infinity",
    "1e999",
    "0x10",
    "1 2",
    "1.2.3",
    "1,234.5",
    "1,2,3",
    ".",
    "-",
    "1_000",
  ])("refuses %j with a sentence", (text) => {
    const read = parseNumber(text);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.message).toMatch(/\.$/);
  });

  it("reads back every finite number from its exact text, with point or comma", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        const value = x === 0 ? 0 : x;
        const text = formatExact(x);
        expect(parseNumber(text)).toEqual({ ok: true, value });
        expect(parseNumber(text.replace(".", ","))).toEqual({ ok: true, value });
      }),
    );
  });

  it("never yields a value that is not finite", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = parseNumber(text);
        expect(!read.ok || Number.isFinite(read.value)).toBe(true);
      }),
    );
  });
});
