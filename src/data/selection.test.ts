import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FADED } from "../scene/theme";
import { packRows, shownClasses, unpackRows } from "./selection";

const masks = fc.uint8Array({ max: 1, maxLength: 300 });

describe("which rows are meant", () => {
  it("comes through the text unchanged", () => {
    fc.assert(
      fc.property(masks, (mask) => {
        const back = unpackRows(packRows(mask), mask.length);
        expect(back).toEqual(mask.includes(1) ? mask : null);
      }),
    );
  });

  it("of 50,000 rows fits into a link", () => {
    expect(packRows(new Uint8Array(50_000).fill(1)).length).toBeLessThan(10_000);
  });

  it("forgets rows that the dataset does not have, and is nothing where the text is none of ours", () => {
    const packed = packRows(Uint8Array.of(0, 1, 0, 0, 0, 0, 0, 0, 0, 1));
    expect(unpackRows(packed, 4)).toEqual(Uint8Array.of(0, 1, 0, 0));
    expect(unpackRows(packRows(Uint8Array.of(0, 0, 0, 1)), 3)).toBeNull();
    for (const text of ["", "%", "AAA", "<img src=x>", "AAAA===="]) expect(unpackRows(text, 10)).toBeNull();
    fc.assert(
      fc.property(fc.string(), fc.nat(50), (text, held) => {
        const mask = unpackRows(text, held);
        expect(mask === null || mask.length === held).toBe(true);
      }),
    );
  });

  it("stands back in the code that the painters know", () => {
    expect(shownClasses(Int32Array.of(2, 0, -1), Uint8Array.of(1, 0, 1))).toEqual(Int32Array.of(2, FADED, -1));
    expect(shownClasses(null, Uint8Array.of(0, 1))).toEqual(Int32Array.of(FADED, -1));
    const codes = Int32Array.of(1);
    expect(shownClasses(codes, null)).toBe(codes);
  });
});
