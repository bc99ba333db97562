import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectEncoding } from "./encoding";

const utf16 = (text: string, little: boolean, mark: boolean) => {
  const bytes = new Uint8Array(2 * text.length + (mark ? 2 : 0));
  const view = new DataView(bytes.buffer);
  [...(mark ? "\uFEFF" : ""), ...text].forEach((letter, i) => {
    view.setUint16(2 * i, letter.charCodeAt(0), little);
  });
  return bytes;
};
const utf8 = (text: string) => new TextEncoder().encode(text);

describe("the encoding", () => {
  it("of UTF-8 is known for any text, marked or not, wherever it is cut", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "é", "∞", "😀", ",", "\n"), minLength: 1 });
    fc.assert(
      fc.property(text, fc.boolean(), fc.nat(3), (letters, mark, cut) => {
        const bytes = utf8((mark ? "\uFEFF" : "") + letters);
        const { encoding, guessed } = detectEncoding(bytes.subarray(0, Math.max(1, bytes.length - cut)));
        // Of a mark that is cut itself, or of one letter that is, there is nothing to know.
        if (bytes.length - cut >= 4) expect([encoding, guessed]).toEqual(["utf-8", false]);
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 200) },
    );
  });
  it.each([true, false])("of UTF-16 is said by its mark and guessed from its zeros (little-endian: %s)", (little) => {
    const name = little ? "utf-16le" : "utf-16be";
    expect(detectEncoding(utf16("x,y\n1,2\n", little, true))).toEqual({ encoding: name, guessed: false });
    expect(detectEncoding(utf16("größe,y\n1,2\n", little, false))).toEqual({ encoding: name, guessed: true });
  });
  it("is western where a letter is none of UTF-8", () => {
    expect(detectEncoding(Uint8Array.of(0x6e, 0xe4, 0x2c, 0x31))).toEqual({ encoding: "windows-1252", guessed: true });
  });
});

describe("what is no table of text", () => {
  it.each([
    ["PK\u0003\u0004\u0000", "not-text", /Save the sheet as CSV/],
    ["%PDF-1.7\n", "not-text", /PDF/],
    ["\n <!DOCTYPE html><p>", "html-page", /Download the table/],
    ["a,\u0000b\n1,2\n", "not-text", /binary/],
    ["\u0001\u0002\u0003abc", "not-text", /binary/],
  ])("is refused by what it is: %j", (text, code, message) => {
    expect(() => detectEncoding(utf8(text))).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    );
  });
  it("but one stray control sign in a hundred is let pass, and a cell that speaks of html is", () => {
    expect(detectEncoding(utf8(`\u0007${"1,2\n".repeat(25)}`)).encoding).toBe("utf-8");
    expect(detectEncoding(utf8("page,size\n<html>,3\n")).encoding).toBe("utf-8");
  });
});
