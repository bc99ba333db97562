import { describe, expect, it } from "vitest";
import { transportKey } from "./transportKeys";

/** As much of a key press as is read, without a page. */
const press = (key: string, held: Partial<KeyboardEvent> & { altGraph?: boolean } = {}) =>
  transportKey({
    key,
    target: null,
    defaultPrevented: false,
    metaKey: false,
    ctrlKey: false,
    altKey: false,
    repeat: false,
    getModifierState: (name: string) => name === "AltGraph" && held.altGraph === true,
    ...held,
  } as KeyboardEvent);

describe("transportKey", () => {
  it("hears Space and the brackets, and nothing else", () => {
    expect(press(" ")).toBe("play");
    expect(press("[")).toBe("back");
    expect(press("]")).toBe("step");
    expect(press("k")).toBeNull();
  });

  it("leaves shortcuts of the browser alone, but takes a bracket that needs AltGr", () => {
    expect(press("[", { ctrlKey: true })).toBeNull();
    expect(press("]", { metaKey: true })).toBeNull();
    expect(press("[", { ctrlKey: true, altKey: true, altGraph: true })).toBe("back");
  });

  it("is silent where the key is text, and Space where it presses a button", () => {
    const inside = (part: string) => ({ closest: (list: string) => list.includes(part) }) as unknown as Element;
    expect(press("]", { target: inside("textarea") })).toBeNull();
    expect(press("]", { target: inside("[role=dialog]") })).toBeNull();
    expect(press(" ", { target: inside("[role=switch]") })).toBeNull();
    expect(press("]", { target: inside("[role=switch]") })).toBe("step");
  });

  it("does not play and pause while Space is held, and heeds who was there first", () => {
    expect(press(" ", { repeat: true })).toBeNull();
    expect(press("]", { repeat: true })).toBe("step");
    expect(press(" ", { defaultPrevented: true })).toBeNull();
  });
});
