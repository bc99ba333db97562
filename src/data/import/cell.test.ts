import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainNumber, readCell } from "./cell";

describe("plainNumber", () => {
  it("gives each double that is written the usual way, to the last bit", () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => plainNumber(String(x)) === x));
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 20 }), (x, digits) => {
        const written = x.toFixed(digits);
        return plainNumber(written) === Number(written);
      }),
    );
  });

  it("agrees with Number() on every decimal numeral", () => {
    const numeral = fc.stringMatching(/^[+-]?(\d{1,25}\.?\d{0,25}|\.\d{1,25})([eE][+-]?\d{1,4})?$/);
    fc.assert(fc.property(numeral, (text) => Object.is(plainNumber(text), Number(text))));
  });

  it.each([
    "",
    " ",
    "0x10",
    "0b1",
    "1_000",
    "1,234",
    "2024-05-01",
    "1.2.3",
    "12:30",
    "1e",
    "e5",
    ".",
    "-",
    "+",
    "--1",
    "5 %",
  ])("does not take %j for a number", (text) => expect(plainNumber(text)).toBeNaN());
});

describe("readCell", () => {
  it.each(["", " ", "NA", "n/a", "NaN", "null", "?", "-", "#DIV/0!"])("takes %j for missing", (text) =>
    expect(readCell(text, ".").kind).toBe("missing"),
  );
  it.each(["Inf", "-Infinity", "1e999", "-1e400"])("takes %j for infinite", (text) =>
    expect(readCell(text, ".").kind).toBe("infinite"),
  );
  it("reads thousands whole or not at all", () => {
    expect(readCell("1,234", ".")).toEqual({ kind: "grouped", value: 1234 });
    expect(readCell("-12,345,678.5", ".")).toEqual({ kind: "grouped", value: -12345678.5 });
    expect(readCell("1.234,5", ",")).toEqual({ kind: "grouped", value: 1234.5 });
    expect(readCell("1,5", ",")).toEqual({ kind: "number", value: 1.5 });
    for (const text of ["1,23", "1234,567", "1,234,5", "2024-05-01", "01/02/2024"]) {
      expect(readCell(text, ".").kind).toBe("text");
    }
    for (const text of ["01.02.2024", "1.5", "1,5,6"]) expect(readCell(text, ",").kind).toBe("text");
  });
});
