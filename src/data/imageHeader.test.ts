import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PictureRefused, readImageHeader } from "./imageHeader";

const folder = new URL("../../fixtures/images/", import.meta.url);
const bytes = (file: string) => new Uint8Array(readFileSync(new URL(file, folder)));
const { cases } = JSON.parse(readFileSync(new URL("manifest.json", folder), "utf8")) as {
  cases: { file: string; status: string; expect: { width?: number; height?: number; code?: string } }[];
};

describe("readImageHeader", () => {
  for (const { file, status, expect: expected } of cases)
    it(`${file}: ${expected.code ?? status}`, () => {
      if (expected.code) {
        expect(() => readImageHeader(bytes(file), file)).toThrow(
          expect.objectContaining({ name: "PictureRefused", code: expected.code }),
        );
      } else if (expected.width !== undefined)
        expect(readImageHeader(bytes(file), file).size).toEqual({ width: expected.width, height: expected.height });
    });

  it("sees a cut JPEG, an animation, a drawing, and a header that promises too much", () => {
    expect(readImageHeader(bytes("truncated.jpg"), "x").truncated).toBe(true);
    expect(readImageHeader(bytes("rgb32.png"), "x")).toMatchObject({ truncated: false, animated: false });
    expect(readImageHeader(bytes("animated.gif"), "x")).toMatchObject({ animated: true, truncated: false });
    expect(() => readImageHeader(bytes("script.svg"), "x.svg")).toThrow(/SVG, which has no pixels/);
    expect(() => readImageHeader(bytes("claims_20000x20000.png"), "x")).toThrow(/20000 × 20000 pixels/);
  });

  it("reads both photographs whole", () => {
    for (const name of ["china", "flower"]) {
      const file = new Uint8Array(readFileSync(new URL(`../../public/pictures/${name}.jpg`, import.meta.url)));
      expect(readImageHeader(file, name)).toEqual({
        format: "JPEG",
        size: { width: 512, height: 342 },
        animated: false,
        truncated: false,
      });
    }
  });

  it("never fails in another way, whatever the bytes after a true beginning", () => {
    const starts = ["rgb32.png", "animated.gif", "truncated.jpg"].map((file) => bytes(file).slice(0, 40));
    starts.push(
      Uint8Array.from("RIFF\x10\0\0\0WEBPVP8X", (c) => c.charCodeAt(0)),
      Uint8Array.of(0x42, 0x4d),
    );
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.nat(40), fc.uint8Array({ maxLength: 120 }), (start, kept, rest) => {
        try {
          readImageHeader(Uint8Array.from([...start.slice(0, kept), ...rest]), "x");
        } catch (error) {
          expect(error).toBeInstanceOf(PictureRefused);
        }
      }),
      { numRuns: 500 },
    );
  });
});
