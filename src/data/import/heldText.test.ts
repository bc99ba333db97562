import fc from "fast-check";
import { expect, it } from "vitest";
import { createHeldText } from "./heldText";

const held = (values: readonly string[]) => {
  const text = createHeldText();
  for (const [place, value] of values.entries()) text.set(place, value);
  return text;
};
const inOrder = (n: number) => Array.from({ length: n }, (_, i) => i);

it("gives back each text in the order asked for, as a label and by the codes of a category", () => {
  const values = fc.array(fc.constantFrom("", "a", "b", "a longer name that is copied", "é"), { maxLength: 30 });
  fc.assert(
    fc.property(values, fc.boolean(), (all, backwards) => {
      const order = backwards ? inOrder(all.length).reverse() : inOrder(all.length);
      const wanted = order.map((place) => all[place]);
      const label = held(all).finish("k", "label", order);
      expect(label.kind === "label" && label.values).toEqual(wanted);
      const category = held(all).finish("k", "category", order);
      if (category.kind !== "category") throw new Error("asked for a category");
      expect([...category.codes].map((code) => (code < 0 ? "" : category.levels[code]))).toEqual(wanted);
      expect(new Set(category.levels).size).toBe(category.levels.length);
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 200) },
  );
});

it("is a category up to 64 values of which three quarters may be distinct, and a label beyond", () => {
  const kind = (values: readonly string[]) => held(values).finish("k", "text", inOrder(values.length)).kind;
  expect(kind(["a", "b", "c", "a"])).toBe("category");
  expect(kind(["a", "b", "c", "d"])).toBe("label");
  expect(kind(["a", "b", "c", "", ""])).toBe("label");
  const cycle = (levels: number) => Array.from({ length: 200 }, (_, i) => `v${i % levels}`);
  expect([kind(cycle(64)), kind(cycle(65))]).toEqual(["category", "label"]);
});

it("a place that is written again holds the later text", () => {
  const text = held(["a", "b"]);
  text.set(0, "c");
  expect(text.finish("k", "label", [0, 1])).toEqual({ kind: "label", name: "k", values: ["c", "b"] });
});
