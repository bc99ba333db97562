import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textWidth } from "../scene/textWidth";
import { clipText } from "./clipText";

describe("clipText", () => {
  it("is never wider than asked, and is the whole name where that fits", () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ min: 0, max: 200, noNaN: true }), (text, most) => {
        const shown = clipText(text, 12, most);
        expect(shown === "" || textWidth(shown, "ui", 12) <= most).toBe(true);
        if (textWidth(text, "ui", 12) <= most) expect(shown).toBe(text);
        if (shown.endsWith("…") && shown !== text) expect(text.startsWith(shown.slice(0, -1))).toBe(true);
      }),
    );
  });
});
